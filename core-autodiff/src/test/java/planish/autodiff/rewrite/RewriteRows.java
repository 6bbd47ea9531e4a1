package planish.autodiff.rewrite;

import static planish.autodiff.graph.Functions.checked;
import static planish.autodiff.graph.Functions.cholesky;
import static planish.autodiff.graph.Functions.diagonal;
import static planish.autodiff.graph.Functions.diagonalMatrix;
import static planish.autodiff.graph.Functions.dot;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.invLogit;
import static planish.autodiff.graph.Functions.less;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.log1pExp;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.solveLower;
import static planish.autodiff.graph.Functions.sqrt;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.sum;
import static planish.autodiff.graph.Functions.tanh;
import static planish.autodiff.graph.Functions.transpose;

import java.util.stream.Stream;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Matrices;

/** The table of rewrites: log densities that each of them changes. */
final class RewriteRows {
  private static final Expr ZERO = Expr.of(0);

  private RewriteRows() {}

  static Stream<RewriteRow> all() {
    return Stream.of(loops(), algebra(), groups(), statistics(), matrices()).flatMap(rows -> rows);
  }

  private static Stream<RewriteRow> loops() {
    return Stream.of(
        new RewriteRow("re-roll", "a loop of statements", RewriteRows::loop),
        new RewriteRow("re-roll", "a recurrence", RewriteRows::recurrence).ofRows(30),
        new RewriteRow("re-roll", "a recurrence of variances", RewriteRows::variances).ofRows(30),
        new RewriteRow("re-roll", "a forward pass", RewriteRows::forward).ofRows(30));
  }

  /** y[i] ~ normal(mu + b x[i], exp(s)), statement by statement. */
  private static Expr loop(Scene scene) {
    Expr y = scene.data("y");
    Expr x = scene.numbers("x", scene.rows());
    Expr mu = scene.located("mu");
    Expr b = scene.parameter("b");
    Expr s = scene.parameter("s");
    Expr total = square(b).times(-0.5);
    for (int i = 0; i < scene.rows(); i++) {
      Expr z = y.get(i).minus(mu.plus(b.times(x.get(i)))).dividedBy(exp(s));
      total = total.plus(square(z).times(-0.5)).minus(s);
    }
    return total;
  }

  /** Errors of a moving average. */
  private static Expr recurrence(Scene scene) {
    Expr y = scene.data("y");
    Expr mu = scene.located("mu");
    Expr theta = scene.parameter("theta").times(0.25);
    Expr error = Expr.of(0);
    Expr total = square(theta).times(-0.5);
    for (int i = 0; i < scene.rows(); i++) {
      error = y.get(i).minus(mu).minus(theta.times(error));
      total = total.minus(square(error));
    }
    return total;
  }

  /** Each row's standard deviation depends on the last one and on the last error. */
  private static Expr variances(Scene scene) {
    Expr y = scene.data("y");
    Expr mu = scene.located("mu");
    Expr a = exp(scene.parameter("a").times(0.25));
    Expr sigma = exp(scene.parameter("s").times(0.25));
    Expr total = ZERO;
    for (int i = 0; i < scene.rows(); i++) {
      Expr error = y.get(i).minus(mu);
      total = total.minus(square(error.dividedBy(sigma)).times(0.5)).minus(log(sigma));
      sigma = sqrt(a.plus(square(error).times(0.25)).plus(square(sigma).times(0.5)));
    }
    return total;
  }

  /** Two hidden states, whose probabilities are summed over at the end. */
  private static Expr forward(Scene scene) {
    Expr y = scene.data("y");
    Expr[] mu = {scene.located("low"), scene.located("high")};
    Expr stay = invLogit(scene.parameter("p"));
    Expr leave = stay.negate().plus(1);
    Expr[] alpha = {Expr.of(0.5), Expr.of(0.5)};
    for (int i = 0; i < scene.rows(); i++) {
      Expr one = alpha[0].times(stay).plus(alpha[1].times(leave));
      Expr other = alpha[0].times(leave).plus(alpha[1].times(stay));
      alpha[0] = one.dividedBy(square(y.get(i).minus(mu[0])).plus(1));
      alpha[1] = other.dividedBy(square(y.get(i).minus(mu[1])).plus(1));
    }
    return log(alpha[0].plus(alpha[1]));
  }

