package planish.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same seed gives the same draws: on one thread and two, cold and warm, interpreted and
 * compiled, tapes too, with plain loops and vector loops of every width. Each in a JVM of its own.
 */
class SameBitsTest {
  private static final String EXPECTED = "bits " + Long.toHexString(BitsProgram.hash(2));

  /** How a JVM is started, and what with. */
  private record Setting(String name, List<String> options, int threads, int repeats) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Setting> settings() {
    return List.of(
        new Setting("plain loops, one thread", List.of("-Dplanish.vector=off"), 1, 1),
        new Setting("plain loops, two threads, warm", List.of("-Dplanish.vector=off"), 2, 4),
        new Setting("plain loops, interpreted", List.of("-Dplanish.vector=off", "-Xint"), 1, 1),
        new Setting("plain loops, first compiler", List.of("-XX:TieredStopAtLevel=1"), 1, 1),
        new Setting("no incubator module", List.of("-Dplanish.vector=on"), 2, 1),
        vector("vector loops, warm", 2, 3),
        vector("interpreted tapes, warm", 2, 2, "-Dplanish.compiler=off"),
        new Setting("tapes compiled at once", List.of("-Dplanish.compiler=plain"), 2, 2),
        vector("tapes compiled to vector loops at once", 2, 2, "-Dplanish.compiler=vector"),
        vector("2 lanes", 2, 1, "-Dplanish.vector.lanes=2"),
        vector("4 lanes", 1, 1, "-Dplanish.vector.lanes=4"),
        vector("8 lanes", 2, 1, "-Dplanish.vector.lanes=8"));
  }

  private static Setting vector(String name, int threads, int repeats, String... more) {
    List<String> options = new ArrayList<>(List.of(more));
    options.addAll(List.of("--add-modules", "jdk.incubator.vector", "-Dplanish.vector=on"));
    return new Setting(name, options, threads, repeats);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void drawsHaveTheSameBits(Setting setting) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(setting.options());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(BitsProgram.class.getName());
    command.add(Integer.toString(setting.threads()));
    command.add(Integer.toString(setting.repeats()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.lines().filter(line -> line.startsWith("bits"))).containsExactly(EXPECTED);
  }
}
