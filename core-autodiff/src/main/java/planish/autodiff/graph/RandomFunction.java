package planish.autodiff.graph;

import java.util.random.RandomGenerator;

/** Draws an array of random numbers from arguments that are known only at run time. */
@FunctionalInterface
public interface RandomFunction {
  /**
   * Draws.
   *
   * @param random the source of randomness
   * @param arguments the values of the operands, one array each
   * @param out receives one draw, all its elements
   */
  void draw(RandomGenerator random, double[][] arguments, double[] out);
}