  private static Stream<RewriteRow> algebra() {
    return Stream.of(
        new RewriteRow(
            "simplify",
            "logarithms of exponentials",
            scene -> {
              Expr u = scene.parameter("u");
              Expr deviation = scene.data("y").minus(scene.located("mu"));
              Expr scaled = deviation.times(2).times(3).negate().negate().dividedBy(4);
              Expr logs = log(exp(u)).plus(log(exp(u).times(40))).plus(log(invLogit(u)));
              return logs.plus(dot(scaled, deviation)).plus(0);
            }),
        new RewriteRow(
            "like-terms",
            "sums of sums",
            scene -> {
              Expr u = square(scene.parameter("u"));
              Expr v = scene.parameter("v");
              Expr squares = sum(square(scene.data("y").minus(scene.located("mu"))));
              Expr one = u.times(2.5).plus(3).minus(v).minus(squares.times(0.25));
              return one.plus(u.minus(v.times(2)).negate().plus(squares.times(-0.25)).plus(1));
            }),
        new RewriteRow(
                "log-sums",
                "Bernoulli outcomes",
                scene -> {
                  Expr slope = scene.parameter("b").times(scene.numbers("x", scene.rows()));
                  Expr eta = scene.data("y").minus(scene.located("mu")).plus(slope);
                  return sum(log1pExp(eta)).times(-2).minus(square(scene.parameter("s")));
                })
            .ofRows(20),
        new RewriteRow(
            "simplify-gradient",
            "factors of factors",
            scene -> {
              Expr deviation = scene.data("y").minus(scene.located("mu"));
              return sum(square(deviation).times(2).times(3).negate());
            }));
  }

  private static Stream<RewriteRow> groups() {
    return Stream.of(
        new RewriteRow(
                "pair-tables",
                "a function of two effects",
                scene -> {
                  Expr a = scene.parameter("a", 2).gather(scene.groups(2));
                  Expr b = scene.parameter("b", 3).gather(scene.groups(3));
                  Expr mean = scene.located("mu").plus(square(a.plus(b)));
                  return sum(square(scene.data("y").minus(mean))).times(-0.5);
                })
            .ofRows(24),
        new RewriteRow(
            "gather-last",
            "a function of groups",
            scene -> {
              Expr a = scene.parameter("a", 2).gather(scene.groups(2));
              Expr mean = scene.located("mu").plus(exp(a.times(scene.parameter("s"))));
              return sum(square(scene.data("y").minus(mean))).times(-0.5);
            }),
        new RewriteRow(
                "equal-numbers",
                "a function of counts",
                scene -> {
                  Expr power = scene.counts("x").times(scene.parameter("b")).times(0.25);
                  Expr curve = exp(exp(power).negate());
                  Expr mean = scene.located("mu").plus(curve);
                  return sum(square(scene.data("y").minus(mean))).times(-0.5);
                })
            .ofRows(30));
  }

