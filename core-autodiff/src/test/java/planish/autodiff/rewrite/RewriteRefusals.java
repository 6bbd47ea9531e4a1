package planish.autodiff.rewrite;

import static planish.autodiff.graph.Functions.checked;
import static planish.autodiff.graph.Functions.cholesky;
import static planish.autodiff.graph.Functions.diagonal;
import static planish.autodiff.graph.Functions.diagonalMatrix;
import static planish.autodiff.graph.Functions.dot;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.less;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.logSumExp;
import static planish.autodiff.graph.Functions.lowerTriangle;
import static planish.autodiff.graph.Functions.minimum;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.select;
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

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import planish.autodiff.graph.Expr;

/** The table of what rewrites must leave alone: for each of them, a case for each reason. */
final class RewriteRefusals {
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final Expr ZERO = Expr.of(0);

  private RewriteRefusals() {}

  static Stream<RewriteRefusal> all() {
    return Stream.of(
            loops(),
            algebra("simplify"),
            algebra("simplify-gradient"),
            likeTerms(),
            pairs(),
            groups(),
            rowChecks(),
            linearSums(),
            squareSums(),
            scatterSums(),
            repeatedRows(),
            factors(),
            checks(),
            forms(),
            products())
        .flatMap(rows -> rows);
  }

  /** One statement for each row. */
  private static Expr loop(Scene scene, Expr y, BiFunction<Expr, Integer, Expr> statement) {
    Expr mu = scene.parameter("mu");
    Expr total = square(mu).negate();
    for (int i = 0; i < scene.rows(); i++) {
      total = total.plus(statement.apply(y.get(i).minus(mu), i));
    }
    return total;
  }

  private static Stream<RewriteRefusal> loops() {
    String name = "re-roll";
    return Stream.of(
        // No two statements are of one form.
        stays(
            name,
            PARAMETER,
            scene -> {
              Expr mu = scene.parameter("mu").times(0.5);
              Expr total = ZERO;
              Expr power = mu;
              for (int i = 0; i < scene.rows(); i++) {
                power = i % 2 == 0 ? tanh(power) : square(power);
                total = total.plus(power);
              }
              return total;
            }),
        keeps(
            name,
            USED_ELSEWHERE,
            scene -> {
              List<Expr> kept = new ArrayList<>();
              Expr total =
                  loop(
                      scene,
                      scene.data("y"),
                      (z, i) -> {
                        kept.add(z);
                        return square(z).negate();
                      });
              return total.plus(tanh(kept.get(5)));
            }),
        keeps(
            name,
            TRUNCATION,
            scene -> loop(scene, scene.data("y"), (z, i) -> select(less(z, ZERO), square(z), z))),
        keeps(
            name,
            NOT_FINITE,
            scene -> loop(scene, scene.broken("y", INFINITE), (z, i) -> square(z).times(-0.5))));
  }

