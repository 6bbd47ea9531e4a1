package planish.autodiff.rewrite;

import static planish.autodiff.graph.Functions.checked;
import static planish.autodiff.graph.Functions.dot;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.less;
import static planish.autodiff.graph.Functions.logSumExp;
import static planish.autodiff.graph.Functions.select;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.sum;
import static planish.autodiff.rewrite.RewriteRefusal.Reason.NOT_FINITE;
import static planish.autodiff.rewrite.RewriteRefusal.Reason.PARAMETER;
import static planish.autodiff.rewrite.RewriteRefusal.Reason.TRUNCATION;
import static planish.autodiff.rewrite.RewriteRefusal.Reason.USED_ELSEWHERE;
import static planish.autodiff.rewrite.RewriteRefusal.keeps;
import static planish.autodiff.rewrite.RewriteRefusal.stays;

import java.util.stream.Stream;
import planish.autodiff.graph.Expr;

/** What rewrites of groups and of repeated rows must leave alone. */
final class GroupRefusals {
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final Expr ZERO = Expr.of(0);

  private GroupRefusals() {}

  static Stream<RewriteRefusal> all() {
    return Stream.of(pairs(), groups(), numbers(), rowChecks(), repeatedRows())
        .flatMap(rows -> rows);
  }

  private static Expr pair(Scene scene) {
    Expr a = scene.parameter("a", 2).gather(scene.groups(2));
    return a.plus(scene.parameter("b", 3).gather(scene.groups(3)));
  }

  private static Expr ofGroups(Scene scene) {
    return scene.parameter("a", 2).gather(scene.groups(2));
  }

  private static Expr checkedBy(Scene scene, Expr rate, double most) {
    Expr fits = less(ZERO, rate).times(less(rate, Expr.of(most)));
    return checked(rate, fits, rate, "the rate must fit");
  }

  private static Expr repeated(Scene scene) {
    return ofGroups(scene).plus(scene.counts("x").times(scene.parameter("b")));
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

  private static Expr curve(Scene scene) {
    return exp(exp(scene.counts("x").times(scene.parameter("b"))).negate());
  }

  private static Stream<RewriteRefusal> numbers() {
    String name = "equal-numbers";
    return Stream.of(
        stays(
            name,
            PARAMETER,
            scene -> sum(exp(exp(scene.parameter("own", scene.rows()).times(2)).negate()))),
        // Numbers that are all different.
        stays(
            name,
            PARAMETER,
            scene -> sum(exp(exp(scene.data("y").times(scene.parameter("b"))).negate()))),
        keeps(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr curve = curve(scene);
              return logSumExp(curve).plus(dot(curve, curve.plus(scene.data("y"))));
            }),
        keeps(
            name,
            TRUNCATION,
            scene -> sum(exp(checkedBy(scene, curve(scene), 0.99)).times(scene.data("y")))),
        keeps(
            name,
            NOT_FINITE,
            scene -> {
              double[] values = {0, 1, INFINITE, 0, Double.NaN, 1, 0, 1, INFINITE, 1, 0, 1};
              Expr x = scene.data("x", values, scene.rows());
              return sum(exp(exp(x.times(scene.parameter("b"))).negate()));
            }));
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
}
