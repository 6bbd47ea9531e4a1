package planish.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanishScriptTest {
  @TempDir Path folder;
  private SourceTree tree;
  private Path jdk;

  @BeforeEach
  void copy() throws IOException {
    tree = SourceTree.in(folder.resolve("a folder/with spaces"));
    jdk = SourceTree.jdk(folder.resolve("a folder/jdks/jdk of 25"), "25.0.3");
    SourceTree.jdk(folder.resolve("a folder/jdks/another"), "17.0.19");
  }

  private Shell.Outcome planish(String... arguments) {
    return tree.shell().run(command(tree.root().resolve("planish"), arguments));
  }

  private static List<String> command(Path script, String... arguments) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(script.toString()), java.util.Arrays.stream(arguments))
        .toList();
  }

  @Test
  void buildsOnFirstUseWithTheJdkThatItFindsAndThenStartsTheImage() throws IOException {
    tree.maven("");

    Shell.Outcome outcome = planish("sample", "a model", "--seed", "1");

    assertThat(tree.mavenCalls()).hasSize(1);
    assertThat(tree.mavenCalls().getFirst())
        .startsWith(jdk + "|" + tree.root() + "|")
        .contains("-pl app -am package");
    assertThat(outcome.exit()).as(outcome.all()).isEqualTo(42);
    assertThat(outcome.out())
        .startsWith("started: @" + tree.root() + "/scripts/java.options ")
        .endsWith(
            " -XX:AOTCache=%s/app/target/planish.aot -m planish.app/planish.app.Main sample a model --seed 1\n"
                .formatted(tree.root()));
    assertThat(outcome.err()).contains("Building Planish for its first use", "to the user");
    assertThat(outcome.err()).doesNotContain("incubator");
  }

  @Test
  void callsMavenAgainOnlyWhenASourceIsNewer() throws IOException {
    tree.maven("");
    planish();

    assertThat(planish().err()).isEqualTo("to the user\n");
    assertThat(tree.mavenCalls()).hasSize(1);

    Path source = tree.source("core-spi/src/main/java/planish/spi/Options.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));
    assertThat(planish().err()).contains("Building Planish, as its source has changed");
    assertThat(tree.mavenCalls()).hasSize(2);
  }

  @Test
  void aSourceThatIsGoneIsAChangeToo() throws IOException {
    Path source = tree.source("core-spi/src/main/java/planish/spi/Options.java");
    tree.maven("");
    planish();

    Files.delete(source);
    Files.setLastModifiedTime(source.getParent(), FileTime.from(Instant.now().plusSeconds(1)));

    planish();
    assertThat(tree.mavenCalls()).hasSize(2);
  }

  @Test
  void testsAreNoReasonToBuild() throws IOException {
    tree.source("core-spi/src/test/java/planish/spi/OptionsTest.java");
    tree.maven("");
    planish();

    Path test = tree.root().resolve("core-spi/src/test/java/planish/spi/OptionsTest.java");
    Files.setLastModifiedTime(test, FileTime.from(Instant.now().plusSeconds(1)));

    planish();
    assertThat(tree.mavenCalls()).hasSize(1);
  }

  @Test
  void worksThroughASymbolicLinkFromAnotherFolder() throws IOException {
    tree.maven("");
    Path link = folder.resolve("a folder/link to planish");
    Files.createSymbolicLink(link, tree.root().resolve("planish"));

    Shell.Outcome outcome = tree.shell().run(command(link, "--help"));

    assertThat(outcome.exit()).as(outcome.all()).isEqualTo(42);
    assertThat(outcome.out()).endsWith("planish.app.Main --help\n");
  }

  @Test
  void withoutAJdk25SaysSoInOneSentenceWithWhereItLooked() throws IOException {
    tree.maven("");
    Shell shell = tree.shell().with("PLANISH_JDK_FOLDERS", "/no/such:/nor/this");

    Shell.Outcome outcome = shell.run(command(tree.root().resolve("planish")));

    assertThat(outcome.exit()).isEqualTo(5);
    assertThat(outcome.err())
        .isEqualTo(
            "planish: no JDK 25 was found: looked at JAVA_HOME (not set), at java on the path"
                + " (none) and in the folders /no/such, /nor/this; install one there or set"
                + " JAVA_HOME.\n");
    assertThat(tree.mavenCalls()).isEmpty();
  }

  @Test
  void withoutAFolderToLookInSaysWhy() throws IOException {
    tree.maven("");

    Shell.Outcome outcome =
        tree.shell()
            .run(
                List.of(
                    "sh", "-c", "PLANISH_JDK_FOLDERS= '" + tree.root().resolve("planish") + "'"));

    assertThat(outcome.exit()).isEqualTo(5);
    assertThat(outcome.err())
        .isEqualTo(
            "planish: no JDK 25 was found: looked at JAVA_HOME (not set), at java on the path"
                + " (none) and in no folder, as PLANISH_JDK_FOLDERS is empty; unset it or set"
                + " JAVA_HOME.\n");
  }

  @Test
  void aJavaHomeOf25ComesFirstAndThenJavaOnThePath() throws IOException {
    tree.maven("");
    Path home = SourceTree.jdk(folder.resolve("a folder/home"), "25");
    Path onPath = SourceTree.jdk(folder.resolve("a folder/on path"), "25.0.1");
    Files.createSymbolicLink(tree.tools().resolve("java"), onPath.resolve("bin/java"));

    planish();
    assertThat(tree.mavenCalls().getLast()).startsWith(onPath + "|");

    Files.delete(tree.root().resolve("app/target/planish.stamp"));
    tree.shell().with("JAVA_HOME", home.toString()).run(command(tree.root().resolve("planish")));
    assertThat(tree.mavenCalls().getLast()).startsWith(home + "|");
  }

  @Test
  void aJavaHomeOfAnotherVersionIsPassedOver() throws IOException {
    tree.maven("");
    Path old = SourceTree.jdk(folder.resolve("a folder/old"), "17.0.1");

    tree.shell().with("JAVA_HOME", old.toString()).run(command(tree.root().resolve("planish")));

    assertThat(tree.mavenCalls().getLast()).startsWith(jdk + "|");
  }

  @Test
  void withoutMavenSaysSo() {
    Shell.Outcome outcome = planish();

    assertThat(outcome.exit()).isEqualTo(5);
    assertThat(outcome.err())
        .isEqualTo(
            "planish: Maven was not found: looked for mvn on the path; install Maven 3.8 or"
                + " newer.\n");
  }

  @Test
  void aBuildThatFailsIsToldWithItsLogAndTriedAgain() throws IOException {
    tree.maven("echo '[ERROR] cannot find symbol'; exit 1");

    for (int times = 1; times <= 2; times++) {
      Shell.Outcome outcome = planish();

      assertThat(outcome.exit()).isEqualTo(6);
      assertThat(outcome.err())
          .contains("[ERROR] cannot find symbol")
          .endsWith(
              "planish: the build failed; all that it said is in "
                  + tree.root()
                  + "/target/planish-build.log\n");
      assertThat(tree.mavenCalls()).hasSize(times);
    }
  }

  @Test
  void withoutItsCacheTheImageIsStartedAllTheSame() throws IOException {
    tree.maven("");
    planish();
    Files.delete(tree.root().resolve("app/target/planish.aot"));

    Shell.Outcome outcome = planish();

    assertThat(outcome.exit()).isEqualTo(42);
    assertThat(outcome.out()).doesNotContain("AOTCache");
  }

  /** The least of some times: whatever else the machine does only ever adds to them. */
  @Test
  void itsOwnCheckTakesAtMost50Milliseconds() throws IOException {
    tree.maven("");
    for (int file = 0; file < 1000; file++) {
      tree.source("core-spi/src/main/java/planish/spi/Source" + file + ".java");
    }
    planish();

    long least =
        IntStream.range(0, 20)
            .mapToLong(i -> {
              long start = System.nanoTime();
              planish();
              return System.nanoTime() - start;
            })
            .min()
            .orElseThrow();

    assertThat(least / 1_000_000).isLessThanOrEqualTo(50);
    assertThat(tree.mavenCalls()).hasSize(1);
  }
}
