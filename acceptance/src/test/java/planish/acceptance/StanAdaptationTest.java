package planish.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static planish.distributions.Distributions.normal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planish.autodiff.graph.Expr;
import planish.diagnostics.Draws;
import planish.examples.EightSchoolsNoncentered;
import planish.examples.LogisticRegression;
import planish.model.Model;
import planish.model.Posteriors;
import planish.sampling.Run;
import planish.spi.Options;

/**
 * What the default warm-up comes to, and what the tree makes of it, as in Stan.
 *
 * <p>Means over chains after 1,000 warm-up transitions, with their standard errors, of 200 chains
 * of Stan 2.35.0 (httpstan 4.13.0, defaults), the model written with unconstrained parameters; and
 * of 40 chains here. They may differ by four standard errors: nine comparisons, so false alarms
 * 0.06 %. A target acceptance of 0.75 in place of 0.8 puts each of the nine 5 to 10 of them off.
 */
class StanAdaptationTest {
  private static final int CHAINS = 40;
  private static final double LIMIT = 4;

  private record Expected(double mean, double error) {}

  @Test
  void eightSchools() {
    Draws draws =
        draws(new EightSchoolsNoncentered().create(Options.defaults(List.of()), Optional.empty()));
    compare(draws, "stepsize__", new Expected(0.4378, 0.0043));
    compare(draws, "n_leapfrog__", new Expected(8.735, 0.13));
    compare(draws, "accept_stat__", new Expected(0.8831, 0.0024));
  }

  /** Independent, of scales 1 to 100. */
  @Test
  void aHundredScales() {
    double[] scales = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
    Draws draws = draws(m -> m.sample("x", normal(Expr.of(0), m.data("scales", scales))));
    compare(draws, "stepsize__", new Expected(0.4519, 0.0022));
    compare(draws, "n_leapfrog__", new Expected(9.009, 0.19));
    compare(draws, "accept_stat__", new Expected(0.8548, 0.0015));
  }

  @Test
  void logisticRegression() {
    Draws draws =
        draws(new LogisticRegression().create(Options.defaults(List.of()), Optional.empty()));
    compare(draws, "stepsize__", new Expected(0.7045, 0.0034));
    compare(draws, "n_leapfrog__", new Expected(5.958, 0.022));
    compare(draws, "accept_stat__", new Expected(0.8975, 0.0011));
  }

  private static Draws draws(Model model) {
    return Run.of(Posteriors.compile("model", model))
        .chains(CHAINS)
        .draws(200)
        .seed(20261122)
        .run()
        .draws();
  }

  private static void compare(Draws draws, String statistic, Expected expected) {
    double[] means =
        Arrays.stream(draws.statistic(statistic))
            .mapToDouble(chain -> Arrays.stream(chain).average().orElseThrow())
            .toArray();
    double mean = Arrays.stream(means).average().orElseThrow();
    double squares = Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum();
    double own = Math.sqrt(squares / (means.length - 1) / means.length);
    assertThat((mean - expected.mean()) / Math.hypot(own, expected.error()))
        .as("%s: %s instead of %s, in standard errors", statistic, mean, expected.mean())
        .isBetween(-LIMIT, LIMIT);
  }
}
