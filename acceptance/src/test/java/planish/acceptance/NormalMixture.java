package planish.acceptance;

import static planish.autodiff.graph.Functions.concatenate;
import static planish.distributions.Distributions.beta;
import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.mixture;
import static planish.distributions.Distributions.normal;
import static planish.distributions.Distributions.restricted;

import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.model.Model;
import planish.transforms.Constraints;

/** posteriordb's {@code low_dim_gauss_mix}: two components, known by the order of their means. */
final class NormalMixture {
  private NormalMixture() {}

  static Model model(ReferenceData data) {
    double[] y = data.column("y");
    return m -> {
      Expr mu = m.sample("mu", restricted(normal(0, 2).expand(Shape.of(2)), Constraints.ordered()));
      Expr sigma = m.sample("sigma", halfNormal(2), 2);
      Expr theta = m.sample("theta", beta(5, 5));
      Expr weights = concatenate(List.of(theta, Expr.of(1).minus(theta)));
      m.observe("y", mixture(weights, normal(mu, sigma)), y);
    };
  }
}
