package planish.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;
import planish.app.ExitCode;
import planish.app.Interruption;
import planish.app.Terminal;
import planish.spi.UserException;

/** {@code planish tutorial} as a user meets it. */
class TutorialCommandTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private ExitCode run(String... arguments) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(out, out, false, 80, Terminal.ENDLESS);
    return Commands.run(terminal, new Interruption(), arguments);
  }

  private List<String> lines() {
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private String line(String start) {
    return lines().stream().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  @Test
  void anExampleStandsBesideWhatWasPublishedInEightyColumns() {
    assertThat(run("tutorial", "geometry", "--example", "2")).isEqualTo(ExitCode.OK);

    assertThat(line("2a")).matches("2a  x +1\\.3810  1\\.027 to 2\\.160( +[\\d.]+){5}");
    assertThat(line("2b")).matches("2b  x +0\\.9992  0\\.999 to 1\\.006( +[\\d.]+){5}");
    assertThat(line("sd")).matches("sd +true +2a +2b");
    assertThat(line("x ")).matches("x +3\\.162, 0\\.316( +\\d\\.\\d{3}, \\d\\.\\d{3}){2}");
    assertThat(line("2a  diagonal")).contains("not good: ", "bulk ESS");
    assertThat(line("2b  dense")).endsWith("nothing against it");
    assertThat(lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void severalSeedsHaveARangeAndAreCounted() {
    run("tutorial", "geometry", "--example", "2", "--seeds", "3", "--seed", "5");

    assertThat(line("2a")).matches("2a  x .* \\d\\.\\d{3} to \\d\\.\\d{3}( +[\\d.]+){4}");
    assertThat(line("2a  diagonal")).contains("3 of 3 not good: ");
    assertThat(lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void theStudyJudgesItsClaims() {
    ExitCode code = run("tutorial", "geometry", "--study", "--example", "2", "--seeds", "2");

    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(lines()).filteredOn(line -> line.endsWith(" yes")).hasSize(8);
    assertThat(lines().getLast()).isEqualTo("All 8 claims are met.");
    assertThat(lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void helpNamesItsOptions() {
    assertThat(run("tutorial", "--help")).isEqualTo(ExitCode.OK);

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("--example", "--seeds", "--seed", "--study", "exit code 6", "geometry");
  }

  @Test
  void badArgumentsAreTold() {
    assertThatThrownBy(() -> run("tutorial", "geometri"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("geometri")
        .hasMessageContaining("geometry");
    for (String[] bad : new String[][] {{"example", "5"}, {"seeds", "0"}, {"seed", "x"}}) {
      assertThatThrownBy(() -> run("tutorial", "geometry", "--" + bad[0], bad[1]))
          .isInstanceOf(UserException.class)
          .hasMessageContaining(bad[0])
          .hasMessageContaining(bad[1]);
    }
    assertThatThrownBy(() -> run("tutorial")).isInstanceOf(ParameterException.class);
  }

  /** The whole study: about 40 minutes of processor time. */
  @Tag("long")
  @Test
  void everyClaimOfTheStudyIsMet() {
    ExitCode code = run("tutorial", "geometry", "--study");

    assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.OK);
  }
}
