package planish.examples;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import planish.model.DataSet;

/**
 * Observations in groups.
 *
 * <p>The made-up ones: 20 groups of 10; {@link Random} with seed 20261122 gives, in this order, the
 * 20 intercepts 1 + 0.7 g, then for each observation x = g and y = intercept − 0.5 x + 0.8 g, where
 * each g is the next {@link Random#nextGaussian()}.
 *
 * @param groups the number of groups
 * @param group the group of each observation, from 0
 * @param x the predictor of each
 * @param y the outcome of each
 */
record GroupedData(int groups, int[] group, double[] x, double[] y) {
  private static final int GROUPS = 20;
  private static final int EACH = 10;

  static GroupedData of(Optional<DataSet> given) {
    return given.map(GroupedData::read).orElseGet(GroupedData::synthetic);
  }

  private static GroupedData read(DataSet data) {
    int n = data.integer("N", 1);
    int groups = data.integer("J", 1);
    int[] group = Arrays.stream(data.integers("group", n, 1, groups)).map(g -> g - 1).toArray();
    return new GroupedData(groups, group, data.vector("x", n), data.vector("y", n));
  }

  private static GroupedData synthetic() {
    Random random = new Random(20261122);
    double[] intercepts = new double[GROUPS];
    for (int j = 0; j < GROUPS; j++) {
      intercepts[j] = 1 + 0.7 * random.nextGaussian();
    }
    int n = GROUPS * EACH;
    GroupedData made = new GroupedData(GROUPS, new int[n], new double[n], new double[n]);
    for (int i = 0; i < n; i++) {
      made.group[i] = i / EACH;
      made.x[i] = random.nextGaussian();
      made.y[i] = intercepts[i / EACH] - 0.5 * made.x[i] + 0.8 * random.nextGaussian();
    }
    return made;
  }
}
