package planish.acceptance;

import static planish.autodiff.graph.Functions.product;
import static planish.distributions.Distributions.normal;

import planish.autodiff.graph.Expr;
import planish.model.Model;
import planish.transforms.Constraints;

/**
 * A linear regression with flat priors: y_i ~ normal(x_i · beta, sigma).
 *
 * @param x the predictors of each observation, the intercept's 1 among them
 * @param y the outcomes
 */
record Regression(double[][] x, double[] y) {
  Model model() {
    return m -> {
      Expr beta = m.parameter("beta", Constraints.real(), x[0].length);
      Expr sigma = m.parameter("sigma", Constraints.positive());
      m.observe("y", normal(product(m.data("x", x), beta), sigma), y);
    };
  }
}
