package planish.autodiff.vector;

/** One loop for each function, so that each is compiled by itself. */
final class PlainBinary {
  private PlainBinary() {}

  static void apply(
      BinaryFunction f,
      double[] a,
      int ia,
      int sa,
      double[] b,
      int ib,
      int sb,
      double[] out,
      int io,
      int n) {
    switch (f) {
      case ADD -> add(a, ia, sa, b, ib, sb, out, io, n);
      case SUBTRACT -> subtract(a, ia, sa, b, ib, sb, out, io, n);
      case MULTIPLY -> multiply(a, ia, sa, b, ib, sb, out, io, n);
      case DIVIDE -> divide(a, ia, sa, b, ib, sb, out, io, n);
      case POW -> pow(a, ia, sa, b, ib, sb, out, io, n);
      case MINIMUM -> minimum(a, ia, sa, b, ib, sb, out, io, n);
      case MAXIMUM -> maximum(a, ia, sa, b, ib, sb, out, io, n);
      case LESS -> less(a, ia, sa, b, ib, sb, out, io, n);
      case LESS_OR_EQUAL -> lessOrEqual(a, ia, sa, b, ib, sb, out, io, n);
      case EQUAL -> equal(a, ia, sa, b, ib, sb, out, io, n);
    }
  }

  private static void add(
      double[] a, int ia, int sa, double[] b, int ib, int sb, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i * sa] + b[ib + i * sb];
    }
  }

  private static void subtract(
      double[] a, int ia, int sa, double[] b, int ib, int sb, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i * sa] - b[ib + i * sb];
    }
  }

  private static void multiply(
      double[] a, int ia, int sa, double[] b, int ib, int sb, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i * sa] * b[ib + i * sb];
    }
  }

  private static void divide(
      double[] a, int ia, int sa, double[] b, int ib, int sb, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i * sa] / b[ib + i * sb];
    }
  }

  private static void pow(
      double[] a, int ia, int sa, double[] b, int ib, int sb, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Powers.pow(a[ia + i * sa], b[ib + i * sb]);
    }
  }

  private static void minimum(
      double[] a, int ia, int sa, double[] b, int ib, int sb, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Math.min(a[ia + i * sa], b[ib + i * sb]);
    }
  }

  private static void maximum(
      double[] a, int ia, int sa, double[] b, int ib, int sb, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Math.max(a[ia + i * sa], b[ib + i * sb]);
    }
  }

  private static void less(
      double[] a, int ia, int sa, double[] b, int ib, int sb, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i * sa] < b[ib + i * sb] ? 1 : 0;
    }
  }

  private static void lessOrEqual(
      double[] a, int ia, int sa, double[] b, int ib, int sb, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i * sa] <= b[ib + i * sb] ? 1 : 0;
    }
  }

  private static void equal(
      double[] a, int ia, int sa, double[] b, int ib, int sb, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i * sa] == b[ib + i * sb] ? 1 : 0;
    }
  }
}
