package planish.vector;

import static planish.vector.Lanes.SPECIES;

import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;

/**
 * Functions of two arguments: whole vectors where there is a loop for them, the rest one by one.
 */
final class VectorBinary {
  private VectorBinary() {}

  private static final VectorLoops PLAIN = Loops.plain();

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
    int whole = SPECIES.loopBound(n);
    int done = wholeVectors(f, a, ia, sa, b, ib, sb, out, io, whole) ? whole : 0;
    if (done < n) {
      PLAIN.binary(f, a, ia + done * sa, sa, b, ib + done * sb, sb, out, io + done, n - done);
    }
  }

  private static boolean wholeVectors(
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
    if (sa == 0) {
      return sb != 0 && n > 0 && numberFirst(f, a[ia], b, ib, out, io, n);
    }
    return sb == 0
        ? n > 0 && numberLast(f, a, ia, b[ib], out, io, n)
        : pairs(f, a, ia, b, ib, out, io, n);
  }

  private static boolean pairs(
      BinaryFunction f, double[] a, int ia, double[] b, int ib, double[] out, int io, int n) {
    switch (f) {
      case ADD -> VectorPairs.add(a, ia, b, ib, out, io, n);
      case SUBTRACT -> VectorPairs.subtract(a, ia, b, ib, out, io, n);
      case MULTIPLY -> VectorPairs.multiply(a, ia, b, ib, out, io, n);
      case DIVIDE -> VectorPairs.divide(a, ia, b, ib, out, io, n);
      case MINIMUM -> VectorPairs.minimum(a, ia, b, ib, out, io, n);
      case MAXIMUM -> VectorPairs.maximum(a, ia, b, ib, out, io, n);
      case LESS -> VectorPairs.less(a, ia, b, ib, out, io, n);
      case LESS_OR_EQUAL -> VectorPairs.lessOrEqual(a, ia, b, ib, out, io, n);
      case EQUAL -> VectorPairs.equal(a, ia, b, ib, out, io, n);
      case POW, LOG_BETA, POLYGAMMA -> {
        return false;
      }
    }
    return true;
  }

  private static boolean numberLast(
      BinaryFunction f, double[] a, int ia, double b, double[] out, int io, int n) {
    switch (f) {
      case ADD -> VectorWithNumber.add(a, ia, b, out, io, n);
      case SUBTRACT -> VectorWithNumber.subtract(a, ia, b, out, io, n);
      case MULTIPLY -> VectorWithNumber.multiply(a, ia, b, out, io, n);
      case DIVIDE -> VectorWithNumber.divide(a, ia, b, out, io, n);
      case MINIMUM -> VectorWithNumber.minimum(a, ia, b, out, io, n);
      case MAXIMUM -> VectorWithNumber.maximum(a, ia, b, out, io, n);
      case LESS -> VectorWithNumber.less(a, ia, b, out, io, n);
      case LESS_OR_EQUAL -> VectorWithNumber.lessOrEqual(a, ia, b, out, io, n);
      case EQUAL -> VectorWithNumber.equal(a, ia, b, out, io, n);
      case POW, LOG_BETA, POLYGAMMA -> {
        return false;
      }
    }
    return true;
  }

  private static boolean numberFirst(
      BinaryFunction f, double a, double[] b, int ib, double[] out, int io, int n) {
    switch (f) {
      case ADD -> VectorWithNumber.add(b, ib, a, out, io, n);
      case SUBTRACT -> VectorWithNumber.subtractFrom(b, ib, a, out, io, n);
      case MULTIPLY -> VectorWithNumber.multiply(b, ib, a, out, io, n);
      case DIVIDE -> VectorWithNumber.divideInto(b, ib, a, out, io, n);
      case MINIMUM -> VectorWithNumber.minimum(b, ib, a, out, io, n);
      case MAXIMUM -> VectorWithNumber.maximum(b, ib, a, out, io, n);
      case LESS -> VectorWithNumber.greater(b, ib, a, out, io, n);
      case LESS_OR_EQUAL -> VectorWithNumber.greaterOrEqual(b, ib, a, out, io, n);
      case EQUAL -> VectorWithNumber.equal(b, ib, a, out, io, n);
      case POW, LOG_BETA, POLYGAMMA -> {
        return false;
      }
    }
    return true;
  }
}
