package planish.acceptance;

import static planish.autodiff.graph.Functions.concatenate;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.scan;
import static planish.distributions.Distributions.lognormal;
import static planish.distributions.Distributions.normal;
import static planish.distributions.Distributions.restricted;

import java.util.List;
import java.util.stream.IntStream;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.ScanBody;
import planish.autodiff.program.ScanBodies;
import planish.model.Model;
import planish.transforms.Constraints;

/**
 * posteriordb's {@code lotka_volterra}: hares and lynxes, the logarithms of whose numbers solve d
 * log u = α − β v, d log v = δ u − γ, by the classical Runge–Kutta method with {@value #STEPS}
 * steps a year.
 */
final class PredatorAndPrey {
  private static final int STEPS = 10;
  private static final ScanBody STEP = ScanBodies.of(2, 1, 4, PredatorAndPrey::step);

  private PredatorAndPrey() {}

  static Model model(ReferenceData data) {
    double[][] y = data.rows("y");
    double[] first = data.column("y_init");
    int[] yearly = IntStream.rangeClosed(1, y.length).map(year -> year * STEPS).toArray();
    Expr steps = Expr.full(Shape.of(y.length * STEPS, 1), 1.0 / STEPS);
    var rates =
        restricted(
            normal(Expr.vector(1, 0.05, 1, 0.05), Expr.vector(0.5, 0.05, 0.5, 0.05)),
            Constraints.positive());
    return m -> {
      Expr theta = m.sample("theta", rates);
      Expr initial = m.sample("z_init", lognormal(Math.log(10), 1), 2);
      Expr sigma = m.sample("sigma", lognormal(-1, 1), 2);
      Expr logs = scan(STEP, log(initial), steps, theta).gather(yearly);
      m.observe("y_init", lognormal(log(initial), sigma), first);
      m.observe("y", lognormal(logs, sigma), y);
    };
  }

  private static Expr step(Expr logs, Expr length, Expr theta) {
    Expr one = slope(logs, theta);
    Expr two = slope(logs.plus(one.times(length).times(0.5)), theta);
    Expr three = slope(logs.plus(two.times(length).times(0.5)), theta);
    Expr four = slope(logs.plus(three.times(length)), theta);
    Expr sum = one.plus(two.plus(three).times(2)).plus(four);
    return logs.plus(sum.times(length).dividedBy(6));
  }

  private static Expr slope(Expr logs, Expr theta) {
    Expr numbers = exp(logs);
    Expr prey = theta.get(0).minus(theta.get(1).times(numbers.get(1)));
    Expr predators = theta.get(3).times(numbers.get(0)).minus(theta.get(2));
    return concatenate(List.of(prey, predators));
  }
}
