package planish.distributions.family;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.RandomFunction;

/**
 * Draws arrays from each component of a mixture, and keeps of each value that of one.
 *
 * @param components of one shape
 * @param arguments how many of the arguments each takes; the weights stand before all
 * @param sources for each value and component, the index of its weight
 * @param event how many numbers make a value
 */
record MixtureGeneralVariate(
    List<RandomFunction> components, List<Integer> arguments, int[] sources, int event)
    implements RandomFunction {
  @Override
  public void draw(RandomGenerator random, double[][] given, double[] out) {
    int count = components.size();
    double[][] each = new double[count][out.length];
    int first = 1;
    for (int k = 0; k < count; k++) {
      int next = first + arguments.get(k);
      components.get(k).draw(random, Arrays.copyOfRange(given, first, next), each[k]);
      first = next;
    }
    double[] weights = new double[count];
    for (int i = 0; i * event < out.length; i++) {
      for (int k = 0; k < count; k++) {
        weights[k] = given[0][sources[i * count + k]];
      }
      double[] chosen = each[Weights.draw(random, weights)];
      System.arraycopy(chosen, i * event, out, i * event, event);
    }
  }
}
