package planish.autodiff.vector;

/** One loop for each function, so that each is compiled by itself. */
final class PlainUnary {
  private PlainUnary() {}

  static void apply(UnaryFunction f, double[] a, int ia, double[] out, int io, int n) {
    switch (f) {
      case NEGATE -> negate(a, ia, out, io, n);
      case ABS -> abs(a, ia, out, io, n);
      case SIGN -> sign(a, ia, out, io, n);
      case SQUARE -> square(a, ia, out, io, n);
      case RECIPROCAL -> reciprocal(a, ia, out, io, n);
      case SQRT -> sqrt(a, ia, out, io, n);
      case EXP -> exp(a, ia, out, io, n);
      case EXPM1 -> expm1(a, ia, out, io, n);
      case LOG -> log(a, ia, out, io, n);
      case LOG1P -> log1p(a, ia, out, io, n);
      case SIN -> sin(a, ia, out, io, n);
      case COS -> cos(a, ia, out, io, n);
      case TANH -> tanh(a, ia, out, io, n);
      case INV_LOGIT -> invLogit(a, ia, out, io, n);
      case LOG1P_EXP -> log1pExp(a, ia, out, io, n);
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
          INVERSE_MILLS ->
          oneByOne(f, a, ia, out, io, n);
    }
  }

  private static void negate(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = -a[ia + i];
    }
  }

  private static void abs(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Math.abs(a[ia + i]);
    }
  }

  private static void sign(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Math.signum(a[ia + i]);
    }
  }

  private static void square(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = a[ia + i] * a[ia + i];
    }
  }

  private static void reciprocal(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = 1 / a[ia + i];
    }
  }

  private static void sqrt(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Math.sqrt(a[ia + i]);
    }
  }

  private static void exp(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Exponentials.exp(a[ia + i]);
    }
  }

  private static void expm1(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Exponentials.expm1(a[ia + i]);
    }
  }

  private static void log(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Logarithms.log(a[ia + i]);
    }
  }

  private static void log1p(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Logarithms.log1p(a[ia + i]);
    }
  }

  private static void sin(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Angles.sin(a[ia + i]);
    }
  }

  private static void cos(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Angles.cos(a[ia + i]);
    }
  }

  private static void tanh(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Exponentials.tanh(a[ia + i]);
    }
  }

  private static void invLogit(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Exponentials.invLogit(a[ia + i]);
    }
  }

  private static void log1pExp(double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Exponentials.log1pExp(a[ia + i]);
    }
  }

  /** Functions beside which a switch for each number costs nothing. */
  private static void oneByOne(UnaryFunction f, double[] a, int ia, double[] out, int io, int n) {
    for (int i = 0; i < n; i++) {
      out[io + i] = Elementary.apply(f, a[ia + i]);
    }
  }
}
