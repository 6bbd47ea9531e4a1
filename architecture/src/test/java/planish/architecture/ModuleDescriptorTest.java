package planish.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModuleDescriptorTest {
  @TempDir Path folder;

  static Set<Map.Entry<String, Path>> rooms() {
    return House.rooms().entrySet();
  }

  @Test
  void allRoomsAreLookedAt() throws IOException {
    try (Stream<Path> files = Files.list(House.ROOT)) {
      Set<String> sources =
          files
              .filter(path -> Files.exists(path.resolve("src/main/java/module-info.java")))
              .map(path -> path.getFileName().toString())
              .collect(Collectors.toSet());
      assertThat(House.rooms().keySet()).containsAll(sources);
    }
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aModuleExportsAndRequiresWhatAPersonHasLookedAt(Map.Entry<String, Path> room)
      throws IOException {
    Golden.check(room.getKey().replace('/', '-') + ".module.txt", describe(room.getValue()));
  }

  /** As {@code jar --describe-module} prints it, without versions and places, sorted. */
  private String describe(Path classes) throws IOException {
    Path jar = folder.resolve("module.jar");
    run("--create", "--file", jar.toString(), "-C", classes.toString(), ".");
    return run("--describe-module", "--file", jar.toString())
        .lines()
        .map(line -> line.replaceAll("@\\S+| jar:file:\\S+", " ").strip())
        .filter(line -> !line.isEmpty())
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String run(String... arguments) {
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    int status = ToolProvider.findFirst("jar").orElseThrow().run(writer, writer, arguments);
    assertThat(status).as(said.toString()).isZero();
    return said.toString();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void metaInfServicesAgreesWithTheDescriptor(Map.Entry<String, Path> room) throws IOException {
    Set<String> declared = new TreeSet<>();
    House.module(room.getValue()).descriptor().provides().stream()
        .filter(provides -> provides.service().startsWith("planish."))
        .forEach(p -> p.providers().forEach(name -> declared.add(p.service() + " with " + name)));

    assertThat(metaInf(room.getValue())).isEqualTo(declared);
  }

  private static Set<String> metaInf(Path classes) throws IOException {
    Path services = classes.resolve("META-INF/services");
    Set<String> listed = new TreeSet<>();
    if (Files.isDirectory(services)) {
      try (Stream<Path> files = Files.list(services)) {
        for (Path file : files.toList()) {
          Files.readAllLines(file).stream()
              .map(line -> line.replaceFirst("#.*", "").strip())
              .filter(line -> !line.isEmpty())
              .forEach(line -> listed.add(file.getFileName() + " with " + line));
        }
      }
    }
    return listed;
  }
}
