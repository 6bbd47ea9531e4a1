package planish.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyScriptTest {
  private static final String REPORTS =
      """
      mkdir -p core-spi/target/surefire-reports end-to-end/target/failsafe-reports
      cat >core-spi/target/surefire-reports/TEST-a.xml <<'END'
      <testsuite xmlns="x" name="a" time="1" tests="7" errors="0" skipped="2" failures="1">
      END
      cat >end-to-end/target/failsafe-reports/TEST-b.xml <<'END'
      <testsuite xmlns="x" name="b" time="1" tests="5" errors="1" skipped="0" failures="0">
      END
      """;

  @TempDir Path folder;
  private SourceTree tree;

  @BeforeEach
  void copy() throws IOException {
    tree = SourceTree.in(folder.resolve("a folder/with spaces"));
    SourceTree.jdk(folder.resolve("a folder/jdks/jdk of 25"), "25.0.3");
  }

  private Shell.Outcome verify(Shell shell, String... arguments) {
    return shell.run(
        Stream.concat(Stream.of(tree.root().resolve("verify").toString()), Stream.of(arguments))
            .toList());
  }

  @Test
  void runsMavenAndEndsWithTheNumberOfTests() throws IOException {
    tree.maven(REPORTS);

    Shell.Outcome outcome = verify(tree.shell());

    assertThat(outcome.exit()).as(outcome.all()).isZero();
    assertThat(tree.mavenCalls())
        .singleElement()
        .asString()
        .contains("excluded=long")
        .endsWith(" verify");
    assertThat(outcome.out().lines().toList())
        .endsWith(
            "Comparisons with posteriordb were skipped: PLANISH_POSTERIORDB is not set.",
            "tests: 8 passed, 2 failed, 2 skipped");
  }

  @Test
  void saysNothingOfPosteriordbWhereItIsThere() throws IOException {
    tree.maven(REPORTS);

    Shell.Outcome outcome = verify(tree.shell().with("PLANISH_POSTERIORDB", folder.toString()));

    assertThat(outcome.out()).doesNotContain("posteriordb");
  }

  @Test
  void tellsHowManyPosteriorsOfPosteriordbWereCompared() throws IOException {
    tree.maven(
        REPORTS
            + """
            cat >>core-spi/target/surefire-reports/TEST-a.xml <<'END'
            <system-out><![CDATA[Compared with posteriordb, densities: a-model
            ]]></system-out>
            <system-out><![CDATA[Compared with posteriordb, densities: b-model_2
            ]]></system-out>
            <system-out><![CDATA[Compared with posteriordb, draws: a-model
            Compared with posteriordb, draws: a-model
            ]]></system-out>
            END
            """);

    Shell.Outcome outcome = verify(tree.shell().with("PLANISH_POSTERIORDB", folder.toString()));

    assertThat(outcome.out().lines().toList())
        .endsWith(
            "posteriors of posteriordb compared: 2 by their log densities, 1 by draws",
            "tests: 8 passed, 2 failed, 2 skipped");
  }

  @Test
  void failsWhereMavenFails() throws IOException {
    tree.maven(REPORTS + "exit 1");

    assertThat(verify(tree.shell()).exit()).isEqualTo(6);
  }

  @Test
  void leavesOutNoTestWhenAskedForLongOnes() throws IOException {
    tree.maven(REPORTS);

    verify(tree.shell(), "--long");

    assertThat(tree.mavenCalls()).singleElement().asString().contains("excluded= ");
  }

  @Test
  void refusesArgumentsThatItDoesNotKnow() throws IOException {
    tree.maven(REPORTS);

    Shell.Outcome outcome = verify(tree.shell(), "--fast");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("'--fast'", "--long");
    assertThat(tree.mavenCalls()).isEmpty();
  }

  @Test
  void withoutAJdk25SaysSoInOneSentenceWithWhereItLooked() {
    Shell.Outcome outcome = verify(tree.shell().with("PLANISH_JDK_FOLDERS", "/no/such"));

    assertThat(outcome.exit()).isEqualTo(5);
    assertThat(outcome.err().lines().toList())
        .isEqualTo(
            List.of(
                "verify: no JDK 25 was found: looked at JAVA_HOME (not set), at java on the path"
                    + " (none) and in the folders /no/such; install one there or set JAVA_HOME."));
  }
}
