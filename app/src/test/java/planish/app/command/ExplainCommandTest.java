package planish.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import planish.app.ExitCode;
import planish.app.Interruption;
import planish.app.Terminal;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.Rewrites;
import planish.spi.UserException;

/** {@code planish explain} as a user meets it. */
class ExplainCommandTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private String run(String... arguments) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(out, out, false, 80, 80);
    assertThat(Commands.run(terminal, new Interruption(), arguments)).isEqualTo(ExitCode.OK);
    return said.toString(StandardCharsets.UTF_8);
  }

  private List<String> lines() {
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void aHierarchicalModelIsExplainedInEightyColumns() {
    String page = run("explain", "eight-schools", "--seconds", "0.1");

    assertThat(page)
        .startsWith("eight-schools: 10 unconstrained parameters, 8 observed values\n")
        .contains("theta", "half-cauchy", "measured just now on this machine");
    assertThat(page).containsPattern("operations( +\\d+)+\n");
    assertThat(page).containsPattern("time, interpreted( +[\\d.,]+ [µm]s)+\n");
    assertThat(page).containsPattern("time, compiled( +[\\d.,]+ [µm]s)+\n");
    assertThat(page).containsPattern("workspace of a chain( +[\\d.,]+ k?B)+\n");
    assertThat(lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void aModelWithoutDataHasItsConstants() {
    assertThat(run("explain", "funnel", "--seconds", "0"))
        .startsWith("funnel: 10 unconstrained parameters, 0 observed values\n")
        .containsPattern("The model's data and constants are \\d+ B, ")
        .doesNotContain("time, ");
  }

  @Test
  void dataAreCountedOnce() {
    // 500 rows of 5 predictors, and what was observed
    assertThat(run("explain", "logistic-regression", "--seconds", "0", "--all"))
        .contains("The model's data and constants are 24.1 kB");
  }

  @Test
  void conjugatePriorsAreNoticed() {
    assertThat(run("explain", "eight-schools", "--seconds", "0"))
        .contains(
            "Conjugate priors (noticed; sampled as all others)\n  mu ~ normal is conjugate to");
  }

  @Test
  void codeIsPrintedWhereItIsAskedFor() {
    assertThat(run("explain", "logistic-regression", "--seconds", "0", "--code"))
        .containsPattern("\nCode\n  workspace: \\d+ numbers\n  method 0\n");
  }

  @Test
  void aProgramGetsAllOfIt() {
    String json = run("explain", "logistic-regression", "--seconds", "0.1", "--json", "--code");

    assertThat(json)
        .startsWith("{\n  \"model\": \"logistic-regression\",\n  \"parameters\": 6,\n")
        .endsWith("\n}\n");
    String flat = json.replaceAll("\\n *", " ");
    assertThat(flat)
        .contains("\"name\": \"beta\", \"origin\": \"beta\", \"role\": \"sampled\"")
        .contains("\"shape\": [ 5 ]", "\"data_bytes\": 240", "\"code\": \"workspace: ");
    String numbers = "\\{ \"operations\": \\d+, \"elements\": \\d+, \"estimated_cost\": [\\d.]+, ";
    for (String side : List.of("as_stated", "rewritten")) {
      assertThat(flat)
          .containsPattern(
              "\"" + side + "\": " + numbers + "\"microseconds\": \\{ \"interpreted\": [\\d.]+, ");
    }
    for (Rewrite rewrite : Rewrites.all().rewrites()) {
      assertThat(flat).contains("{ \"name\": \"" + rewrite.name() + "\"");
    }
  }

  @Test
  void aRewriteThatIsLeftOutIsNamedAndDoesNothing() {
    for (Rewrite rewrite : Rewrites.all().rewrites()) {
      said.reset();
      assertThat(
              run(
                  "explain",
                  "hierarchical-regression",
                  "--seconds=0",
                  "--without-rewrite",
                  rewrite.name()))
          .contains("Left out: " + rewrite.name() + ".")
          .doesNotContain(rewrite.name() + ": " + rewrite.summary());
    }
  }

  @Test
  void everyRewriteIsListedInItsOrder() {
    run("list", "rewrites");

    assertThat(lines())
        .hasSameSizeAs(Rewrites.all().rewrites())
        .zipSatisfy(
            Rewrites.all().rewrites(),
            (line, rewrite) ->
                assertThat(line).startsWith(rewrite.name()).endsWith(rewrite.summary()));
  }

  @Test
  void unknownNamesAreTold() {
    String[] commands = {"explain", "sample"};
    for (String command : commands) {
      assertThatThrownBy(() -> run(command, "funnel", "--without-rewrite", "gather-lost"))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("unknown rewrite 'gather-lost'; did you mean 'gather-last'?")
          .hasMessageContaining("known: ");
    }
    assertThatThrownBy(() -> run("explain", "funnle"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("did you mean 'funnel'?");
    assertThatThrownBy(() -> run("explain", "funnel", "--seconds", "-1"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("--seconds")
        .hasMessageContaining("'-1'");
  }
}
