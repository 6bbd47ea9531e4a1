package planish.acceptance;

import static planish.autodiff.graph.Functions.cholesky;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.square;
import static planish.distributions.Distributions.gamma;
import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.poissonLog;
import static planish.distributions.Distributions.stdNormal;

import planish.autodiff.graph.Expr;
import planish.model.Model;

/** posteriordb's {@code gp_pois_regr}: counts whose log rates are a Gaussian process. */
final class PoissonProcess {
  private PoissonProcess() {}

  static Model model(ReferenceData data) {
    double[] x = data.column("x");
    double[] counts = data.column("k");
    int n = x.length;
    double[][] nugget = new double[n][n];
    for (int i = 0; i < n; i++) {
      nugget[i][i] = 1e-10;
    }
    return m -> {
      Expr rho = m.sample("rho", gamma(25, 4));
      Expr alpha = m.sample("alpha", halfNormal(2));
      Expr standard = m.sample("f_tilde", stdNormal(), n);
      Expr at = m.data("x", x);
      Expr apart = at.reshape(n, 1).minus(at).dividedBy(rho);
      Expr similar = square(alpha).times(exp(square(apart).times(-0.5)));
      Expr factor = cholesky(similar.plus(Expr.matrix(nugget)));
      Expr f = m.deterministic("f", product(factor, standard));
      m.observe("k", poissonLog(f), counts);
    };
  }
}
