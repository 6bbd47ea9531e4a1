package planish.autodiff.vector;

import java.util.Arrays;

/** Functions of two arguments, by what stands for all: neither, one or both. */
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
    if (n == 0) {
      return;
    }
    if (sa != 0 && sb != 0) {
      pairs(f, a, ia, b, ib, out, io, n);
    } else if (sa != 0) {
      numberLast(f, a, ia, b[ib], out, io, n);
    } else if (sb != 0) {
      numberFirst(f, a[ia], b, ib, out, io, n);
    } else {
      Arrays.fill(out, io, io + n, Elementary.apply(f, a[ia], b[ib]));
    }
  }

  private static void pairs(
      BinaryFunction f, double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    switch (f) {
      case ADD -> PlainPairs.add(a, ia, b, ib, out, io, n);
      case SUBTRACT -> PlainPairs.subtract(a, ia, b, ib, out, io, n);
      case MULTIPLY -> PlainPairs.multiply(a, ia, b, ib, out, io, n);
      case DIVIDE -> PlainPairs.divide(a, ia, b, ib, out, io, n);
      case POW -> PlainPairs.pow(a, ia, b, ib, out, io, n);
      case MINIMUM -> PlainPairs.minimum(a, ia, b, ib, out, io, n);
      case MAXIMUM -> PlainPairs.maximum(a, ia, b, ib, out, io, n);
      case LESS -> PlainPairs.less(a, ia, b, ib, out, io, n);
      case LESS_OR_EQUAL -> PlainPairs.lessOrEqual(a, ia, b, ib, out, io, n);
      case EQUAL -> PlainPairs.equal(a, ia, b, ib, out, io, n);
      case LOG_BETA, POLYGAMMA -> PlainPairs.oneByOne(f, a, ia, b, ib, out, io, n);
    }
  }

  private static void numberLast(
      BinaryFunction f, double[] a, int ia, double b, double[] out, int io, int n) {
    switch (f) {
      case ADD -> PlainWithNumber.add(a, ia, b, out, io, n);
      case SUBTRACT -> PlainWithNumber.subtract(a, ia, b, out, io, n);
      case MULTIPLY -> PlainWithNumber.multiply(a, ia, b, out, io, n);
      case DIVIDE -> PlainWithNumber.divide(a, ia, b, out, io, n);
      case POW -> PlainWithNumber.pow(a, ia, b, out, io, n);
      case MINIMUM -> PlainWithNumber.minimum(a, ia, b, out, io, n);
      case MAXIMUM -> PlainWithNumber.maximum(a, ia, b, out, io, n);
      case LESS -> PlainWithNumber.less(a, ia, b, out, io, n);
      case LESS_OR_EQUAL -> PlainWithNumber.lessOrEqual(a, ia, b, out, io, n);
      case EQUAL -> PlainWithNumber.equal(a, ia, b, out, io, n);
      case LOG_BETA, POLYGAMMA -> PlainWithNumber.oneByOne(f, a, ia, b, out, io, n);
    }
  }

  private static void numberFirst(
      BinaryFunction f, double a, double[] b, int ib, double[] out, int io, int n) {
    switch (f) {
      case ADD -> PlainWithNumber.add(b, ib, a, out, io, n);
      case SUBTRACT -> PlainWithNumber.subtractFrom(b, ib, a, out, io, n);
      case MULTIPLY -> PlainWithNumber.multiply(b, ib, a, out, io, n);
      case DIVIDE -> PlainWithNumber.divideInto(b, ib, a, out, io, n);
      case POW -> PlainWithNumber.powOf(b, ib, a, out, io, n);
      case MINIMUM -> PlainWithNumber.minimum(b, ib, a, out, io, n);
      case MAXIMUM -> PlainWithNumber.maximum(b, ib, a, out, io, n);
      case LESS -> PlainWithNumber.greater(b, ib, a, out, io, n);
      case LESS_OR_EQUAL -> PlainWithNumber.greaterOrEqual(b, ib, a, out, io, n);
      case EQUAL -> PlainWithNumber.equal(b, ib, a, out, io, n);
      case LOG_BETA, POLYGAMMA -> PlainWithNumber.oneByOneOf(f, b, ib, a, out, io, n);
    }
  }
}
