package planish.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import planish.model.DataSet;

/**
 * The outcomes 0 and 1 of one group.
 *
 * <p>The made-up ones: 12 groups, group j of 20 + 5 j outcomes; {@link Random} with seed 20261122
 * gives for each group its intercept −0.5 + g, then for each outcome x = g, and y = 1 if the next
 * {@link Random#nextDouble()} is less than 1 / (1 + exp(−(intercept + 0.8 x))), where each g is the
 * next {@link Random#nextGaussian()}.
 *
 * @param x the predictor of each outcome
 * @param y the outcomes
 */
record BinaryGroup(double[] x, double[] y) {
  private static final int GROUPS = 12;

  static List<BinaryGroup> of(Optional<DataSet> given) {
    return given.map(BinaryGroup::read).orElseGet(BinaryGroup::synthetic);
  }

  private static List<BinaryGroup> read(DataSet data) {
    int n = data.integer("N", 1);
    int groups = data.integer("J", 1);
    int[] group = data.integers("group", n, 1, groups);
    double[] x = data.vector("x", n);
    double[] y = data.vector("y", n);
    List<BinaryGroup> all = new ArrayList<>();
    for (int j = 1; j <= groups; j++) {
      int one = j;
      int[] rows = IntStream.range(0, n).filter(i -> group[i] == one).toArray();
      all.add(new BinaryGroup(at(x, rows), at(y, rows)));
    }
    return all;
  }

  private static double[] at(double[] values, int[] rows) {
    return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
  }

  private static List<BinaryGroup> synthetic() {
    Random random = new Random(20261122);
    return IntStream.range(0, GROUPS).mapToObj(j -> synthetic(random, 20 + 5 * j)).toList();
  }

  private static BinaryGroup synthetic(Random random, int count) {
    double intercept = -0.5 + random.nextGaussian();
    BinaryGroup made = new BinaryGroup(new double[count], new double[count]);
    for (int i = 0; i < count; i++) {
      made.x[i] = random.nextGaussian();
      double logit = intercept + 0.8 * made.x[i];
      made.y[i] = random.nextDouble() < 1 / (1 + StrictMath.exp(-logit)) ? 1 : 0;
    }
    return made;
  }
}