  private static Stream<RewriteRefusal> algebra(String name) {
    return Stream.of(
        stays(name, PARAMETER, scene -> scene.parameter("u").times(scene.parameter("v"))),
        keeps(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr e = exp(scene.parameter("u"));
              return log(e).plus(e);
            }),
        keeps(
            name,
            TRUNCATION,
            scene -> {
              Expr s = exp(scene.parameter("u"));
              return log(checked(s, less(s, Expr.of(2)), s, "too large"));
            }),
        keeps(name, NOT_FINITE, scene -> scene.parameter("u").times(INFINITE).dividedBy(0)),
        // What would overflow or vanish if the factors were one.
        keeps(
            name,
            NOT_FINITE,
            scene -> scene.parameter("u").times(1e-300).times(1e200).times(1e200)),
        keeps(
            name,
            NOT_FINITE,
            scene -> scene.parameter("u").times(1e300).times(1e-200).times(1e-200)));
  }

  private static Stream<RewriteRefusal> likeTerms() {
    String name = "like-terms";
    return Stream.of(
        stays(
            name,
            PARAMETER,
            scene -> {
              Expr u = scene.parameter("u");
              return u.times(scene.parameter("v"));
            }),
        keeps(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr u = scene.parameter("u");
              Expr part = u.plus(3).plus(scene.parameter("v"));
              return part.plus(u).plus(tanh(part));
            }),
        keeps(
            name,
            TRUNCATION,
            scene -> {
              Expr u = scene.parameter("u");
              Expr small = checked(u.plus(1), less(u, Expr.of(0.5)), u, "too large");
              return small.plus(u).plus(2);
            }),
        stays(
            name,
            NOT_FINITE,
            scene -> square(scene.parameter("u")).plus(Double.NEGATIVE_INFINITY)));
  }

  private static Expr pair(Scene scene) {
    Expr a = scene.parameter("a", 2).gather(scene.groups(2));
    return a.plus(scene.parameter("b", 3).gather(scene.groups(3)));
  }

  private static Stream<RewriteRefusal> pairs() {
    String name = "pair-tables";
    return Stream.of(
        stays(
            name,
            PARAMETER,
            scene -> {
              Expr a = scene.parameter("a", 2).gather(scene.groups(2));
              return logSumExp(a.plus(scene.parameter("own", scene.rows())));
            }),
        keeps(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr t = pair(scene);
              return logSumExp(t).plus(dot(t, scene.data("y")));
            }),
        keeps(
            name,
            TRUNCATION,
            scene -> {
              Expr t = pair(scene);
              return sum(select(less(t, scene.data("y")), square(t), ZERO));
            }),
        keeps(
            name,
            NOT_FINITE,
            scene -> logSumExp(square(pair(scene)).plus(scene.broken("y", INFINITE)))));
  }

  private static Expr ofGroups(Scene scene) {
    return scene.parameter("a", 2).gather(scene.groups(2));
  }

  private static Stream<RewriteRefusal> groups() {
    String name = "gather-last";
    return Stream.of(
        stays(
            name,
            PARAMETER,
            scene -> sum(exp(ofGroups(scene).times(scene.parameter("own", scene.rows()))))),
        keeps(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr e = exp(ofGroups(scene));
              return sum(e).plus(logSumExp(e.times(scene.data("y"))));
            }),
        keeps(
            name,
            TRUNCATION,
            scene -> {
              Expr a = ofGroups(scene);
              Expr small = checked(a, less(a, Expr.of(1)), a, "too large");
              return sum(select(less(small, ZERO), exp(small), small));
            }),
        keeps(
            name,
            NOT_FINITE,
            scene -> sum(exp(ofGroups(scene)).times(scene.broken("y", Double.NaN)))));
  }

  private static Expr checkedBy(Scene scene, Expr rate, double most) {
    Expr fits = less(ZERO, rate).times(less(rate, Expr.of(most)));
    return checked(rate, fits, rate, "the rate must fit");
  }

  private static Stream<RewriteRefusal> rowChecks() {
    String name = "row-checks";
    return Stream.of(
        stays(
            name,
            PARAMETER,
            scene -> {
              Expr own = scene.parameter("own", scene.rows()).plus(1);
              return dot(checkedBy(scene, own, INFINITE), scene.data("y"));
            }),
        keeps(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr rate = scene.parameter("a").plus(1).times(square(scene.data("d")));
              return dot(checkedBy(scene, rate, INFINITE), scene.data("y")).plus(logSumExp(rate));
            }),
        keeps(
            name,
            TRUNCATION,
            scene -> {
              Expr rate = scene.parameter("a").plus(1).times(square(scene.data("d")));
              return dot(checkedBy(scene, rate, 10), scene.data("y"));
            }),
        keeps(
            name,
            NOT_FINITE,
            scene -> {
              Expr rate = scene.parameter("a").plus(1).times(scene.broken("d", INFINITE));
              return dot(checkedBy(scene, rate, INFINITE), scene.data("y"));
            }));
  }

  private static Stream<RewriteRefusal> linearSums() {
    String name = "linear-sums";
    return Stream.of(
        stays(
            name,
            PARAMETER,
            scene -> {
              Expr own = scene.parameter("own", scene.rows());
              return dot(own, exp(own));
            }),
        keeps(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr rows = scene.data("y").times(scene.parameter("a"));
              return sum(rows).plus(logSumExp(rows));
            }),
        stays(
            name,
            TRUNCATION,
            scene -> {
              Expr rows = scene.data("y").times(scene.parameter("a"));
              return sum(select(less(scene.data("z"), scene.parameter("b")), rows, ZERO));
            }),
        stays(
            name,
            NOT_FINITE,
            scene -> sum(scene.broken("y", Double.NaN).times(scene.parameter("a")))),
        stays(
            name,
            NOT_FINITE,
            scene -> sum(scene.broken("y", INFINITE).times(scene.parameter("a")))));
  }

  private static Stream<RewriteRefusal> squareSums() {
    String name = "square-sums";
    return Stream.of(
        stays(
            name,
            PARAMETER,
            scene -> sum(square(scene.parameter("y", scene.rows()).minus(scene.parameter("mu"))))),
        keeps(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr z = scene.data("y").minus(scene.parameter("mu"));
              return sum(square(z)).plus(logSumExp(z));
            }),
        stays(
            name,
            TRUNCATION,
            scene -> {
              Expr z = scene.data("y").minus(scene.parameter("mu"));
              return sum(square(minimum(z, Expr.of(1))));
            }),
        stays(
            name,
            NOT_FINITE,
            scene -> sum(square(scene.broken("y", INFINITE).minus(scene.parameter("mu"))))),
        stays(
            name,
            NOT_FINITE,
            scene -> sum(square(scene.broken("y", Double.NaN).minus(scene.parameter("mu"))))));
  }

  private static Expr scatter(Scene scene, Expr centred) {
    return sum(square(solveLower(RewriteRows.factor(scene, 2), transpose(centred))));
  }

  private static Stream<RewriteRefusal> scatterSums() {
    String name = "scatter-sums";
    return Stream.of(
        stays(
            name,
            PARAMETER,
            scene -> scatter(scene, scene.parameter("y", scene.rows(), 2).minus(mean(scene)))),
        keeps(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr centred = scene.vectors("y", 2).minus(mean(scene));
              return scatter(scene, centred).plus(sum(tanh(centred)));
            }),
        stays(
            name,
            TRUNCATION,
            scene -> scatter(scene, minimum(scene.vectors("y", 2).minus(mean(scene)), Expr.of(1)))),
        stays(
            name,
            NOT_FINITE,
            scene -> {
              double[] values = scene.normals(2 * scene.rows(), 0);
              values[3] = Double.NaN;
              Expr y = scene.data("y", values, scene.rows(), 2);
              return scatter(scene, y.minus(mean(scene)));
            }));
  }

  private static Expr mean(Scene scene) {
    return scene.parameter("mu", 2);
  }

  private static Expr repeated(Scene scene) {
    return ofGroups(scene).plus(scene.counts("x").times(scene.parameter("b")));
  }

  private static Stream<RewriteRefusal> repeatedRows() {
    String name = "repeated-rows";
    return Stream.of(
        stays(
            name,
            PARAMETER,
            scene -> sum(exp(repeated(scene).plus(scene.parameter("own", scene.rows()))))),
        keeps(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr rows = exp(repeated(scene));
              return sum(rows).plus(dot(rows, scene.data("y")));
            }),
        keeps(
            name,
            TRUNCATION,
            scene -> {
              Expr rows = repeated(scene);
              return sum(select(less(rows, scene.parameter("c")), exp(rows), square(rows)));
            }),
        keeps(
            name,
            NOT_FINITE,
            scene -> sum(exp(repeated(scene).times(scene.broken("y", INFINITE))))));
  }

  private static Expr gram(Expr l) {
    return product(l, transpose(l));
  }

  private static Expr normal(Scene scene, Expr factor) {
    return sum(square(solveLower(factor, scene.parameter("x", 3))));
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

  private static Expr checkedDiagonal(Expr l, Expr condition) {
    return checked(l, condition, diagonal(l), "the diagonal must fit, but has");
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
        stays(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr z = whitened(scene);
              return sum(square(z)).plus(sum(tanh(z)));
            }),
        stays(name, TRUNCATION, scene -> sum(square(minimum(whitened(scene), Expr.of(0.5))))),
        stays(
            name,
            NOT_FINITE,
            scene -> {
              Expr x = scene.parameter("x", 2);
              return dot(x, product(x, scene.data("P", new double[] {1, INFINITE, 0, 1}, 2, 2)));
            }));
  }

  private static Expr whitened(Scene scene) {
    Expr l = cholesky(RewriteRows.covariance(scene, 5));
    return solveLower(l, scene.parameter("x", scene.rows()));
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
}
