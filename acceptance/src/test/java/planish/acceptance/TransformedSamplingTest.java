package planish.acceptance;

import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.phi;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.transpose;
import static planish.autodiff.graph.Matrices.logDeterminant;
import static planish.distributions.Distributions.dirichlet;
import static planish.distributions.Distributions.exponential;
import static planish.distributions.Distributions.gamma;
import static planish.distributions.Distributions.lkjCorr;
import static planish.distributions.Distributions.lkjCorrCholesky;
import static planish.distributions.Distributions.restricted;
import static planish.distributions.Distributions.stdNormal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.diagnostics.Draws;
import planish.distributions.Distribution;
import planish.model.Model;
import planish.model.Posteriors;
import planish.sampling.Run;
import planish.transforms.Constraint;
import planish.transforms.Constraints;

/**
 * Known distributions sampled through each transform: a Jacobian that is wrong or left out moves
 * their means and spreads.
 *
 * <p>78 comparisons at four standard errors: a right sampler is rejected with probability 0.5 %.
 */
class TransformedSamplingTest {
  private static Draws draws(Model model) {
    return Run.of(Posteriors.compile("known", model)).warmup(500).seed(20261122).run().draws();
  }

  private static void compare(Draws draws, String element, double mean, double variance) {
    Estimates.of(draws, element).areHealthy().haveMean(mean, 0).haveSd(Math.sqrt(variance), 0);
  }

  private static Distribution among(Distribution each, int count, Constraint set) {
    return restricted(each.expand(Shape.of(count)), set);
  }

  /** With concentrations a of sum A: means a / A, variances mean (1 - mean) / (A + 1). */
  @ParameterizedTest
  @ValueSource(strings = {"stick-breaking", "isometric-log-ratio"})
  void simplex(String transform) {
    double[] concentrations = {0.8, 2, 3.2};
    Draws draws =
        draws(m -> m.through(transform).sample("x", dirichlet(Expr.vector(concentrations))));
    for (int k = 1; k <= 3; k++) {
      double mean = concentrations[k - 1] / 6;
      compare(draws, "x[" + k + "]", mean, mean * (1 - mean) / 7);
    }
  }

  /** The k-th least of three uniform numbers is Beta(k, 4 - k). */
  @Test
  void ordered() {
    Draws draws =
        draws(m -> {
          Expr x = m.sample("x", among(stdNormal(), 3, Constraints.ordered()));
          m.deterministic("u", phi(x));
        });
    for (int k = 1; k <= 3; k++) {
      compare(draws, "u[" + k + "]", k / 4.0, k * (4 - k) / 80.0);
    }
  }

  /** The least of n exponential numbers, and each step to the next of n, has mean 1 / n. */
  @Test
  void positiveOrdered() {
    Draws draws =
        draws(m -> m.sample("x", among(exponential(1), 3, Constraints.positiveOrdered())));
    double mean = 0;
    double variance = 0;
    for (int k = 1; k <= 3; k++) {
      mean += 1.0 / (4 - k);
      variance += 1.0 / ((4 - k) * (4 - k));
      compare(draws, "x[" + k + "]", mean, variance);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"softplus", "log"})
  void positive(String transform) {
    Draws draws = draws(m -> m.through(transform).sample("x", gamma(1.5, 2)));
    compare(draws, "x", 0.75, 0.375);
  }

