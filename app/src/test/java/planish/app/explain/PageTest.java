package planish.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import planish.app.Terminal;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.rewrite.Rewrites;
import planish.distributions.Distributions;
import planish.model.Model;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.model.Trace;
import planish.transforms.Transforms;

/** Pages of models that the examples have none of. */
class PageTest {
  private static final double[] Y = new double[40];

  static {
    for (int i = 0; i < Y.length; i++) {
      Y[i] = Math.sin(i);
    }
  }

  private static String page(Model model, double seconds) {
    Posterior plain = Posteriors.compile("mine", model, Transforms.boot(), Rewrites.none());
    Explanation explanation =
        Explanation.of(
            Trace.of(model), Posteriors.compile("mine", model), plain, Rewrites.all(), seconds);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Page.print(new Terminal(out, out, false, 80, 80), explanation, false, false);
    String page = said.toString(StandardCharsets.UTF_8);
    assertThat(page.lines()).allMatch(line -> line.length() <= 80);
    return page;
  }

  /** Twice a statement for each datum. */
  private static final Model LOOP =
      m -> {
        Expr mu = m.sample("mu", Distributions.normal(0, 1));
        Expr sigma = m.sample("sigma", Distributions.exponential(1));
        for (int i = 0; i < Y.length; i++) {
          m.observe("y." + i, Distributions.normal(mu, sigma), Y[i]);
        }
      };

  @Test
  void aLoopThatBecameOneStatementStandsBesideWhatItWas() {
    String page = page(LOOP, 0.05);

    assertThat(page)
        .startsWith("mine: 2 unconstrained parameters, 40 observed values\n")
        .containsPattern("  y\\.0 … y\\.39  observed  normal       \\[]  PageTest.java:\\d+\n")
        .containsPattern(" +as stated +rewritten\n")
        .contains("  re-roll: makes ")
        .containsPattern("    y\\.0[^\n]*PageTest\\.java:\\d+");
    assertThat(page).containsPattern("time, interpreted( +[\\d.,]+ [µm]s){2}\n");
  }

  @Test
  void aModelWithoutParametersHasAGradientOfNothing() {
    assertThat(page(m -> m.generate("x", Distributions.normal(0, 1)), 0.01))
        .startsWith("mine: 0 unconstrained parameters, 0 observed values\n")
        .contains("The model's data and constants are ")
        .doesNotContain("became");
  }

  @Test
  void aDensityThatIsNowhereFiniteIsNotTimed() {
    assertThat(
            page(
                m ->
                    m.factor(
                        "never", Functions.log(m.sample("x", Distributions.normal(0, 1)).times(0))),
                0.01))
        .contains(
            "Times are not there: at none of 100 random positions was the log density finite.")
        .doesNotContain("time, ");
  }
}
