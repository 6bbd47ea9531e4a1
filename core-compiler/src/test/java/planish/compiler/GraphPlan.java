package planish.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a random graph is made from: the same plan gives the same graph, and leaving out a step or
 * lowering a number gives a simpler one.
 *
 * @param length of its vectors
 * @param steps one operation each
 * @param seed of its ordinary numbers
 * @param specials numbers that stand in the place of ordinary ones
 */
record GraphPlan(int length, List<Step> steps, long seed, List<Special> specials) {
  /**
   * One operation and what it takes.
   *
   * @param operation index in {@link GraphOperations#ALL}, beginning anew after the last
   * @param a which of the values made so far is its first operand, counted from the latest
   * @param b its second
   * @param c its third; a choice of form where it has none
   */
  record Step(int operation, int a, int b, int c) {
    @Override
    public String toString() {
      return GraphOperations.at(operation).name() + "(" + a + " " + b + " " + c + ")";
    }
  }

  /** A number in one place of the position, counted anew after the last place. */
  record Special(int at, double value) {}

  /** {@return a plan without special numbers} */
  static GraphPlan of(long seed, int length, int operations) {
    Random random = new Random(seed);
    List<Step> steps = new ArrayList<>();
    for (int k = 0; k < operations; k++) {
      steps.add(
          new Step(
              random.nextInt(GraphOperations.ALL.size()),
              random.nextInt(10),
              random.nextInt(10),
              random.nextInt(10)));
    }
    return new GraphPlan(length, steps, seed, List.of());
  }

  /** {@return how many numbers the graph is a function of} */
  int dimension() {
    return length + RandomGraph.SCALARS;
  }

  /** {@return where the graph is evaluated} */
  double[] position() {
    double[] position = new Random(seed).doubles(dimension(), -2, 2).toArray();
    for (Special special : specials) {
      position[special.at() % position.length] = special.value();
    }
    return position;
  }
}
