package planish.vector;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static planish.vector.Lanes.LENGTH;
import static planish.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** Functions of two arrays: one loop for each, so that each is compiled by itself. */
final class VectorPairs {
  private VectorPairs() {}

  static void add(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = fromArray(SPECIES, a, ia + i);
      DoubleVector y = fromArray(SPECIES, b, ib + i);
      x.add(y).intoArray(out, io + i);
    }
  }

  static void subtract(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = fromArray(SPECIES, a, ia + i);
      DoubleVector y = fromArray(SPECIES, b, ib + i);
      x.sub(y).intoArray(out, io + i);
    }
  }

  static void multiply(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = fromArray(SPECIES, a, ia + i);
      DoubleVector y = fromArray(SPECIES, b, ib + i);
      x.mul(y).intoArray(out, io + i);
    }
  }

  static void divide(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = fromArray(SPECIES, a, ia + i);
      DoubleVector y = fromArray(SPECIES, b, ib + i);
      x.div(y).intoArray(out, io + i);
    }
  }

  static void minimum(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = fromArray(SPECIES, a, ia + i);
      DoubleVector y = fromArray(SPECIES, b, ib + i);
      x.min(y).intoArray(out, io + i);
    }
  }

  static void maximum(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = fromArray(SPECIES, a, ia + i);
      DoubleVector y = fromArray(SPECIES, b, ib + i);
      x.max(y).intoArray(out, io + i);
    }
  }

  static void less(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    DoubleVector zero = broadcast(SPECIES, 0);
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = fromArray(SPECIES, a, ia + i);
      DoubleVector y = fromArray(SPECIES, b, ib + i);
      zero.blend(1, x.compare(VectorOperators.LT, y)).intoArray(out, io + i);
    }
  }

  static void lessOrEqual(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    DoubleVector zero = broadcast(SPECIES, 0);
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = fromArray(SPECIES, a, ia + i);
      DoubleVector y = fromArray(SPECIES, b, ib + i);
      zero.blend(1, x.compare(VectorOperators.LE, y)).intoArray(out, io + i);
    }
  }

  static void equal(double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    DoubleVector zero = broadcast(SPECIES, 0);
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = fromArray(SPECIES, a, ia + i);
      DoubleVector y = fromArray(SPECIES, b, ib + i);
      zero.blend(1, x.compare(VectorOperators.EQ, y)).intoArray(out, io + i);
    }
  }
}
