package planish.vector;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static planish.autodiff.vector.ElementaryConstants.TINY;
import static planish.vector.Lanes.LENGTH;
import static planish.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.UnaryFunction;
import planish.autodiff.vector.VectorLoops;

/**
 * One loop over whole vectors for each function, so that each is compiled by itself with its
 * function inside; each returns how many elements it did, the rest is done one by one.
 */
final class VectorUnary {
  private VectorUnary() {}

  private static final VectorLoops PLAIN = Loops.plain();

  static void apply(UnaryFunction f, double[] a, int ia, double[] out, int io, int n) {
    int done = wholeVectors(f, a, ia, out, io, SPECIES.loopBound(n));
    if (done < n) {
      PLAIN.unary(f, a, ia + done, out, io + done, n - done);
    }
  }

  private static int wholeVectors(
      UnaryFunction f, double[] a, int ia, double[] out, int io, int n) {
    switch (f) {
      case NEGATE -> negate(a, ia, out, io, n);
      case ABS -> abs(a, ia, out, io, n);
      case SIGN -> sign(a, ia, out, io, n);
      case SQUARE -> square(a, ia, out, io, n);
      case RECIPROCAL -> reciprocal(a, ia, out, io, n);
      case SQRT -> sqrt(a, ia, out, io, n);
      case EXP -> VectorExponentials.exp(a, ia, out, io, n);
      case EXPM1 -> VectorExponentials.expm1(a, ia, out, io, n);
      case LOG -> VectorLogarithms.log(a, ia, out, io, n);
      case LOG1P -> VectorLogarithms.log1p(a, ia, out, io, n);
      case SIN -> VectorAngles.turned(f, 0, TINY, a, ia, out, io, n);
      case COS -> VectorAngles.turned(f, 1, 0, a, ia, out, io, n);
      case TANH -> VectorExponentials.tanh(a, ia, out, io, n);
      case INV_LOGIT -> VectorExponentials.invLogit(a, ia, out, io, n);
      case LOG1P_EXP -> VectorSoftplus.log1pExp(a, ia, out, io, n);
      case TAN,
          ASIN,
          ACOS,
          ATAN,
          SINH,
          COSH,
          ASINH,
          ACOSH,
          ATANH,
          LOG_GAMMA,
          DIGAMMA,
          TRIGAMMA,
          ERF,
          ERFC,
          PHI,
          INV_PHI,
          LOG_PHI,
          INVERSE_MILLS -> {
        return 0;
      }
    }
    return n;
  }

  private static void negate(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      fromArray(SPECIES, a, ia + i).neg().intoArray(out, io + i);
    }
  }

  private static void abs(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      fromArray(SPECIES, a, ia + i).abs().intoArray(out, io + i);
    }
  }

  private static void sign(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = fromArray(SPECIES, a, ia + i);
      DoubleVector y = x.blend(1, x.compare(VectorOperators.GT, 0));
      y.blend(-1, x.compare(VectorOperators.LT, 0)).intoArray(out, io + i);
    }
  }

  private static void square(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = fromArray(SPECIES, a, ia + i);
      x.mul(x).intoArray(out, io + i);
    }
  }

  private static void reciprocal(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      broadcast(SPECIES, 1).div(fromArray(SPECIES, a, ia + i)).intoArray(out, io + i);
    }
  }

  private static void sqrt(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      fromArray(SPECIES, a, ia + i).sqrt().intoArray(out, io + i);
    }
  }
}
