package planish.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The linked image as it is handed out. */
class ImageTest {
  private static final long MEBIBYTE = 1 << 20;

  @TempDir Path folder;

  private static Shell.Outcome java(Path folder, String... arguments) {
    return Shell.in(folder)
        .run(
            Stream.concat(
                    Stream.of(Image.HOME.resolve("bin/java").toString()), Stream.of(arguments))
                .toList());
  }

  @Test
  void holdsTheModulesThatAPersonHasLookedAt() throws IOException {
    String modules =
        java(folder, "--list-modules")
            .out()
            .lines()
            .map(line -> line.replaceFirst("@.*", ""))
            .sorted()
            .collect(Collectors.joining("\n", "", "\n"));
    Path golden = Image.ROOT.resolve("end-to-end/src/test/golden/modules.txt");
    if (Boolean.getBoolean("planish.golden.update")) {
      Files.writeString(golden, modules);
    }

    assertThat(modules).isEqualTo(Files.readString(golden));
  }

  @Test
  void isNoLargerThan60Mebibytes() throws IOException {
    try (Stream<Path> files = Files.walk(Image.HOME)) {
      long size =
          files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      assertThat(size).isLessThanOrEqualTo(60 * MEBIBYTE);
    }
  }

  @Test
  void tellsItsVersionAndItsHelpWithExamplesAndExitCodes() {
    assertThat(Image.run(folder, "--version").out())
        .startsWith("planish 0.1.0")
        .contains("Java 25");
    Shell.Outcome help = Image.run(folder, "--help");
    assertThat(help.exit()).isZero();
    assertThat(help.out()).contains("sample", "summary", "list", "Examples:", "Exit codes:");
    assertThat(help.err().replaceAll("WARNING: Using incubator modules.*\n", "")).isEmpty();
  }

  @Test
  void withoutACommandItSaysHowItIsUsed() {
    Shell.Outcome outcome = Image.run(folder);

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("Usage: planish");
  }

  @Test
  void samplesAModel() {
    Shell.Outcome outcome =
        Image.run(
            folder,
            "sample",
            "eight-schools-noncentered",
            "--seed",
            "1",
            "--draws",
            "200",
            "--warmup",
            "200");

    assertThat(outcome.exit()).as(outcome.all()).isZero();
    assertThat(outcome.out()).contains("mu", "tau", "theta[8]");
  }

  @Test
  void explainsAModelWithItsCompiler() {
    Shell.Outcome outcome = Image.run(folder, "explain", "logistic-regression", "--code");

    assertThat(outcome.exit()).as(outcome.all()).isZero();
    assertThat(outcome.out()).contains("What was rewritten", "time, interpreted", "Code\n");
    assertThat(outcome.out()).containsPattern("time, compiled +[\\d.]+ µs");
  }

  @Test
  void worksWhereItWasMovedAndWithoutTheSources() throws IOException {
    Path copy = folder.resolve("moved here/image");
    try (Stream<Path> files = Files.walk(Image.HOME)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(Image.HOME.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }

    Shell.Outcome outcome =
        Shell.in(folder)
            .run(
                List.of(
                    copy.resolve("bin/java").toString(),
                    "-m",
                    "planish.app/planish.app.Main",
                    "list",
                    "kernels"));

    assertThat(outcome.out()).contains("nuts");
  }

  @Test
  void listsEveryKind() {
    assertThat(Image.run(folder, "list", "kernels").out()).contains("nuts", "--max-tree-depth=10");
    assertThat(Image.run(folder, "list", "mass-matrices").out()).contains("diagonal", "identity");
    assertThat(Image.run(folder, "list", "samplers").out()).contains("chains");
    assertThat(Image.run(folder, "list", "distributions").out()).contains("normal", "half-cauchy");
    assertThat(Image.run(folder, "list", "transforms").out()).contains("log");
    assertThat(Image.run(folder, "list", "models").out())
        .contains("eight-schools-noncentered", "funnel");
    assertThat(Image.run(folder, "list", "reparameterisations").exit()).isZero();
    assertThat(Image.run(folder, "list", "rewrites").out()).contains("re-roll", "gather-last");
    assertThat(Image.run(folder, "list", "plugins").exit()).isZero();
  }

  @Test
  void aCacheThatIsBrokenOrMissingIsLeftAsideWithoutAWord() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.aot"), "this is no cache");
    for (Path cache : List.of(broken, folder.resolve("missing.aot"))) {
      List<String> command = new java.util.ArrayList<>(Image.command("--version"));
      command.add(1, "-XX:AOTCache=" + cache);

      Shell.Outcome outcome = Shell.in(folder).run(command);

      assertThat(outcome.exit()).as(outcome.all()).isZero();
      assertThat(outcome.out().lines()).hasSize(1);
      assertThat(outcome.err().replaceAll("WARNING: Using incubator modules.*\n", "")).isEmpty();
    }
  }
}