  private static Stream<RewriteRow> statistics() {
    return Stream.of(
        new RewriteRow("row-checks", "scales with a common factor", RewriteRows::checkedScales),
        new RewriteRow(
            "linear-sums",
            "Poisson counts",
            scene -> {
              Expr rate = exp(scene.parameter("a"));
              return sum(scene.counts("y").times(log(rate)).minus(rate));
            }),
        new RewriteRow(
            "linear-sums",
            "deviations of groups",
            scene -> {
              Expr mean = scene.located("a", 3).gather(scene.groups(3));
              return sum(mean.minus(scene.data("y")).times(exp(scene.parameter("s"))));
            }),
        new RewriteRow(
            "linear-sums",
            "deviations from predictions and from means of groups",
            scene -> {
              Expr x = scene.numbers("x", scene.rows(), 2);
              Expr mean = scene.located("a", 3).gather(scene.groups(3));
              Expr rest = scene.data("y").minus(product(x, scene.parameter("b", 2))).minus(mean);
              return sum(rest.times(exp(scene.parameter("s"))));
            }),
        new RewriteRow(
            "square-sums",
            "normal data",
            scene -> {
              Expr z = scene.data("y").minus(scene.located("mu"));
              Expr s = scene.parameter("s");
              return sum(square(z.dividedBy(exp(s)))).times(-0.5).minus(s);
            }),
        new RewriteRow(
            "square-sums",
            "means of groups",
            scene -> {
              Expr mean = scene.located("a", 3).gather(scene.groups(3));
              return sum(square(scene.data("y").minus(mean))).times(-0.5);
            }),
        new RewriteRow(
                "square-sums",
                "regression",
                scene -> {
                  Expr x = scene.numbers("x", scene.rows(), 2);
                  Expr mean = product(x, scene.parameter("b", 2)).plus(scene.located("mu"));
                  Expr z = scene.data("y").minus(mean).dividedBy(exp(scene.parameter("s")));
                  return sum(square(z)).times(-0.5);
                })
            .ofRows(30),
        new RewriteRow(
            "scatter-sums",
            "multivariate normal data",
            scene -> {
              Expr centred = scene.vectors("y", 2).minus(scene.located("mu", 2));
              return sum(square(solveLower(factor(scene, 2), transpose(centred)))).times(-0.5);
            }),
        new RewriteRow("large-sums", "rows of groups with predictors", RewriteRows::predicted),
        new RewriteRow(
            "large-sums",
            "predictors in columns",
            scene -> {
              Expr x = scene.numbers("x", 2, scene.rows());
              return sum(tanh(product(scene.parameter("b", 2), x).plus(scene.data("y"))));
            }),
        new RewriteRow(
                "repeated-rows",
                "two predictors of two values",
                scene -> {
                  Expr a = scene.parameter("a", 2).gather(scene.groups(2));
                  Expr b = scene.counts("y").times(scene.parameter("b"));
                  return sum(square(square(a.plus(b)).plus(1)));
                })
            .ofRows(30));
  }

  private static Expr predicted(Scene scene) {
    Expr x = scene.numbers("x", scene.rows(), 2);
    Expr means = scene.located("a", 3).gather(scene.groups(3));
    Expr z = scene.data("y").minus(product(x, scene.parameter("b", 2))).minus(means);
    Expr s = scene.parameter("s");
    Expr far = sum(log(square(z).plus(exp(s)))).times(-2);
    return far.minus(sum(log(square(z).plus(1))).times(s)).minus(square(s));
  }

  private static Expr checkedScales(Scene scene) {
    Expr known = square(scene.numbers("d", scene.rows())).plus(0.5);
    Expr scale = known.times(exp(scene.parameter("s")));
    Expr positive = less(Expr.of(0), scale);
    Expr fits = positive.times(less(scale, Expr.of(Double.POSITIVE_INFINITY)));
    Expr sigma = checked(scale, fits, scale, "the scale must be positive, but is");
    return sum(square(scene.data("y").minus(scene.located("mu"))).dividedBy(sigma)).negate();
  }

