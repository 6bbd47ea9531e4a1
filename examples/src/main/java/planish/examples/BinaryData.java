package planish.examples;

import java.util.Optional;
import java.util.Random;
import planish.model.DataSet;

/**
 * Outcomes 0 and 1 with predictors.
 *
 * <p>The made-up ones: 500 outcomes with 5 predictors; {@link Random} with seed 20261122 gives for
 * each outcome its 5 predictors, each the next {@link Random#nextGaussian()}, then y = 1 if the
 * next {@link Random#nextDouble()} is less than 1 / (1 + exp(−(0.5 + x₁ − x₂ + 0.5 x₃ + 0 x₄ + 0.25
 * x₅))).
 *
 * @param predictors the number of predictors
 * @param x the predictors of the first outcome, then those of the second, …
 * @param y the outcomes
 */
record BinaryData(int predictors, double[] x, double[] y) {
  private static final int COUNT = 500;
  private static final double[] BETA = {1, -1, 0.5, 0, 0.25};

  static BinaryData of(Optional<DataSet> given) {
    return given.map(BinaryData::read).orElseGet(BinaryData::synthetic);
  }

  private static BinaryData read(DataSet data) {
    int n = data.integer("N", 1);
    int k = data.integer("K", 1);
    return new BinaryData(k, data.matrix("x", n, k), data.vector("y", n));
  }

  private static BinaryData synthetic() {
    Random random = new Random(20261122);
    BinaryData made =
        new BinaryData(BETA.length, new double[COUNT * BETA.length], new double[COUNT]);
    for (int i = 0; i < COUNT; i++) {
      double logit = 0.5;
      for (int j = 0; j < BETA.length; j++) {
        made.x[i * BETA.length + j] = random.nextGaussian();
        logit += BETA[j] * made.x[i * BETA.length + j];
      }
      made.y[i] = random.nextDouble() < 1 / (1 + StrictMath.exp(-logit)) ? 1 : 0;
    }
    return made;
  }
}
