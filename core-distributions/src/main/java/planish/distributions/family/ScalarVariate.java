package planish.distributions.family;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.Shape;
import planish.autodiff.graph.RandomFunction;

/**
 * Draws a batch of independent numbers, the last axis fastest. Immutable; safe for many threads.
 */
final class ScalarVariate implements RandomFunction {
  private final ScalarFamily family;
  private final int[][] sources;
  private final int size;

  ScalarVariate(ScalarFamily family, List<Shape> arguments, Shape batch) {
    this.family = family;
    this.size = batch.size();
    this.sources =
        arguments.stream().map(shape -> Repeat.indices(shape, batch)).toArray(int[][]::new);
  }

  @Override
  public void draw(RandomGenerator random, double[][] arguments, double[] out) {
    double[] own = new double[arguments.length];
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < own.length; k++) {
        own[k] = arguments[k][sources[k][i]];
      }
      out[i] = family.draw(random, own);
    }
  }
}
