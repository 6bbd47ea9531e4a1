package planish.benchmarks;

/** Compares values and gradients before times are compared. */
final class Agreement {
  private static final double TOLERANCE = 1e-9;

  private Agreement() {}

  /** One side of a comparison. */
  @FunctionalInterface
  interface Side {
    /** {@return the log density at a position, its gradient written} */
    double at(int position, double[] gradient);
  }

  /**
   * Compares at each position.
   *
   * @throws IllegalStateException if a value or a derivative differs by more than 1e-9 of its size,
   *     or of the largest derivative's
   */
  static void check(String what, int positions, int dimension, Side ours, Side theirs) {
    double[] a = new double[dimension];
    double[] b = new double[dimension];
    for (int k = 0; k < positions; k++) {
      double value = ours.at(k, a);
      compare(what + ": log density", value, theirs.at(k, b), Math.abs(value));
      double scale = 0;
      for (double derivative : a) {
        scale = Math.max(scale, Math.abs(derivative));
      }
      for (int j = 0; j < dimension; j++) {
        compare(what + ": derivative " + j, a[j], b[j], scale);
      }
    }
  }

  private static void compare(String what, double ours, double theirs, double scale) {
    if (!(Math.abs(ours - theirs) <= TOLERANCE * Math.max(1, scale))) {
      throw new IllegalStateException(what + " is " + ours + " here but " + theirs + " there");
    }
  }
}
