package planish.distributions.family;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.RandomFunction;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.spi.UserException;
import planish.transforms.Constraint;

/** Draws a batch until each of its values has lain in a set, and keeps the first that did. */
final class Rejection implements RandomFunction {
  private static final int TRIES = 100_000;

  private final RandomFunction base;
  private final Constraint set;
  private final Graph graph = new Graph();
  private final Expr inside;

  Rejection(RandomFunction base, Shape shape, Constraint set) {
    this.base = base;
    this.set = set;
    try {
      inside = set.contains(graph.input(InputKind.POSITION, "x", 0, shape));
    } catch (IllegalArgumentException e) {
      throw new UserException(
          "nothing can be drawn within "
              + set.description()
              + ": its bounds are not known beforehand",
          e);
    }
  }

  @Override
  public void draw(RandomGenerator random, double[][] arguments, double[] out) {
    Program program = Programs.compile(graph, List.of(new Output(inside, 0, 0))).open();
    double[] x = new double[out.length];
    double[] holds = new double[inside.shape().size()];
    boolean[] done = new boolean[holds.length];
    for (int k = 0; k < TRIES; k++) {
      base.draw(random, arguments, x);
      program.run(new double[][] {x}, new double[][] {holds});
      if (keep(x, holds, done, out) == done.length) {
        return;
      }
    }
    throw new UserException(
        "of %,d draws before the restriction, none lay within %s: give this site a starting value"
            .formatted(TRIES, set.description()));
  }

  /** How many of the batch are done. */
  private static int keep(double[] x, double[] holds, boolean[] done, double[] out) {
    int count = 0;
    for (int i = 0; i < done.length; i++) {
      if (!done[i] && holds[i] == 1) {
        int each = x.length / done.length;
        System.arraycopy(x, i * each, out, i * each, each);
        done[i] = true;
      }
      count += done[i] ? 1 : 0;
    }
    return count;
  }
}
