package planish.autodiff.vector;

/** Functions of two arrays: one loop for each, so that each is compiled by itself. */
final class PlainPairs {
  private PlainPairs() {}

  static void add(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i] + b[ib + i];
    }
  }

  static void subtract(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i] - b[ib + i];
    }
  }

  static void multiply(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i] * b[ib + i];
    }
  }

  static void divide(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i] / b[ib + i];
    }
  }

  static void pow(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Powers.pow(a[ia + i], b[ib + i]);
    }
  }

  static void minimum(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Math.min(a[ia + i], b[ib + i]);
    }
  }

  static void maximum(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Math.max(a[ia + i], b[ib + i]);
    }
  }

  static void less(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i] < b[ib + i] ? 1 : 0;
    }
  }

  static void lessOrEqual(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i] <= b[ib + i] ? 1 : 0;
    }
  }

  static void equal(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i] == b[ib + i] ? 1 : 0;
    }
  }

  /** Functions beside which a switch for each pair costs nothing. */
  static void oneByOne(
      BinaryFunction f, double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Elementary.apply(f, a[ia + i], b[ib + i]);
    }
  }
}
