package planish.acceptance;

import static planish.autodiff.graph.Functions.concatenate;
import static planish.autodiff.graph.Functions.scan;
import static planish.autodiff.graph.Functions.sqrt;
import static planish.autodiff.graph.Functions.square;
import static planish.distributions.Distributions.normal;

import java.util.List;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.ScanBody;
import planish.autodiff.program.ScanBodies;
import planish.model.Model;
import planish.transforms.Constraints;

/**
 * posteriordb's {@code garch11}: each variance from the one before it and from the last surprise;
 * the upper bound of {@code beta1} is what {@code alpha1} leaves.
 */
final class Garch {
  private static final ScanBody NEXT = ScanBodies.of(1, 1, 3, Garch::next);

  private Garch() {}

  static Model model(ReferenceData data) {
    double[] y = data.column("y");
    double first = data.number("sigma1");
    return m -> {
      Expr mu = m.parameter("mu", Constraints.real());
      Expr alpha0 = m.parameter("alpha0", Constraints.positive());
      Expr alpha1 = m.parameter("alpha1", Constraints.unitInterval());
      Expr left = Expr.of(1).minus(alpha1);
      Expr beta1 = m.parameter("beta1", Constraints.interval(Expr.of(0), left));
      Expr surprises = square(m.data("y", y).minus(mu)).slice(0, y.length - 1);
      Expr variances =
          scan(
              NEXT,
              Expr.vector(first * first),
              surprises.reshape(y.length - 1, 1),
              concatenate(List.of(alpha0, alpha1, beta1)));
      m.observe("y", normal(mu, sqrt(variances.reshape(y.length))), y);
    };
  }

  private static Expr next(Expr variance, Expr surprise, Expr weights) {
    Expr news = weights.get(1).times(surprise);
    return weights.get(0).plus(news).plus(weights.get(2).times(variance));
  }
}
