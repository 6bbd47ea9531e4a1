package planish.vector;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static planish.vector.Lanes.LENGTH;
import static planish.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** Functions of an array and one number: one loop for each, so that each is compiled by itself. */
final class VectorWithNumber {
  private VectorWithNumber() {}

  static void add(double[] a, int ia, double b, double[] out, int io, int n) {
    DoubleVector y = broadcast(SPECIES, b);
    for (int i = 0; i < n; i += LENGTH) {
      fromArray(SPECIES, a, ia + i).add(y).intoArray(out, io + i);
    }
  }

  static void subtract(double[] a, int ia, double b, double[] out, int io, int n) {
    DoubleVector y = broadcast(SPECIES, b);
    for (int i = 0; i < n; i += LENGTH) {
      fromArray(SPECIES, a, ia + i).sub(y).intoArray(out, io + i);
    }
  }

  static void subtractFrom(double[] a, int ia, double b, double[] out, int io, int n) {
    DoubleVector y = broadcast(SPECIES, b);
    for (int i = 0; i < n; i += LENGTH) {
      y.sub(fromArray(SPECIES, a, ia + i)).intoArray(out, io + i);
    }
  }

  static void multiply(double[] a, int ia, double b, double[] out, int io, int n) {
    DoubleVector y = broadcast(SPECIES, b);
    for (int i = 0; i < n; i += LENGTH) {
      fromArray(SPECIES, a, ia + i).mul(y).intoArray(out, io + i);
    }
  }

  static void divide(double[] a, int ia, double b, double[] out, int io, int n) {
    DoubleVector y = broadcast(SPECIES, b);
    for (int i = 0; i < n; i += LENGTH) {
      fromArray(SPECIES, a, ia + i).div(y).intoArray(out, io + i);
    }
  }

  static void divideInto(double[] a, int ia, double b, double[] out, int io, int n) {
    DoubleVector y = broadcast(SPECIES, b);
    for (int i = 0; i < n; i += LENGTH) {
      y.div(fromArray(SPECIES, a, ia + i)).intoArray(out, io + i);
    }
  }

  static void minimum(double[] a, int ia, double b, double[] out, int io, int n) {
    DoubleVector y = broadcast(SPECIES, b);
    for (int i = 0; i < n; i += LENGTH) {
      fromArray(SPECIES, a, ia + i).min(y).intoArray(out, io + i);
    }
  }

  static void maximum(double[] a, int ia, double b, double[] out, int io, int n) {
    DoubleVector y = broadcast(SPECIES, b);
    for (int i = 0; i < n; i += LENGTH) {
      fromArray(SPECIES, a, ia + i).max(y).intoArray(out, io + i);
    }
  }

  static void less(double[] a, int ia, double b, double[] out, int io, int n) {
    DoubleVector y = broadcast(SPECIES, b);
    DoubleVector zero = broadcast(SPECIES, 0);
    for (int i = 0; i < n; i += LENGTH) {
      zero.blend(1, fromArray(SPECIES, a, ia + i).compare(VectorOperators.LT, y))
          .intoArray(out, io + i);
    }
  }

  static void lessOrEqual(double[] a, int ia, double b, double[] out, int io, int n) {
    DoubleVector y = broadcast(SPECIES, b);
    DoubleVector zero = broadcast(SPECIES, 0);
    for (int i = 0; i < n; i += LENGTH) {
      zero.blend(1, fromArray(SPECIES, a, ia + i).compare(VectorOperators.LE, y))
          .intoArray(out, io + i);
    }
  }

  static void greater(double[] a, int ia, double b, double[] out, int io, int n) {
    DoubleVector y = broadcast(SPECIES, b);
    DoubleVector zero = broadcast(SPECIES, 0);
    for (int i = 0; i < n; i += LENGTH) {
      zero.blend(1, fromArray(SPECIES, a, ia + i).compare(VectorOperators.GT, y))
          .intoArray(out, io + i);
    }
  }

  static void greaterOrEqual(double[] a, int ia, double b, double[] out, int io, int n) {
    DoubleVector y = broadcast(SPECIES, b);
    DoubleVector zero = broadcast(SPECIES, 0);
    for (int i = 0; i < n; i += LENGTH) {
      zero.blend(1, fromArray(SPECIES, a, ia + i).compare(VectorOperators.GE, y))
          .intoArray(out, io + i);
    }
  }

  static void equal(double[] a, int ia, double b, double[] out, int io, int n) {
    DoubleVector y = broadcast(SPECIES, b);
    DoubleVector zero = broadcast(SPECIES, 0);
    for (int i = 0; i < n; i += LENGTH) {
      zero.blend(1, fromArray(SPECIES, a, ia + i).compare(VectorOperators.EQ, y))
          .intoArray(out, io + i);
    }
  }
}
