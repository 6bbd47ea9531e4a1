package planish.distributions.family;

import java.util.random.RandomGenerator;
import planish.autodiff.graph.RandomFunction;
import planish.autodiff.vector.Elementary;

/** Draws correlation matrices, or their factors, row by row: the onion of {@link Lkj}. */
record LkjVariate(int dimension, boolean factor, int[] sources) implements RandomFunction {
  @Override
  public void draw(RandomGenerator random, double[][] arguments, double[] out) {
    int size = dimension * dimension;
    double[] rows = new double[size];
    for (int i = 0; i < sources.length; i++) {
      fill(random, arguments[0][sources[i]], rows);
      if (factor) {
        System.arraycopy(rows, 0, out, i * size, size);
      } else {
        square(rows, out, i * size);
      }
    }
  }

  private void fill(RandomGenerator random, double eta, double[] rows) {
    rows[0] = 1;
    for (int k = 1; k < dimension; k++) {
      double beta = eta + (dimension - 1 - k) / 2.0;
      double logit = GammaDraws.betaLogit(random, k / 2.0, beta);
      direction(random, rows, k * dimension, k, Math.sqrt(Elementary.invLogit(logit)));
      rows[k * dimension + k] = Math.sqrt(Elementary.invLogit(-logit));
    }
  }

  /** A point of the sphere of that radius. */
  private static void direction(
      RandomGenerator random, double[] rows, int from, int count, double radius) {
    double squares = 0;
    for (int j = from; j < from + count; j++) {
      rows[j] = random.nextGaussian();
      squares += rows[j] * rows[j];
    }
    double scale = radius / Math.sqrt(squares);
    for (int j = from; j < from + count; j++) {
      rows[j] *= scale;
    }
  }

  /** L Lᵀ, with 1 on the diagonal. */
  private void square(double[] rows, double[] out, int offset) {
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < i; j++) {
        double sum = 0;
        for (int k = 0; k <= j; k++) {
          sum += rows[i * dimension + k] * rows[j * dimension + k];
        }
        out[offset + i * dimension + j] = sum;
        out[offset + j * dimension + i] = sum;
      }
      out[offset + i * dimension + i] = 1;
    }
  }
}
