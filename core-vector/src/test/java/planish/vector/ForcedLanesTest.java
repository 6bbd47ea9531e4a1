package planish.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planish.autodiff.vector.Loops;
import planish.spi.Provider;
import planish.spi.UserException;

/** The same bits from run times of 2, 4 and 8 lanes and from plain loops. */
class ForcedLanesTest {

  @Test
  void everyLaneCountGivesThePlainBits() throws Exception {
    String plain = run("plain", "-Xint");
    String hash = plain.substring("plain ".length());
    for (int lanes : new int[] {2, 4, 8}) {
      assertThat(run("vector", "-Dplanish.vector.lanes=" + lanes))
          .isEqualTo("vector (" + lanes + " lanes) " + hash);
    }
  }

  @Test
  void anotherLaneCountIsRefused() {
    assertThatThrownBy(() -> LaneChoice.of("3", 8))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("planish.vector.lanes is '3'")
        .hasMessageContaining("2, 4 or 8");
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 2", "4, 4", "8, 8", "32, 8"})
  void machinesOfAnyLengthHaveWholeVectorsOfEight(int preferred, int lanes) {
    assertThat(LaneChoice.of(null, preferred).length()).isEqualTo(lanes);
  }

  private static String run(String loops, String option) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", option));
    command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-cp", classPath()));
    command.addAll(List.of(LaneHash.class.getName(), loops));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.strip();
  }

  private static String classPath() {
    return Stream.of(LaneHash.class, VectorApiLoops.class, Loops.class, Provider.class)
        .map(ForcedLanesTest::root)
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  /** The folder or jar that a class was loaded from, patched modules included. */
  private static String root(Class<?> type) {
    String name = "/" + type.getName().replace('.', '/') + ".class";
    try {
      String uri = type.getResource(name).toURI().toString();
      String root = uri.substring(0, uri.length() - name.length());
      root = root.startsWith("jar:") ? root.substring(4, root.length() - 1) : root;
      return Path.of(new URI(root)).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
