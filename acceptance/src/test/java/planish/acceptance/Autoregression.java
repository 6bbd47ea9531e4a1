package planish.acceptance;

import static planish.autodiff.graph.Functions.product;
import static planish.distributions.Distributions.halfCauchy;
import static planish.distributions.Distributions.normal;

import java.util.Arrays;
import planish.autodiff.graph.Expr;
import planish.model.Model;

/** posteriordb's {@code arK}: each value from the K before it; the first K are taken as given. */
final class Autoregression {
  private Autoregression() {}

  static Model model(ReferenceData data) {
    double[] y = data.column("y");
    int order = (int) data.number("K");
    double[] later = Arrays.copyOfRange(y, order, y.length);
    double[][] earlier = new double[later.length][order];
    for (int t = 0; t < later.length; t++) {
      for (int k = 0; k < order; k++) {
        earlier[t][k] = y[order + t - 1 - k];
      }
    }
    return m -> {
      Expr alpha = m.sample("alpha", normal(0, 10));
      Expr beta = m.sample("beta", normal(0, 10), order);
      Expr sigma = m.sample("sigma", halfCauchy(2.5));
      Expr mean = alpha.plus(product(m.data("earlier", earlier), beta));
      m.observe("y", normal(mean, sigma), later);
    };
  }
}
