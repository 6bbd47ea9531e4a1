package planish.compiler;

import java.util.concurrent.TimeUnit;

/**
 * Runs vector loops over a few elements each until the JIT has compiled them: vector code is a
 * thousand times slower before. The JIT counts calls more than what is done in them, so most calls
 * are for one vector; some take the other branches, which would be left out otherwise.
 */
final class LoopExercise {
  /** Calls that the JIT wants to see before it optimises, with some to spare. */
  private static final int CALLS = 450;

  /** Calls before the JIT replaces its interpreter. */
  private static final int COLD = 40;

  private static final int ONE_VECTOR = 8;
  private static final int SOME_VECTORS = 21;
  private static final int NO_VECTOR = 5;
  private static final int MANY = 203;

  /** How long to run at once. */
  private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(2);

  private final Code[] code;
  private final Bindings.Bound bound;
  private final boolean products;
  private int calls;

  /**
   * An exercise that has not begun.
   *
   * @param code to run
   * @param bound a workspace that is not needed
   * @param products whether the loops multiply matrices
   */
  LoopExercise(Code[] code, Bindings.Bound bound, boolean products) {
    this.code = code;
    this.bound = bound;
    this.products = products;
  }

  Code[] code() {
    return code;
  }

  /**
   * Goes on for a moment.
   *
   * @param length of the longest loop
   * @param enough nanoseconds that the whole may take, about, to be looked at more closely
   * @return whether the loops seem to be as fast as that
   */
  boolean isFast(int length, double enough) {
    some();
    if (calls < CALLS) {
      return false;
    }
    double part = Stopwatch.least(() -> run(MANY), 0);
    boolean fast = part * Math.max(1, (double) length / MANY) < enough;
    if (!fast) {
      giveWay();
    }
    return fast;
  }

  private void some() {
    long start = System.nanoTime();
    while (System.nanoTime() - start < ROUND) {
      if (products && !ProductsExercise.ONCE.isDone()) {
        ProductsExercise.ONCE.some();
      }
      for (int k = 0; k < 10; k++) {
        run(elements(calls++));
      }
    }
  }

  private static int elements(int call) {
    return switch (call & 31) {
      case 1 -> call < COLD ? SOME_VECTORS : MANY;
      case 2, 3 -> SOME_VECTORS;
      case 4 -> NO_VECTOR;
      default -> ONE_VECTOR;
    };
  }

  private void run(int elements) {
    for (Code part : code) {
      part.exercise(bound.workspace(), bound.known(), elements);
    }
  }

  /** Leaves the processor to the JIT, and to those who wait for results. */
  static void giveWay() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
