package planish.benchmarks.models;

import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.normal;

import java.util.Arrays;
import java.util.Random;
import planish.autodiff.graph.Expr;
import planish.benchmarks.FloorTask;
import planish.model.Model;
import planish.model.ModelContext;

/**
 * Hierarchical intercepts, non-centred: 919 synthetic houses in 85 counties of very different
 * sizes, one binary predictor.
 */
public final class Counties {
  private static final int HOUSES = 919;
  private static final int COUNTIES = 85;

  private final int[] county = new int[HOUSES];
  private final double[] floor = new double[HOUSES];
  private final double[] y = new double[HOUSES];

  /** Draws the data. */
  public Counties() {
    Random random = new Random(919);
    int[] sizes = sizes(random);
    double[] level = random.doubles(COUNTIES, 0.9, 1.9).toArray();
    int i = 0;
    for (int k = 0; k < COUNTIES; k++) {
      for (int house = 0; house < sizes[k]; house++, i++) {
        county[i] = k;
        floor[i] = random.nextDouble() < 0.17 ? 1 : 0;
        y[i] = level[k] - 0.7 * floor[i] + 0.75 * random.nextGaussian();
      }
    }
  }

  /** Each county has a house; the others go to counties with chances that differ a hundredfold. */
  private static int[] sizes(Random random) {
    double[] upTo = new double[COUNTIES];
    double total = 0;
    for (int k = 0; k < COUNTIES; k++) {
      total += Math.exp(1.1 * random.nextGaussian());
      upTo[k] = total;
    }
    int[] sizes = new int[COUNTIES];
    Arrays.fill(sizes, 1);
    for (int house = COUNTIES; house < HOUSES; house++) {
      int at = Arrays.binarySearch(upTo, random.nextDouble() * total);
      sizes[at < 0 ? -at - 1 : at]++;
    }
    return sizes;
  }

  /** {@return a statement for each house} */
  public Model loop() {
    return m -> {
      Unknown unknown = new Unknown(m);
      Expr x = m.data("floor", floor);
      Expr outcome = m.data("y", y);
      for (int i = 0; i < HOUSES; i++) {
        Expr slope = unknown.beta.times(x.get(i));
        Expr mean = unknown.intercepts.get(county[i]).plus(slope);
        m.observe("y." + i, normal(mean, unknown.sigma), outcome.get(i));
      }
    };
  }

  /** {@return one statement, with a gather} */
  public Model vectorised() {
    return m -> {
      Unknown unknown = new Unknown(m);
      Expr slope = unknown.beta.times(m.data("floor", floor));
      Expr mean = unknown.intercepts.gather(county).plus(slope);
      m.observe("y", normal(mean, unknown.sigma), y);
    };
  }

  /** {@return a floor on these houses} */
  public FloorTask floor(String function) {
    double[] group = Arrays.stream(county).asDoubleStream().toArray();
    return new FloorTask(function, floor, y, group, HOUSES, COUNTIES);
  }

  private static final class Unknown {
    private final Expr intercepts;
    private final Expr beta;
    private final Expr sigma;

    Unknown(ModelContext m) {
      Expr mu = m.sample("mu", normal(0, 10));
      Expr tau = m.sample("tau", halfNormal(1));
      Expr standard = m.sample("z", normal(0, 1), COUNTIES);
      beta = m.sample("beta", normal(0, 10));
      sigma = m.sample("sigma", halfNormal(1));
      intercepts = m.deterministic("intercepts", mu.plus(tau.times(standard)));
    }
  }
}
