package planish.autodiff.vector;

/**
 * Sums over eight virtual lanes, each in a local variable.
 *
 * <p>The loops are written out: the lanes must stay in registers, and the order is the contract.
 */
final class PlainSums {
  private PlainSums() {}

  static double combine(
      double l0, double l1, double l2, double l3, double l4, double l5, double l6, double l7) {
    return ((l0 + l4) + (l2 + l6)) + ((l1 + l5) + (l3 + l7));
  }

  static double sum(double[] a, int ia, int n) {
    double l0 = 0, l1 = 0, l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0;
    int i = 0;
    for (; i < n - 7; i += 8) {
      l0 = l0 + a[ia + i];
      l1 = l1 + a[ia + i + 1];
      l2 = l2 + a[ia + i + 2];
      l3 = l3 + a[ia + i + 3];
      l4 = l4 + a[ia + i + 4];
      l5 = l5 + a[ia + i + 5];
      l6 = l6 + a[ia + i + 6];
      l7 = l7 + a[ia + i + 7];
    }
    int rest = n - i;
    if (rest > 0) {
      l0 = l0 + a[ia + i];
    }
    if (rest > 1) {
      l1 = l1 + a[ia + i + 1];
    }
    if (rest > 2) {
      l2 = l2 + a[ia + i + 2];
    }
    if (rest > 3) {
      l3 = l3 + a[ia + i + 3];
    }
    if (rest > 4) {
      l4 = l4 + a[ia + i + 4];
    }
    if (rest > 5) {
      l5 = l5 + a[ia + i + 5];
    }
    if (rest > 6) {
      l6 = l6 + a[ia + i + 6];
    }
    return combine(l0, l1, l2, l3, l4, l5, l6, l7);
  }

  static double dot(double[] a, int ia, double[] b, int ib, int n) {
    double l0 = 0, l1 = 0, l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0;
    int i = 0;
    for (; i < n - 7; i += 8) {
      l0 = Math.fma(a[ia + i], b[ib + i], l0);
      l1 = Math.fma(a[ia + i + 1], b[ib + i + 1], l1);
      l2 = Math.fma(a[ia + i + 2], b[ib + i + 2], l2);
      l3 = Math.fma(a[ia + i + 3], b[ib + i + 3], l3);
      l4 = Math.fma(a[ia + i + 4], b[ib + i + 4], l4);
      l5 = Math.fma(a[ia + i + 5], b[ib + i + 5], l5);
      l6 = Math.fma(a[ia + i + 6], b[ib + i + 6], l6);
      l7 = Math.fma(a[ia + i + 7], b[ib + i + 7], l7);
    }
    int rest = n - i;
    if (rest > 0) {
      l0 = Math.fma(a[ia + i], b[ib + i], l0);
    }
    if (rest > 1) {
      l1 = Math.fma(a[ia + i + 1], b[ib + i + 1], l1);
    }
    if (rest > 2) {
      l2 = Math.fma(a[ia + i + 2], b[ib + i + 2], l2);
    }
    if (rest > 3) {
      l3 = Math.fma(a[ia + i + 3], b[ib + i + 3], l3);
    }
    if (rest > 4) {
      l4 = Math.fma(a[ia + i + 4], b[ib + i + 4], l4);
    }
    if (rest > 5) {
      l5 = Math.fma(a[ia + i + 5], b[ib + i + 5], l5);
    }
    if (rest > 6) {
      l6 = Math.fma(a[ia + i + 6], b[ib + i + 6], l6);
    }
    return combine(l0, l1, l2, l3, l4, l5, l6, l7);
  }

  static double weightedSquares(double[] w, int iw, double[] x, int ix, int n) {
    double l0 = 0, l1 = 0, l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0;
    int i = 0;
    for (; i < n - 7; i += 8) {
      l0 = Math.fma(w[iw + i] * x[ix + i], x[ix + i], l0);
      l1 = Math.fma(w[iw + i + 1] * x[ix + i + 1], x[ix + i + 1], l1);
      l2 = Math.fma(w[iw + i + 2] * x[ix + i + 2], x[ix + i + 2], l2);
      l3 = Math.fma(w[iw + i + 3] * x[ix + i + 3], x[ix + i + 3], l3);
      l4 = Math.fma(w[iw + i + 4] * x[ix + i + 4], x[ix + i + 4], l4);
      l5 = Math.fma(w[iw + i + 5] * x[ix + i + 5], x[ix + i + 5], l5);
      l6 = Math.fma(w[iw + i + 6] * x[ix + i + 6], x[ix + i + 6], l6);
      l7 = Math.fma(w[iw + i + 7] * x[ix + i + 7], x[ix + i + 7], l7);
    }
    int rest = n - i;
    if (rest > 0) {
      l0 = Math.fma(w[iw + i] * x[ix + i], x[ix + i], l0);
    }
    if (rest > 1) {
      l1 = Math.fma(w[iw + i + 1] * x[ix + i + 1], x[ix + i + 1], l1);
    }
    if (rest > 2) {
      l2 = Math.fma(w[iw + i + 2] * x[ix + i + 2], x[ix + i + 2], l2);
    }
    if (rest > 3) {
      l3 = Math.fma(w[iw + i + 3] * x[ix + i + 3], x[ix + i + 3], l3);
    }
    if (rest > 4) {
      l4 = Math.fma(w[iw + i + 4] * x[ix + i + 4], x[ix + i + 4], l4);
    }
    if (rest > 5) {
      l5 = Math.fma(w[iw + i + 5] * x[ix + i + 5], x[ix + i + 5], l5);
    }
    if (rest > 6) {
      l6 = Math.fma(w[iw + i + 6] * x[ix + i + 6], x[ix + i + 6], l6);
    }
    return combine(l0, l1, l2, l3, l4, l5, l6, l7);
  }
}
