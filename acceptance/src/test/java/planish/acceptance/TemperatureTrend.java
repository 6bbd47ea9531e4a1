package planish.acceptance;

import static planish.distributions.Distributions.flat;
import static planish.distributions.Distributions.normal;

import planish.autodiff.graph.Expr;
import planish.model.Model;
import planish.transforms.Constraints;

/**
 * posteriordb's {@code kilpisjarvi}: a line through years far from 0, so that its two coefficients
 * are nearly one.
 */
final class TemperatureTrend {
  private TemperatureTrend() {}

  static Model model(ReferenceData data) {
    double[] x = data.column("x");
    return m -> {
      Expr alpha = m.sample("alpha", normal(data.number("pmualpha"), data.number("psalpha")));
      Expr beta = m.sample("beta", normal(data.number("pmubeta"), data.number("psbeta")));
      Expr sigma = m.sample("sigma", flat(Constraints.positive()));
      m.observe("y", normal(alpha.plus(beta.times(m.data("x", x))), sigma), data.column("y"));
    };
  }
}
