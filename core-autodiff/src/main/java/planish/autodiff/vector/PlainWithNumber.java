package planish.autodiff.vector;

/** Functions of an array and one number: one loop for each, so that each is compiled by itself. */
final class PlainWithNumber {
  private PlainWithNumber() {}

  static void add(double[] a, int ia, double b, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i] + b;
    }
  }

  static void subtract(double[] a, int ia, double b, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i] - b;
    }
  }

  static void multiply(double[] a, int ia, double b, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i] * b;
    }
  }

  static void divide(double[] a, int ia, double b, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i] / b;
    }
  }

  static void pow(double[] a, int ia, double b, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Powers.pow(a[ia + i], b);
    }
  }

  static void minimum(double[] a, int ia, double b, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Math.min(a[ia + i], b);
    }
  }

  static void maximum(double[] a, int ia, double b, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Math.max(a[ia + i], b);
    }
  }

  static void less(double[] a, int ia, double b, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i] < b ? 1 : 0;
    }
  }

  static void lessOrEqual(double[] a, int ia, double b, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i] <= b ? 1 : 0;
    }
  }

  static void equal(double[] a, int ia, double b, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i] == b ? 1 : 0;
    }
  }

  static void subtractFrom(double[] a, int ia, double b, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = b - a[ia + i];
    }
  }

  static void divideInto(double[] a, int ia, double b, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = b / a[ia + i];
    }
  }

  static void powOf(double[] a, int ia, double b, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Powers.pow(b, a[ia + i]);
    }
  }

  static void greater(double[] a, int ia, double b, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i] > b ? 1 : 0;
    }
  }

  static void greaterOrEqual(double[] a, int ia, double b, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i] >= b ? 1 : 0;
    }
  }

  static void oneByOne(
      BinaryFunction f, double[] a, int ia, double b, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Elementary.apply(f, a[ia + i], b);
    }
  }

  static void oneByOneOf(
      BinaryFunction f, double[] a, int ia, double b, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Elementary.apply(f, b, a[ia + i]);
    }
  }
}
