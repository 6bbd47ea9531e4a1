package planish.autodiff.rewrite;

import static planish.autodiff.graph.Functions.checked;
import static planish.autodiff.graph.Functions.dot;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.less;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.log1pExp;
import static planish.autodiff.graph.Functions.select;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.sum;
import static planish.autodiff.graph.Functions.tanh;
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

/** What rewrites of loops and of algebra must leave alone. */
final class AlgebraRefusals {
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final Expr ZERO = Expr.of(0);

  private AlgebraRefusals() {}

  static Stream<RewriteRefusal> all() {
    return Stream.of(
            loops(), algebra("simplify"), algebra("simplify-gradient"), likeTerms(), logSums())
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

  private static Stream<RewriteRefusal> logSums() {
    String name = "log-sums";
    return Stream.of(
        stays(
            name,
            PARAMETER,
            scene -> dot(scene.parameter("w", 20), log1pExp(scene.parameter("x", 20)))),
        stays(
            name,
            USED_ELSEWHERE,
            scene -> {
              Expr logs = log1pExp(scene.parameter("x", 20));
              return sum(logs).plus(tanh(logs.get(3)));
            }),
        // Where the sum is small, its relative error would show.
        stays(name, USED_ELSEWHERE, scene -> log(sum(log1pExp(scene.parameter("x", 20))))),
        stays(
            name,
            TRUNCATION,
            scene -> {
              Expr x = scene.parameter("x", 20);
              return sum(select(less(x, ZERO), log1pExp(x), x));
            }),
        keeps(name, NOT_FINITE, scene -> outside(scene, INFINITE)),
        keeps(name, NOT_FINITE, scene -> outside(scene, -INFINITE)),
        keeps(name, NOT_FINITE, scene -> outside(scene, Double.NaN)));
  }

  private static Expr outside(Scene scene, double number) {
    double[] values = scene.normals(20, 0);
    values[7] = number;
    return sum(log1pExp(scene.data("y", values, 20).minus(scene.parameter("mu"))));
  }
}
