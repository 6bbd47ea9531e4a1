package planish.vector;

import static planish.vector.Lanes.LENGTH;
import static planish.vector.Lanes.all;
import static planish.vector.Lanes.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** Functions of two arrays: one loop for each, so that each is compiled by itself. */
final class VectorPairs {
  private VectorPairs() {}

  static void add(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = load(a, ia + i);
      DoubleVector y = load(b, ib + i);
      x.add(y).intoArray(out, io + i);
    }
  }

  static void subtract(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = load(a, ia + i);
      DoubleVector y = load(b, ib + i);
      x.sub(y).intoArray(out, io + i);
    }
  }

  static void multiply(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = load(a, ia + i);
      DoubleVector y = load(b, ib + i);
      x.mul(y).intoArray(out, io + i);
    }
  }

  static void divide(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = load(a, ia + i);
      DoubleVector y = load(b, ib + i);
      x.div(y).intoArray(out, io + i);
    }
  }

  static void minimum(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = load(a, ia + i);
      DoubleVector y = load(b, ib + i);
      x.min(y).intoArray(out, io + i);
    }
  }

  static void maximum(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = load(a, ia + i);
      DoubleVector y = load(b, ib + i);
      x.max(y).intoArray(out, io + i);
    }
  }

  static void less(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    DoubleVector zero = all(0);
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = load(a, ia + i);
      DoubleVector y = load(b, ib + i);
      zero.blend(1, x.compare(VectorOperators.LT, y)).intoArray(out, io + i);
    }
  }

  static void lessOrEqual(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    DoubleVector zero = all(0);
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = load(a, ia + i);
      DoubleVector y = load(b, ib + i);
      zero.blend(1, x.compare(VectorOperators.LE, y)).intoArray(out, io + i);
    }
  }

  static void equal(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    DoubleVector zero = all(0);
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = load(a, ia + i);
      DoubleVector y = load(b, ib + i);
      zero.blend(1, x.compare(VectorOperators.EQ, y)).intoArray(out, io + i);
    }
  }
}
