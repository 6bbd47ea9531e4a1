package planish.distributions.family;

import static planish.autodiff.graph.Functions.reshape;

import java.util.Arrays;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.spi.UserException;

/** Shapes of batches. */
final class Batches {
  private Batches() {}

  /** Refuses to expand to a batch that the present one does not broadcast to. */
  static void checkExpands(String name, Shape batch, Shape larger) {
    if (!batch.broadcastsTo(larger)) {
      throw new IllegalArgumentException(
          name + " of batch shape " + batch + " does not expand to " + larger);
    }
  }

  /** {@return x with axes of length 1 before its last {@code event} ones} */
  static Expr spread(Expr x, int event, int axes) {
    int[] ones = new int[axes];
    Arrays.fill(ones, 1);
    Shape batch = x.shape().dropLast(event);
    return reshape(x, batch.then(Shape.of(ones)).then(x.shape().last(event)));
  }

  /** Refuses an argument that has no last axis. */
  static void checkVectors(String name, String argument, Expr x) {
    if (x.shape().isScalar() || x.shape().length(-1) == 0) {
      throw new UserException(
          name
              + ": "
              + argument
              + " must have a last axis of at least one number, but has shape "
              + x.shape());
    }
  }
}
