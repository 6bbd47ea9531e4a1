package planish.autodiff.rewrite;

import static planish.autodiff.graph.Functions.checked;
import static planish.autodiff.graph.Functions.dot;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.less;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.logSumExp;
import static planish.autodiff.graph.Functions.minimum;
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

import java.util.stream.Stream;
import planish.autodiff.graph.Expr;

/** What rewrites of sufficient statistics must leave alone. */
final class SumRefusals {
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final Expr ZERO = Expr.of(0);

  private SumRefusals() {}

  static Stream<RewriteRefusal> all() {
    return Stream.of(linearSums(), squareSums(), scatterSums(), largeSums()).flatMap(rows -> rows);
  }

  private static Expr scatter(Scene scene, Expr centred) {
    return sum(square(solveLower(RewriteRows.factor(scene, 2), transpose(centred))));
  }

  private static Expr mean(Scene scene) {
    return scene.parameter("mu", 2);
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
            TRUNCATION,
            scene -> {
              Expr some = less(scene.data("z"), ZERO).times(less(scene.parameter("b"), ZERO));
              return sum(select(some, scene.data("y").times(scene.parameter("a")), ZERO));
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

  private static Stream<RewriteRefusal> largeSums() {
    String name = "large-sums";
    return Stream.of(
        stays(
            name,
            PARAMETER,
            scene -> sum(exp(scene.data("y").times(scene.parameter("own", scene.rows()))))),
        stays(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr total = sum(exp(scene.data("y").times(scene.parameter("a"))));
              return total.minus(log(total));
            }),
        stays(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr total = sum(exp(scene.data("y").times(scene.parameter("a"))));
              return total.times(sum(exp(scene.data("z").times(scene.parameter("b")))));
            }),
        keeps(
            name,
            TRUNCATION,
            scene -> {
              Expr rows = scene.data("y").times(scene.parameter("a"));
              Expr bounded = checked(rows, less(rows, Expr.of(2)), rows, "must be below 2");
              return sum(exp(bounded)).times(scene.parameter("b"));
            }),
        keeps(
            name,
            NOT_FINITE,
            scene -> sum(exp(scene.broken("y", INFINITE).times(scene.parameter("a"))))));
  }
}