  /** Each of the correlations is 2 Beta(a, a) - 1 with a = eta + (dimension - 2) / 2. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void correlations(boolean factor) {
    Draws draws =
        draws(m -> {
          Expr x = m.sample("x", factor ? lkjCorrCholesky(3, 2) : lkjCorr(3, 2));
          m.deterministic("r", factor ? product(x, transpose(x)) : x);
        });
    for (String element : new String[] {"r[2,1]", "r[3,1]", "r[3,2]"}) {
      compare(draws, element, 0, 1.0 / 6);
    }
  }

  /**
   * Density exp(κ x₁) on the sphere: with A = coth κ - 1/κ, x₁ has mean A and mean square 1 - 2A/κ,
   * the others mean square A/κ (N. I. Fisher, T. Lewis and B. J. J. Embleton, "Statistical analysis
   * of spherical data", 1987).
   */
  @Test
  void unitVector() {
    Draws draws =
        draws(m -> {
          Expr x = m.parameter("x", Constraints.unitVector(), 3);
          m.factor("pull", x.get(0).times(2));
        });
    double mean = 1 / Math.tanh(2) - 0.5;
    compare(draws, "x[1]", mean, 1 - mean - mean * mean);
    compare(draws, "x[2]", 0, mean / 2);
    compare(draws, "x[3]", 0, mean / 2);
  }

  /** Uniform on the triangle a, b > 0, a + b < 1: each is Beta(1, 2). */
  @Test
  void intervalUpToAParameter() {
    Draws draws =
        draws(m -> {
          Expr a = m.parameter("a", Constraints.unitInterval());
          m.parameter("b", Constraints.interval(Expr.of(0), Expr.of(1).minus(a)));
        });
    compare(draws, "a", 1.0 / 3, 1.0 / 18);
    compare(draws, "b", 1.0 / 3, 1.0 / 18);
  }

  /** The greater of two standard normal numbers has mean 1 / √π and variance 1 - 1 / π. */
  @Test
  void boundsThatAreParameters() {
    Draws draws =
        draws(m -> {
          Expr less = m.sample("less", stdNormal());
          m.sample("greater", restricted(stdNormal(), Constraints.lowerBound(less)));
          Expr most = m.sample("most", stdNormal());
          m.sample("least", restricted(stdNormal(), Constraints.upperBound(most)));
        });
    double mean = 1 / Math.sqrt(Math.PI);
    double variance = 1 - 1 / Math.PI;
    compare(draws, "less", -mean, variance);
    compare(draws, "greater", mean, variance);
    compare(draws, "most", mean, variance);
    compare(draws, "least", -mean, variance);
  }

  @Test
  void sumToZero() {
    Draws draws = draws(m -> m.sample("x", among(stdNormal(), 4, Constraints.sumToZero())));
    for (int k = 1; k <= 4; k++) {
      compare(draws, "x[" + k + "]", 0, 0.75);
    }
  }

  /** Wishart of 5 degrees of freedom and scale I: mean 5 I, variances 10 and, off it, 5. */
  @Test
  void covarianceMatrix() {
    Draws draws =
        draws(m -> {
          Expr s = m.parameter("s", Constraints.covMatrix(), 2, 2);
          Expr trace = Functions.diagonal(s).sum();
          m.factor("wishart", logDeterminant(s).minus(trace.times(0.5)));
        });
    compare(draws, "s[1,1]", 5, 10);
    compare(draws, "s[2,1]", 0, 5);
    compare(draws, "s[2,2]", 5, 10);
  }

  /**
   * The factor of such a matrix: a normal number below a diagonal that is chi of 5 and 4 degrees
   * (M. S. Bartlett, "On the theory of statistical regression", 1933), whose means are √2 Γ(3) /
   * Γ(5/2) = 8 √2 / (3 √π) and √2 Γ(5/2) / Γ(2) = 3 √(2 π) / 4.
   */
  @Test
  void factorOfACovarianceMatrix() {
    Draws draws =
        draws(m -> {
          Expr l = m.parameter("l", Constraints.choleskyFactorCov(), 2, 2);
          Expr logs = log(Functions.diagonal(l)).times(Expr.vector(4, 3));
          m.factor("bartlett", logs.sum().minus(square(l).sum().times(0.5)));
        });
    double first = 8 * Math.sqrt(2) / (3 * Math.sqrt(Math.PI));
    double second = 0.75 * Math.sqrt(2 * Math.PI);
    compare(draws, "l[1,1]", first, 5 - first * first);
    compare(draws, "l[2,1]", 0, 1);
    compare(draws, "l[2,2]", second, 4 - second * second);
  }
}
