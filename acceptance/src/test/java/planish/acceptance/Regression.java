package planish.acceptance;

import static planish.autodiff.graph.Functions.product;
import static planish.distributions.Distributions.flat;
import static planish.distributions.Distributions.normal;

import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;
import planish.model.Model;
import planish.transforms.Constraints;

/**
 * A linear regression: y_i ~ normal(x_i · beta, sigma).
 *
 * @param x the predictors of each observation, the intercept's 1 among them
 * @param y the outcomes
 * @param beta the prior of each coefficient
 * @param sigma the prior of the spread
 */
record Regression(double[][] x, double[] y, Distribution beta, Distribution sigma) {
  /** With flat priors. */
  Regression(double[][] x, double[] y) {
    this(x, y, flat(Constraints.positive()));
  }

  /** With flat priors of the coefficients. */
  Regression(double[][] x, double[] y, Distribution sigma) {
    this(x, y, flat(), sigma);
  }

  Model model() {
    return m -> {
      Expr coefficients = m.sample("beta", beta, x[0].length);
      Expr spread = m.sample("sigma", sigma);
      m.observe("y", normal(product(m.data("x", x), coefficients), spread), y);
    };
  }
}
