package planish.autodiff.rewrite;

import static planish.autodiff.graph.Functions.checked;
import static planish.autodiff.graph.Functions.cholesky;
import static planish.autodiff.graph.Functions.diagonal;
import static planish.autodiff.graph.Functions.diagonalMatrix;
import static planish.autodiff.graph.Functions.dot;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.less;
import static planish.autodiff.graph.Functions.lowerTriangle;
import static planish.autodiff.graph.Functions.minimum;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.solveLower;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.sum;
import static planish.autodiff.graph.Functions.tanh;
import static planish.autodiff.graph.Functions.transpose;
import static planish.autodiff.rewrite.RewriteRefusal.Reason.NOT_FINITE;
import static planish.autodiff.rewrite.RewriteRefusal.Reason.PARAMETER;
import static planish.autodiff.rewrite.RewriteRefusal.Reason.TRUNCATION;
import static planish.autodiff.rewrite.RewriteRefusal.Reason.USED_ELSEWHERE;
import static planish.autodiff.rewrite.RewriteRefusal.keeps;
import static planish.autodiff.rewrite.RewriteRefusal.stays;

import java.util.stream.Stream;
import planish.autodiff.graph.Expr;

/** What rewrites of matrices must leave alone. */
final class MatrixRefusals {
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final Expr ZERO = Expr.of(0);

  private MatrixRefusals() {}

  static Stream<RewriteRefusal> all() {
    return Stream.of(factors(), checks(), squares(), forms(), inverses(), products(), wide())
        .flatMap(rows -> rows);
  }

  private static Expr gram(Expr l) {
    return product(l, transpose(l));
  }

  private static Expr normal(Scene scene, Expr factor) {
    return sum(square(solveLower(factor, scene.parameter("x", 3))));
  }

  private static Expr checkedDiagonal(Expr l, Expr condition) {
    return checked(l, condition, diagonal(l), "the diagonal must fit, but has");
  }

  private static Expr whitened(Scene scene) {
    Expr l = cholesky(RewriteRows.covariance(scene, 5));
    return solveLower(l, scene.parameter("x", scene.rows()));
  }

  private static Expr usedElsewhere(Scene scene) {
    Expr z = whitened(scene);
    return sum(square(z)).plus(sum(tanh(z)));
  }

  private static Expr truncated(Scene scene) {
    return sum(square(minimum(whitened(scene), Expr.of(0.5))));
  }