  private static Stream<RewriteRow> matrices() {
    return Stream.of(
        new RewriteRow(
                "one-factorisation",
                "a covariance made of its factor",
                scene -> {
                  Expr l = factor(scene, scene.rows());
                  Expr again = cholesky(product(l, transpose(l)));
                  Expr z = solveLower(again, scene.data("y").minus(scene.located("mu")));
                  return sum(square(z)).plus(Matrices.logDeterminantOfCholesky(again)).times(-0.5);
                })
            .ofRows(3)
            .ofCondition(1e4),
        new RewriteRow(
                "proven-checks",
                "a diagonal of exponentials",
                scene -> {
                  Expr l = factor(scene, scene.rows());
                  Expr positive = less(Expr.of(0), diagonal(l));
                  Expr sure = checked(l, positive, diagonal(l), "the diagonal must be positive");
                  return sum(square(product(scene.data("y").minus(scene.located("mu")), sure)));
                })
            .ofRows(3),
        new RewriteRow("known-quadratic-forms", "a known covariance", scene -> known(scene, 10))
            .ofRows(4)
            .ofCondition(10),
        new RewriteRow(
                "known-quadratic-forms",
                "a known covariance, nearly singular",
                scene -> known(scene, 1e5))
            .ofRows(4)
            .ofCondition(1e5),
        new RewriteRow("completed-squares", "a regression from sums", RewriteRows::sums)
            .ofRows(4)
            .ofCondition(10),
        new RewriteRow("known-inverses", "effects of a known covariance", RewriteRows::effects)
            .ofRows(4)
            .ofCondition(10),
        new RewriteRow(
                "symmetric-products",
                "a known precision",
                scene -> {
                  Expr x = scene.parameter("x", scene.rows());
                  return dot(x, product(x, covariance(scene, 10))).times(-0.5);
                })
            .ofRows(4)
            .ofCondition(10),
        new RewriteRow(
            "wide-products",
            "more predictors than rows",
            scene -> {
              Expr x = scene.numbers("x", scene.rows(), scene.rows() + 8);
              Expr b = scene.parameter("b", scene.rows() + 8);
              Expr mean = product(x, exp(b)).plus(scene.located("mu"));
              return sum(square(scene.data("y").minus(mean))).times(-0.5);
            }));
  }

  /** The sum of squares of outcomes is a little more than the least that there can be. */
  private static Expr sums(Scene scene) {
    Expr b = scene.located("b", scene.rows());
    Expr matrix = covariance(scene, 10);
    Expr centre = scene.data("y");
    Expr products = product(matrix, centre);
    Expr squares = dot(b, product(matrix, b)).minus(dot(products, b).times(2));
    Expr all = squares.plus(dot(centre, products)).plus(3);
    return all.times(-0.5).dividedBy(square(exp(scene.parameter("s"))));
  }

  private static Expr effects(Scene scene) {
    Expr z = scene.parameter("z", scene.rows());
    return sum(square(square(solveLower(cholesky(covariance(scene, 10)), z)))).times(-0.5);
  }

  private static Expr known(Scene scene, double condition) {
    Expr centred = scene.located("x", scene.rows()).minus(scene.data("mu"));
    return sum(square(solveLower(cholesky(covariance(scene, condition)), centred))).times(-0.5);
  }

  /** Variances from 1 down to 1 / κ, in other coordinates: reflected by a vector of ones. */
  static Expr covariance(Scene scene, double condition) {
    int n = scene.rows();
    double[] s = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        for (int k = 0; k < n; k++) {
          double variance = Math.pow(condition, -k / Math.max(1, n - 1.0));
          s[i * n + j] += ((i == k ? 1 : 0) - 2.0 / n) * variance * ((k == j ? 1 : 0) - 2.0 / n);
        }
        s[j * n + i] = s[i * n + j];
      }
    }
    return scene.data("S", s, n, n);
  }

  /** A lower triangle whose diagonal is positive. */
  static Expr factor(Scene scene, int n) {
    Expr a = scene.parameter("L", n, n);
    double[] strict = new double[n * n];
    for (int k = 0; k < n * n; k++) {
      strict[k] = k / n > k % n ? 0.5 : 0;
    }
    Expr below = a.times(Expr.of(strict, Shape.of(n, n)));
    return below.plus(diagonalMatrix(exp(diagonal(a).times(0.5))));
  }
}
