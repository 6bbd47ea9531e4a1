package planish.acceptance;

import static planish.distributions.Distributions.bernoulli;
import static planish.distributions.Distributions.beta;
import static planish.distributions.Distributions.binomial;
import static planish.distributions.Distributions.exponential;
import static planish.distributions.Distributions.normal;

import org.junit.jupiter.api.Test;
import planish.autodiff.graph.Expr;
import planish.diagnostics.Draws;
import planish.model.Model;
import planish.model.Posteriors;
import planish.sampling.Run;
import planish.transforms.Constraints;

/** Models whose posterior is known in closed form. 20 comparisons: false alarms 0.13 %. */
class ConjugateTest {
  private static Draws draws(String name, Model model) {
    return Run.of(Posteriors.compile(name, model)).seed(7).draws(4000).run().draws();
  }

  /**
   * Three successes in ten with a uniform prior: Beta(4, 8), of mean 1/3 and variance ab / ((a +
   * b)² (a + b + 1)). Quantiles by SciPy 1.17.1, {@code beta.ppf([.05, .95], 4, 8)}.
   */
  @Test
  void bernoulliWithUniformPrior() {
    double[] y = {1, 0, 0, 1, 0, 0, 0, 1, 0, 0};
    Draws draws =
        draws(
            "bernoulli",
            m -> {
              Expr theta = m.parameter("theta", Constraints.unitInterval());
              m.observe("y", bernoulli(theta), y);
            });
    Estimates.of(draws, "theta")
        .areHealthy()
        .haveMean(4.0 / 12, 0)
        .haveSd(Math.sqrt(4 * 8 / (144.0 * 13)), 0)
        .haveQuantile(0.05, 0.13507547291964123, 0)
        .haveQuantile(0.95, 0.5643741882892295, 0);
  }

  /**
   * Three successes of ten with the prior Beta(2, 3): Beta(5, 10). Quantiles by SciPy 1.17.1,
   * {@code beta.ppf([.05, .95], 5, 10)}.
   */
  @Test
  void binomialWithBetaPrior() {
    Draws draws =
        draws(
            "beta-binomial",
            m -> {
              Expr theta = m.sample("theta", beta(2, 3));
              m.observe("y", binomial(10, theta), 3);
            });
    Estimates.of(draws, "theta")
        .areHealthy()
        .haveMean(5.0 / 15, 0)
        .haveSd(Math.sqrt(5 * 10 / (225.0 * 16)), 0)
        .haveQuantile(0.05, 0.1527176223846631, 0)
        .haveQuantile(0.95, 0.5400054465239322, 0);
  }

  /** A normal mean with known spread: precision 1/τ² + n/σ², mean by precision weights. */
  @Test
  void normalMeanWithKnownSpread() {
    double[] y = {1.2, -0.7, 3.1, 2.2, 0.4};
    Draws draws =
        draws(
            "normal",
            m -> {
              Expr mu = m.sample("mu", normal(1, 2));
              m.observe("y", normal(mu, 1.5), y);
            });
    double precision = 1 / 4.0 + 5 / 2.25;
    double mean = (1 / 4.0 + 6.2 / 2.25) / precision;
    double sd = 1 / Math.sqrt(precision);
    Estimates.of(draws, "mu")
        .areHealthy()
        .haveMean(mean, 0)
        .haveSd(sd, 0)
        .haveQuantile(0.05, mean - 1.6448536269514722 * sd, 0)
        .haveQuantile(0.95, mean + 1.6448536269514722 * sd, 0);
  }

  /** Waiting times of exponential rate with an exponential prior: Gamma(n + 1, b + Σ y). */
  @Test
  void exponentialRateWithExponentialPrior() {
    double[] y = {0.3, 1.9, 0.8, 0.1, 2.4, 0.5, 1.1};
    Draws draws =
        draws(
            "exponential",
            m -> {
              Expr rate = m.sample("rate", exponential(0.5));
              m.observe("y", exponential(rate), y);
            });
    Estimates.of(draws, "rate").areHealthy().haveMean(8 / 7.6, 0).haveSd(Math.sqrt(8) / 7.6, 0);
  }

  /**
   * A mean given twice, once within a plate and once as a flat parameter with a factor: the same
   * posterior as n normal data, N(mean, σ/√n).
   */
  @Test
  void factorAndPlateAddUpTheSame() {
    double[] y = {2.5, 0.5, 1, 4};
    Draws draws =
        draws(
            "factor",
            m -> {
              Expr a = m.parameter("a", Constraints.real());
              Expr b = m.parameter("b", Constraints.real());
              try (var _ = m.plate("n", y.length)) {
                m.observe("y", normal(a, 2), y);
              }
              m.factor("likelihood", normal(b, 2).logProb(Expr.vector(y)));
            });
    for (String name : new String[] {"a", "b"}) {
      Estimates.of(draws, name).areHealthy().haveMean(2, 0).haveSd(1, 0);
    }
  }
}