  private static Stream<RewriteRefusal> factors() {
    String name = "one-factorisation";
    return Stream.of(
        // A diagonal of any sign.
        stays(
            name,
            PARAMETER,
            scene -> {
              Expr l = RewriteRows.factor(scene, 3).plus(diagonalMatrix(scene.parameter("s", 3)));
              return normal(scene, cholesky(gram(l)));
            }),
        keeps(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr covariance = gram(RewriteRows.factor(scene, 3));
              return normal(scene, cholesky(covariance)).plus(sum(tanh(covariance)));
            }),
        stays(
            name,
            TRUNCATION,
            scene -> {
              Expr s = gram(RewriteRows.factor(scene, 3));
              return normal(scene, cholesky(checked(s, less(s, Expr.of(2)), s, "too large")));
            }),
        keeps(
            name,
            NOT_FINITE,
            scene -> {
              Expr broken = scene.data("d", new double[] {1, INFINITE, 1}, 3);
              return normal(scene, cholesky(gram(RewriteRows.factor(scene, 3).times(broken))));
            }));
  }

  private static Stream<RewriteRefusal> checks() {
    String name = "proven-checks";
    return Stream.of(
        stays(
            name,
            PARAMETER,
            scene -> {
              Expr l = lowerTriangle(scene.parameter("L", 3, 3));
              return sum(checkedDiagonal(l, less(ZERO, diagonal(l))));
            }),
        keeps(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr l = RewriteRows.factor(scene, 3);
              return sum(checkedDiagonal(l, less(ZERO, diagonal(l)))).plus(sum(tanh(l)));
            }),
        stays(
            name,
            TRUNCATION,
            scene -> {
              Expr l = RewriteRows.factor(scene, 3);
              return sum(checkedDiagonal(l, less(diagonal(l), Expr.of(1.5))));
            }),
        keeps(
            name,
            NOT_FINITE,
            scene -> {
              Expr scale = scene.data("d", new double[] {1, Double.NaN, 1}, 3);
              Expr l = RewriteRows.factor(scene, 3).times(scale);
              return sum(checkedDiagonal(l, less(ZERO, diagonal(l))));
            }));
  }

  private static Stream<RewriteRefusal> forms() {
    String name = "known-quadratic-forms";
    return Stream.of(
        stays(
            name,
            PARAMETER,
            scene -> {
              Expr scaled = RewriteRows.covariance(scene, 5).times(exp(scene.parameter("s")));
              Expr x = scene.parameter("x", scene.rows());
              return sum(square(solveLower(cholesky(scaled), x)));
            }),
        stays(name, USED_ELSEWHERE, MatrixRefusals::usedElsewhere),
        stays(name, TRUNCATION, MatrixRefusals::truncated),
        stays(
            name,
            NOT_FINITE,
            scene -> {
              Expr x = scene.parameter("x", 2);
              return dot(x, product(x, scene.data("P", new double[] {1, INFINITE, 0, 1}, 2, 2)));
            }));
  }

  private static Stream<RewriteRefusal> squares() {
    String name = "completed-squares";
    return Stream.of(
        stays(
            name,
            PARAMETER,
            scene -> {
              Expr matrix = RewriteRows.covariance(scene, 5).times(exp(scene.parameter("s")));
              Expr x = scene.parameter("x", scene.rows());
              return dot(x, product(matrix, x)).minus(dot(x, scene.data("v")));
            }),
        // Not even the same vector.
        stays(
            name,
            PARAMETER,
            scene -> {
              Expr x = scene.parameter("x", scene.rows());
              Expr y = scene.parameter("y", scene.rows());
              Expr form = dot(x, product(RewriteRows.covariance(scene, 5), x));
              return form.minus(dot(y, scene.data("v")));
            }),
        stays(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr x = scene.parameter("x", scene.rows());
              Expr p = product(RewriteRows.covariance(scene, 5), x);
              return dot(x, p).minus(dot(x, scene.data("v"))).plus(sum(tanh(p)));
            }),
        stays(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr x = scene.parameter("x", scene.rows());
              Expr form = dot(x, product(RewriteRows.covariance(scene, 5), x));
              return form.minus(dot(x, scene.data("v"))).plus(exp(form.negate()));
            }),
        stays(
            name,
            TRUNCATION,
            scene -> {
              Expr x = scene.parameter("x", scene.rows());
              Expr form = dot(x, product(RewriteRows.covariance(scene, 5), x));
              return minimum(form, Expr.of(2)).minus(dot(x, scene.data("v")));
            }),
        stays(
            name,
            NOT_FINITE,
            scene -> {
              Expr x = scene.parameter("x", scene.rows());
              Expr form = dot(x, product(RewriteRows.covariance(scene, 5), x));
              return form.minus(dot(x, scene.broken("v", INFINITE)));
            }),
        stays(
            name,
            NOT_FINITE,
            scene -> {
              Expr x = scene.parameter("x", 2);
              double[] values = {1, Double.NaN, Double.NaN, 1};
              Expr form = dot(x, product(scene.data("P", values, 2, 2), x));
              return form.minus(x.sum());
            }));
  }

  private static Stream<RewriteRefusal> inverses() {
    String name = "known-inverses";
    return Stream.of(
        stays(
            name,
            PARAMETER,
            scene -> {
              Expr scaled = RewriteRows.covariance(scene, 5).times(exp(scene.parameter("s")));
              return sum(tanh(solveLower(cholesky(scaled), scene.parameter("x", scene.rows()))));
            }),
        keeps(name, USED_ELSEWHERE, MatrixRefusals::usedElsewhere),
        keeps(name, TRUNCATION, MatrixRefusals::truncated),
        stays(
            name,
            NOT_FINITE,
            scene -> {
              Expr x = scene.parameter("x", 2);
              Expr factor = scene.data("L", new double[] {1, 0, INFINITE, 1}, 2, 2);
              return sum(square(solveLower(factor, x)));
            }));
  }

  private static Stream<RewriteRefusal> products() {
    String name = "symmetric-products";
    return Stream.of(
        stays(
            name,
            PARAMETER,
            scene -> {
              Expr a = scene.parameter("a", 3, 3);
              Expr x = scene.parameter("x", 3);
              return sum(tanh(product(x, a.plus(transpose(a)))));
            }),
        keeps(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr x = scene.parameter("x", scene.rows());
              Expr p = product(x, RewriteRows.covariance(scene, 5));
              return dot(x, p).plus(sum(tanh(p)));
            }),
        keeps(
            name,
            TRUNCATION,
            scene -> {
              Expr x = scene.parameter("x", scene.rows());
              return dot(x, minimum(product(x, RewriteRows.covariance(scene, 5)), Expr.of(1)));
            }),
        keeps(
            name,
            NOT_FINITE,
            scene -> {
              Expr x = scene.parameter("x", 2);
              double[] values = {1, INFINITE, INFINITE, 1};
              return dot(x, product(x, scene.data("P", values, 2, 2)));
            }));
  }

  private static Expr wideProduct(Scene scene) {
    return product(scene.numbers("x", 2, 5), scene.parameter("b", 5));
  }

  private static Stream<RewriteRefusal> wide() {
    String name = "wide-products";
    return Stream.of(
        stays(
            name,
            PARAMETER,
            scene -> sum(tanh(product(scene.parameter("a", 2, 5), scene.parameter("b", 5))))),
        keeps(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr p = wideProduct(scene);
              return sum(square(p)).plus(sum(tanh(p)));
            }),
        keeps(name, TRUNCATION, scene -> sum(minimum(wideProduct(scene), Expr.of(1)))),
        keeps(
            name,
            NOT_FINITE,
            scene -> {
              double[] values = {1, INFINITE, 0, 1, 2, Double.NaN};
              return sum(product(scene.data("x", values, 2, 3), scene.parameter("b", 3)));
            }));
  }
}
