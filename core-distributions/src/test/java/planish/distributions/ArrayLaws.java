package planish.distributions;

import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.lowerTriangle;
import static planish.autodiff.graph.Functions.transpose;
import static planish.distributions.Distributions.independent;
import static planish.distributions.Distributions.mixture;
import static planish.distributions.Distributions.mixtureGeneral;
import static planish.distributions.Distributions.normal;
import static planish.distributions.Distributions.studentT;
import static planish.distributions.Distributions.transformed;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import planish.autodiff.graph.Expr;
import planish.transforms.Constraints;
import planish.transforms.Transforms;

/**
 * The distributions whose values or arguments are arrays, and those made of others: one row each.
 *
 * @param name of the provider, or of the function that makes it
 * @param make the distribution for some parameters, each free to be any number nearby
 * @param parameters to test with
 * @param value where density and derivatives are compared
 * @param logDensity there, by SciPy 1.17.1
 * @param outside a value outside the support
 * @param weights of a sum of a value's numbers, of which the distribution is known
 * @param cdf of that sum
 */
record ArrayLaws(
    String name,
    Function<Expr, Distribution> make,
    double[] parameters,
    double[] value,
    double logDensity,
    double[] outside,
    double[] weights,
    DoubleUnaryOperator cdf) {

  Distribution distribution() {
    return make.apply(Expr.vector(parameters));
  }

  boolean isProper() {
    return weights.length > 0;
  }

  @Override
  public String toString() {
    return name;
  }

  private static double[] at(double... numbers) {
    return numbers;
  }

  private static Distribution provided(String name, Expr... arguments) {
    return Reference.PROVIDERS.get(name).create(List.of(arguments));
  }

  static Stream<ArrayLaws> all() {
    return Stream.of(vectors(), matrices(), categories(), made()).flatMap(rows -> rows);
  }

  private static Expr mean(Expr p) {
    return p.slice(0, 2);
  }

  private static Expr matrix(Expr p) {
    Expr square = p.slice(2, 6).reshape(2, 2);
    return square.plus(transpose(square)).times(0.5);
  }

  private static DoubleUnaryOperator normalSum(double mean, double variance) {
    return Univariate.of("normal", mean, Math.sqrt(variance))::cdf;
  }

  private static Stream<ArrayLaws> vectors() {
    double[] wrong = at(Double.NaN, 0);
    double[] sum = at(1, 1);
    double[] origin = at(0, 0);
    return Stream.of(
        new ArrayLaws(
            "multi-normal",
            p -> provided("multi-normal", mean(p), matrix(p)),
            at(1, -2, 2, 0.5, 0.5, 1),
            origin,
            -5.260542103234199,
            wrong,
            sum,
            normalSum(-1, 4)),
        new ArrayLaws(
            "multi-normal-prec",
            p -> provided("multi-normal-prec", mean(p), matrix(p)),
            at(1, -2, 2, 0.5, 0.5, 1),
            origin,
            -3.558069172441634,
            wrong,
            sum,
            normalSum(-1, 2 / 1.75)),
        new ArrayLaws(
            "multi-normal-cholesky",
            p ->
                provided(
                    "multi-normal-cholesky", mean(p), lowerTriangle(p.slice(2, 6).reshape(2, 2))),
            at(1, -2, 1.25, 9, -0.4, 0.8),
            origin,
            -4.362877066409344,
            wrong,
            sum,
            normalSum(-1, 0.85 * 0.85 + 0.64)),
        new ArrayLaws(
            "dirichlet",
            p -> provided("dirichlet", p),
            at(1.5, 2, 0.7),
            at(0.2, 0.3, 0.5),
            0.10772302168916625,
            at(0.2, 0.3, 0.6),
            at(1, 0, 0),
            Univariate.of("beta", 1.5, 2.7)::cdf));
  }

  /** (r + 1) / 2 is beta(η, η) for two rows. */
  private static Stream<ArrayLaws> matrices() {
    Univariate beta = Univariate.of("beta", 1.7, 1.7);
    double[] correlation = at(0, 0, 1, 0);
    return Stream.of(
        new ArrayLaws(
            "lkj-corr",
            p -> provided("lkj-corr", Expr.of(2), p.get(0)),
            at(1.7),
            at(1, 0.4, 0.4, 1),
            -0.5016571497283401,
            at(1, 2, 2, 1),
            correlation,
            r -> beta.cdf((r + 1) / 2)),
        new ArrayLaws(
            "lkj-corr-cholesky",
            p -> provided("lkj-corr-cholesky", Expr.of(2), p.get(0)),
            at(1.7),
            at(1, 0, 0.4, Math.sqrt(1 - 0.4 * 0.4)),
            -0.5016571497283401,
            at(1, 0, 0.4, 0.4),
            correlation,
            r -> beta.cdf((r + 1) / 2)));
  }

  private static Stream<ArrayLaws> categories() {
    double[] logits = at(0.3, -1, 2);
    double[] one = at(1);
    double[] p = new double[3];
    double total = Math.exp(0.3) + Math.exp(-1) + Math.exp(2);
    for (int k = 0; k < 3; k++) {
      p[k] = Math.exp(logits[k]) / total;
    }
    DoubleUnaryOperator cdf = k -> k < 1 ? p[0] : k < 2 ? p[0] + p[1] : 1;
    return Stream.of(
        new ArrayLaws(
            "categorical",
            x -> provided("categorical", exp(x).dividedBy(exp(x).sum())),
            logits,
            at(1),
            -3.20902076654506,
            at(3),
            one,
            cdf),
        new ArrayLaws(
            "categorical-logit",
            x -> provided("categorical-logit", x),
            logits,
            at(2),
            -0.20902076654506024,
            at(0.5),
            one,
            cdf));
  }

  private static Stream<ArrayLaws> made() {
    double[] one = at(1);
    double[] infinite = at(Double.POSITIVE_INFINITY);
    Expr weights = Expr.vector(0.25, 0.75);
    double[] shares = at(0.25, 0.75);
    Univariate left = Univariate.of("normal", -1, 0.5);
    return Stream.of(
        new ArrayLaws("flat", p -> provided("flat"), at(), at(3), 0, infinite, at(), x -> x),
        new ArrayLaws(
            "mixture",
            p -> mixture(weights, normal(p.slice(0, 2), p.slice(2, 4))),
            at(-1, 2, 0.5, 1.5),
            at(0.3),
            -2.1916017211501,
            infinite,
            one,
            Univariate.mixture(shares, left, Univariate.of("normal", 2, 1.5))::cdf),
        new ArrayLaws(
            "mixtureGeneral",
            p ->
                mixtureGeneral(
                    weights, normal(p.get(0), p.get(1)), studentT(4, p.get(2), p.get(3))),
            at(-1, 0.5, 2, 1.5),
            at(0.3),
            -2.3000151612318,
            infinite,
            one,
            Univariate.mixture(shares, left, Univariate.of("student-t", 4, 2, 1.5))::cdf),
        new ArrayLaws(
            "independent",
            p -> independent(normal(p.slice(0, 2), p.slice(2, 4)), 1),
            at(1, -2, 0.5, 1.5),
            at(0, 0),
            -4.439083882846454,
            at(0, Double.NaN),
            at(1, 1),
            normalSum(-1, 2.5)),
        new ArrayLaws(
            "transformed",
            p ->
                transformed(
                    normal(p.get(0), p.get(1)), Transforms.boot().onto(Constraints.positive())),
            at(0.2, 0.6),
            at(0.7),
            -0.48183656717938145,
            at(-0.1),
            one,
            Univariate.of("lognormal", 0.2, 0.6)::cdf));
  }
}
