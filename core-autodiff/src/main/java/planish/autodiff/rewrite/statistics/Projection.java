package planish.autodiff.rewrite.statistics;

import planish.autodiff.rewrite.basics.KnownSums;

/**
 * One column of known numbers, times a parameter of each group, which is projected out of others:
 * with t the coefficient of the projection of c on d, Σ w (d p + c)² = Σ w d² (p + t)² + Σ w (c - t
 * d)², within each group.
 *
 * @param column d
 * @param weights w; null for ones
 * @param group of each row; null where all are in one
 * @param squares Σ w d² of each group
 */
record Projection(double[] column, double[] weights, int[] group, double[] squares) {
  /** From this ratio on rounding may show in the tenth digit. */
  private static final double TOO_LARGE = 1e5;

  /** From this ratio on the rest is rounding itself: the column is a multiple in each group. */
  private static final double NOTHING_LEFT = 1e15;

  /**
   * A coefficient of each group, to twice the usual precision.
   *
   * @param high the nearest number
   * @param low what it lacks
   */
  record Coefficients(double[] high, double[] low) {}

  static Projection of(double[] column, double[] weights, int[] group, int groups) {
    Projection empty = new Projection(column, weights, group, new double[groups]);
    return new Projection(column, weights, group, empty.products(column));
  }

  /** {@return Σ w d c of each group} */
  private double[] products(double[] c) {
    KnownSums[] sums = new KnownSums[squares.length];
    for (int k = 0; k < sums.length; k++) {
      sums[k] = new KnownSums();
    }
    for (int i = 0; i < c.length; i++) {
      double d = weights == null ? column[i] : weights[i] * column[i];
      sums[group == null ? 0 : group[i]].add(d, c[i]);
    }
    double[] values = new double[sums.length];
    for (int k = 0; k < values.length; k++) {
      values[k] = sums[k].value();
    }
    return values;
  }

  /**
   * {@return whether the coefficients are so much larger than the rest that rounding them shows:
   * what is averaged over rows without the projection is not averaged with it}
   *
   * @param t the coefficients
   * @param rest of the column that they are of
   */
  boolean loses(double[] t, double[] rest) {
    double taken = 0;
    for (int k = 0; k < t.length; k++) {
      taken += t[k] * t[k] * squares[k];
    }
    double left = 0;
    for (int i = 0; i < rest.length; i++) {
      left += (weights == null ? 1 : weights[i]) * rest[i] * rest[i];
    }
    double ratio = Math.sqrt(taken / left);
    return ratio > TOO_LARGE && ratio < NOTHING_LEFT;
  }

  /** Projects out of another column, which becomes the rest. */
  Coefficients outOf(double[] c) {
    double[] high = coefficients(c);
    subtract(high, c);
    double[] low = coefficients(c);
    subtract(low, c);
    return new Coefficients(high, low);
  }

  private double[] coefficients(double[] c) {
    double[] t = products(c);
    for (int k = 0; k < t.length; k++) {
      t[k] = squares[k] > 0 ? t[k] / squares[k] : 0;
    }
    return t;
  }

  private void subtract(double[] t, double[] c) {
    for (int i = 0; i < c.length; i++) {
      c[i] = rest(t, i, c[i]);
    }
  }

  /** {@return what is left of row i of another column} */
  double rest(double[] t, int i, double c) {
    return Math.fma(-t[group == null ? 0 : group[i]], column[i], c);
  }
}
