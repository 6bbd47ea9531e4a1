package planish.benchmarks;

import static planish.distributions.Distributions.bernoulliLogit;
import static planish.distributions.Distributions.halfCauchy;
import static planish.distributions.Distributions.multiNormalCholesky;
import static planish.distributions.Distributions.normal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.examples.geometry.Horseshoe;
import planish.model.Model;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.spi.Options;

/**
 * The models that are measured. {@code numpyro_leapfrog.py} states the same ones. The logistic
 * regression's data have the same sizes only: what its gradient costs does not depend on them.
 */
public enum Subject {
  /** Eight schools, centred. */
  SCHOOLS_CENTRED("eight schools, centred", 1, "0.7-1.1") {
    @Override
    Model model() {
      return m -> {
        Expr mu = m.sample("mu", normal(0, 5));
        Expr tau = m.sample("tau", halfCauchy(5));
        Expr theta = m.sample("theta", normal(mu, tau), 8);
        m.observe("y", normal(theta, m.data("sigma", ERRORS)), EFFECTS);
      };
    }
  },
  /** Eight schools, non-centred. */
  SCHOOLS_NONCENTRED("eight schools, non-centred", 1, "0.7-1.1") {
    @Override
    Model model() {
      return m -> {
        Expr mu = m.sample("mu", normal(0, 5));
        Expr tau = m.sample("tau", halfCauchy(5));
        Expr effect = m.sample("effect", normal(0, 1), 8);
        Expr theta = m.deterministic("theta", mu.plus(tau.times(effect)));
        m.observe("y", normal(theta, m.data("sigma", ERRORS)), EFFECTS);
      };
    }
  },
  /** A logistic regression of 1,000 outcomes on 25 predictors. */
  LOGISTIC("logistic regression, n = 1000, p = 25", 45, "35-60") {
    @Override
    Model model() {
      Random random = new Random(20261122);
      double[] predictors = random.doubles(1000 * 25, -1.7, 1.7).toArray();
      double[] outcomes = random.ints(1000, 0, 2).asDoubleStream().toArray();
      return m -> {
        Expr alpha = m.sample("alpha", normal(0, 2.5));
        Expr beta = m.sample("beta", normal(0, 1), 25);
        Expr x = m.data("x", predictors, Shape.of(1000, 25));
        m.observe("y", bernoulliLogit(alpha.plus(x.product(beta))), outcomes);
      };
    }
  },
  /** The horseshoe regression of 100 outcomes on 500 predictors, non-centred. */
  HORSESHOE("horseshoe, 100 x 500, non-centred", 60, "55-84") {
    @Override
    Model model() {
      Horseshoe horseshoe = new Horseshoe();
      Options options =
          Options.of(horseshoe.name(), horseshoe.options(), Map.of("form", "by-hand"));
      return horseshoe.create(options, Optional.empty());
    }
  },
  /** A normal distribution of 200 dimensions with all correlations 0.999. */
  NORMAL("normal, 200 dimensions", 15, "640-835") {
    @Override
    Model model() {
      double[] factor = equicorrelated(200, 0.999);
      return m -> {
        Expr mean = Functions.broadcast(Expr.of(0), Shape.of(200));
        m.sample("x", multiNormalCholesky(mean, m.data("L", factor, Shape.of(200, 200))));
      };
    }
  };

  private static final double[] EFFECTS = {28, 8, -3, 7, -1, 1, 18, 12};
  private static final double[] ERRORS = {15, 10, 16, 11, 9, 11, 10, 18};

  private final String label;
  private final double target;
  private final String stan;

  Subject(String label, double target, String stan) {
    this.label = label;
    this.target = target;
    this.stan = stan;
  }

  abstract Model model();

  Posterior posterior() {
    return Posteriors.compile(name().toLowerCase(Locale.ROOT), model());
  }

  /** {@return its name for people} */
  String label() {
    return label;
  }

  /** {@return the microseconds that a gradient may take, interpreted} */
  double target() {
    return target;
  }

  /** {@return the microseconds that a gradient took Stan 2.35 on a shared two-core machine} */
  String stan() {
    return stan;
  }

  private static double[] equicorrelated(int n, double correlation) {
    double[] factor = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = i == j ? 1 : correlation;
        for (int k = 0; k < j; k++) {
          rest -= factor[i * n + k] * factor[j * n + k];
        }
        factor[i * n + j] = i == j ? Math.sqrt(rest) : rest / factor[j * n + j];
      }
    }
    return factor;
  }
}
