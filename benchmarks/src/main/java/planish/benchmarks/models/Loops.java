package planish.benchmarks.models;

import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.normal;

import java.util.Arrays;
import java.util.Random;
import planish.autodiff.graph.Expr;
import planish.model.Model;
import planish.model.ModelContext;

/** Loops of very many scalar statements about normal observations, in the plainest form. */
public final class Loops {
  private static final int GROUPS = 100;

  private final double[] x;
  private final double[] y;
  private final int[] group;

  /** Draws the data. */
  public Loops(int count) {
    Random random = new Random(5);
    x = new double[count];
    y = new double[count];
    group = new int[count];
    Arrays.setAll(x, i -> random.nextGaussian());
    Arrays.setAll(y, i -> 3 + 2 * random.nextGaussian());
    Arrays.setAll(group, i -> random.nextInt(GROUPS));
  }

  /** {@return one mean} */
  public Model mean() {
    return m -> {
      Expr mu = m.sample("mu", normal(0, 10));
      Expr sigma = sigma(m);
      for (int i = 0; i < y.length; i++) {
        m.observe("y." + i, normal(mu, sigma), y[i]);
      }
    };
  }

  /** {@return a line} */
  public Model line() {
    return m -> {
      Expr a = m.sample("a", normal(0, 10));
      Expr b = m.sample("b", normal(0, 10));
      Expr sigma = sigma(m);
      for (int i = 0; i < y.length; i++) {
        m.observe("y." + i, normal(a.plus(b.times(x[i])), sigma), y[i]);
      }
    };
  }

  /** {@return a mean for each group} */
  public Model groups() {
    return m -> {
      Expr mu = m.sample("mu", normal(0, 10));
      Expr a = m.sample("a", normal(mu, 1), GROUPS);
      Expr sigma = sigma(m);
      for (int i = 0; i < y.length; i++) {
        m.observe("y." + i, normal(a.get(group[i]), sigma), y[i]);
      }
    };
  }

  private static Expr sigma(ModelContext m) {
    return m.sample("sigma", halfNormal(5));
  }
}
