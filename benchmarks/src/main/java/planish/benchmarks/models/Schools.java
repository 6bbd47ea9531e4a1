package planish.benchmarks.models;

import static planish.distributions.Distributions.halfCauchy;
import static planish.distributions.Distributions.normal;

import planish.autodiff.graph.Expr;
import planish.model.Model;

/** Rubin's eight schools. */
public final class Schools {
  private static final double[] EFFECTS = {28, 8, -3, 7, -1, 1, 18, 12};
  private static final double[] ERRORS = {15, 10, 16, 11, 9, 11, 10, 18};

  private Schools() {}

  /** {@return the schools' effects as parameters} */
  public static Model centred() {
    return m -> {
      Expr mu = m.sample("mu", normal(0, 5));
      Expr tau = m.sample("tau", halfCauchy(5));
      Expr theta = m.sample("theta", normal(mu, tau), 8);
      m.observe("y", normal(theta, m.data("sigma", ERRORS)), EFFECTS);
    };
  }

  /** {@return the schools' effects made of standard normal numbers} */
  public static Model noncentred() {
    return m -> {
      Expr mu = m.sample("mu", normal(0, 5));
      Expr tau = m.sample("tau", halfCauchy(5));
      Expr effect = m.sample("effect", normal(0, 1), 8);
      Expr theta = m.deterministic("theta", mu.plus(tau.times(effect)));
      m.observe("y", normal(theta, m.data("sigma", ERRORS)), EFFECTS);
    };
  }
}
