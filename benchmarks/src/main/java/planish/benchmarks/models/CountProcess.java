package planish.benchmarks.models;

import static planish.autodiff.graph.Functions.cholesky;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.square;
import static planish.distributions.Distributions.gamma;
import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.normal;
import static planish.distributions.Distributions.poissonLog;

import java.nio.file.Path;
import planish.autodiff.graph.Expr;
import planish.model.Model;
import planish.sampling.json.JsonArrays;

/** posteriordb's {@code gp_pois_regr}: counts whose log rates are a Gaussian process. */
public final class CountProcess {
  private CountProcess() {}

  /**
   * {@return the model with its data}
   *
   * @param folder a copy of posteriordb's data and references
   */
  public static Model of(Path folder) {
    var data = JsonArrays.read(folder.resolve("data").resolve("gp_pois_regr.json"));
    double[] x = data.get("x").values().clone();
    double[] counts = data.get("k").values().clone();
    int n = x.length;
    double[][] jitter = new double[n][n];
    for (int i = 0; i < n; i++) {
      jitter[i][i] = 1e-10;
    }
    return m -> {
      Expr rho = m.sample("rho", gamma(25, 4));
      Expr alpha = m.sample("alpha", halfNormal(2));
      Expr standard = m.sample("f_tilde", normal(0, 1), n);
      Expr at = m.data("x", x);
      Expr apart = at.reshape(n, 1).minus(at).dividedBy(rho);
      Expr covariance = square(alpha).times(exp(square(apart).times(-0.5)));
      Expr factor = cholesky(covariance.plus(Expr.matrix(jitter)));
      m.observe("k", poissonLog(product(factor, standard)), counts);
    };
  }
}
