package planish.distributions;

import java.util.Arrays;
import java.util.stream.Stream;
import planish.distributions.family.ScalarFamily;

/**
 * The distributions over single numbers, one or more rows each: what every test of the laws runs
 * over.
 *
 * @param name of the provider
 * @param arguments to test with
 * @param values the kind of values
 * @param at a point where derivatives are compared
 */
record Laws(String name, double[] arguments, Values values, double at) {
  enum Values {
    LINE,
    POSITIVE,
    BOUNDED,
    COUNTS
  }

  static Stream<Laws> all() {
    return Stream.of(
        row("normal", Values.LINE, -2.2, -3, 0.5),
        row("std-normal", Values.LINE, 0.6),
        row("half-normal", Values.POSITIVE, 1.3, 2.5),
        row("cauchy", Values.LINE, 2.3, 2, 0.1),
        row("half-cauchy", Values.POSITIVE, 0.4, 5),
        row("student-t", Values.LINE, 2.5, 3.5, 1, 2),
        row("student-t", Values.LINE, -2, 0.6, 0, 1),
        row("half-student-t", Values.POSITIVE, 1.5, 4, 2),
        row("laplace", Values.LINE, 1.5, 2, 0.7),
        row("logistic", Values.LINE, 3, -1, 2.5),
        row("lognormal", Values.POSITIVE, 0.7, -1, 0.5),
        row("exponential", Values.POSITIVE, 3, 0.25),
        row("exponential", Values.POSITIVE, 0.003, 1000),
        row("gamma", Values.POSITIVE, 1.1, 2.5, 3),
        row("gamma", Values.POSITIVE, 0.4, 0.3, 0.5),
        row("inverse-gamma", Values.POSITIVE, 0.8, 3.5, 2),
        row("chi-square", Values.POSITIVE, 2.5, 4.5),
        row("chi-square", Values.POSITIVE, 0.7, 1),
        row("weibull", Values.POSITIVE, 1.7, 1.5, 2),
        row("weibull", Values.POSITIVE, 0.4, 0.7, 3),
        row("uniform", Values.BOUNDED, 0.5, -1, 3),
        row("beta", Values.BOUNDED, 0.3, 2, 3.5),
        row("beta", Values.BOUNDED, 0.6, 0.5, 1.2),
        row("bernoulli", Values.COUNTS, 1, 0.3),
        row("bernoulli", Values.COUNTS, 0, 0.3),
        row("bernoulli-logit", Values.COUNTS, 1, -2),
        row("bernoulli-logit", Values.COUNTS, 0, -2),
        row("binomial", Values.COUNTS, 3, 10, 0.3),
        row("binomial", Values.COUNTS, 320, 400, 0.8),
        row("binomial-logit", Values.COUNTS, 4, 12, -0.7),
        row("binomial-logit", Values.COUNTS, 80, 200, -0.4),
        row("poisson", Values.COUNTS, 2, 1.5),
        row("poisson", Values.COUNTS, 60, 70),
        row("poisson-log", Values.COUNTS, 2, 0.3),
        row("neg-binomial-2", Values.COUNTS, 4, 6, 1.5),
        row("neg-binomial-2", Values.COUNTS, 50, 60, 20),
        row("neg-binomial-2-log", Values.COUNTS, 3, 1.2, 2));
  }

  static Stream<Laws> continuous() {
    return all().filter(row -> row.values != Values.COUNTS);
  }

  static Stream<Laws> counts() {
    return all().filter(row -> row.values == Values.COUNTS);
  }

  private static Laws row(String name, Values values, double at, double... arguments) {
    return new Laws(name, arguments, values, at);
  }

  ScalarFamily family() {
    return (ScalarFamily) Reference.PROVIDERS.get(name);
  }

  Distribution distribution() {
    return Reference.distribution(name, arguments);
  }

  double cdf(double x) {
    return family().cdf(x, arguments);
  }

  double quantile(double p) {
    return family().quantile(p, arguments);
  }

  @Override
  public String toString() {
    return name + Arrays.toString(arguments);
  }
}
