package planish.distributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.distributions.family.ScalarFamily;

class ReferenceValuesTest {
  static List<String[]> values() {
    return Reference.rows("reference.csv");
  }

  static List<String[]> moments() {
    return Reference.rows("moments.csv");
  }

  static List<String[]> quantiles() {
    return Reference.rows("quantiles.csv");
  }

  static List<String[]> vectors() {
    return Reference.rows("multi.csv");
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("values")
  void logDensitiesAndDistributionFunctionsAreSciPys(
      String name, String arguments, String at, String logDensity, String cdf) {
    double[] args = Reference.numbers(arguments);
    double x = Double.parseDouble(at);
    double expected = Double.parseDouble(logDensity);
    Distribution distribution = Reference.distribution(name, args);
    assertThat(Evaluate.constant(distribution.logProb(Expr.of(x))))
        .containsExactly(
            new double[] {expected},
            within(2e-14 * (1 + Math.abs(expected)) + lost(name, args, x)));
    double probability = Double.parseDouble(cdf);
    double found = ((ScalarFamily) Reference.PROVIDERS.get(name)).cdf(x, args);
    // Relative in the tails; SciPy itself loses digits where it takes differences from 1/2.
    assertThat(found).isCloseTo(probability, within(1e-12 * probability + 1e-16));
  }

  /** What cancels between log Γ(s), s log s and their like, for the greatest number s. */
  private static double lost(String name, double[] arguments, double x) {
    if (!Set.of("gamma", "beta", "poisson").contains(name)) {
      return 0;
    }
    double s = Math.max(Math.abs(x), DoubleStream.of(arguments).max().orElse(0));
    return 2e-16 * s * Math.log1p(s);
  }

  /** SciPy's own quantiles are the least exact here; the distribution function is held tighter. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("quantiles")
  void quantilesAreSciPys(String name, String arguments, String at, String quantile) {
    double[] args = Reference.numbers(arguments);
    double expected = Double.parseDouble(quantile);
    double p = Double.parseDouble(at);
    ScalarFamily family = (ScalarFamily) Reference.PROVIDERS.get(name);
    double found = family.quantile(p, args);
    assertThat(found).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    if (!Reference.distribution(name, args).discrete()) {
      assertThat(family.cdf(found, args)).isCloseTo(p, within(1e-11 * p + 2e-16));
    }
  }

  /**
   * Sample mean and variance of 20,000 draws: 5 standard errors, false alarms of at most 5e-5 in
   * all.
   */
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("moments")
  void drawsHaveSciPysMeanAndVariance(String name, String arguments, String mean, String variance) {
    double[] args = Reference.numbers(arguments);
    int n = 20_000;
    Distribution batch = Reference.distribution(name, args).expand(Shape.of(n));
    double[][] values = new double[args.length][];
    for (int k = 0; k < args.length; k++) {
      values[k] = new double[] {args[k]};
    }
    double[] x = new double[n];
    batch.variate().draw(new SplittableRandom(11), values, x);
    double m = Double.parseDouble(mean);
    double v = Double.parseDouble(variance);
    double sum = 0;
    double squares = 0;
    double fourth = 0;
    for (double each : x) {
      sum += each - m;
      squares += (each - m) * (each - m);
      fourth += Math.pow(each - m, 4);
    }
    assertThat(sum / n).isCloseTo(0, within(5 * Math.sqrt(v / n) + 1e-300));
    double error = Math.sqrt(Math.max(0, fourth / n - v * v) / n);
    assertThat(squares / n).isCloseTo(v, within(5 * error + 1e-11 * v + 1e-11 * m * m));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void vectorDensitiesAreSciPys(String mean, String factor, String at, String logDensity) {
    double[] mu = Reference.numbers(mean);
    Expr l = Expr.of(Reference.numbers(factor), Shape.of(mu.length, mu.length));
    Distribution distribution = Distributions.multiNormalCholesky(Expr.vector(mu), l);
    double expected = Double.parseDouble(logDensity);
    // SciPy goes through the eigenvalues of the covariance: its own error is larger than ours.
    assertThat(Evaluate.constant(distribution.logProb(Expr.vector(Reference.numbers(at)))))
        .containsExactly(new double[] {expected}, within(1e-10 * (1 + Math.abs(expected))));
  }
}
