package planish.autodiff.vector;

import static planish.autodiff.vector.ElementaryConstants.*;

/**
 * Powers, one pair at a time: exp(y log x) with the logarithm in two doubles (about 66 bits), so
 * that its error stays below the result's last bit where y log x is in the hundreds.
 */
final class Powers {
  private Powers() {}

  private static final double THIRD = 0x1.5555555555555p-2;
  private static final double THIRD_LOW = 0x1.5555555555555p-56;

  // (artanh(s) / s - 1 - z/3) / z² in z = s²; error 2^-67.1.
  private static final double TAIL_0 = 0x1.999999999999ap-3;
  private static final double TAIL_1 = 0x1.2492492492491p-3;
  private static final double TAIL_2 = 0x1.c71c71c71cfd9p-4;
  private static final double TAIL_3 = 0x1.745d174513593p-4;
  private static final double TAIL_4 = 0x1.3b13b1bc75cd4p-4;
  private static final double TAIL_5 = 0x1.1110dfad0f8eap-4;
  private static final double TAIL_6 = 0x1.e1f7fa7547177p-5;
  private static final double TAIL_7 = 0x1.ac4a89c964b82p-5;
  private static final double TAIL_8 = 0x1.b8d433113b7fap-5;

  static double pow(double x, double y) {
    if (y == 0) {
      return 1;
    }
    if (!(Math.abs(y) < Double.POSITIVE_INFINITY)) {
      return toInfinite(x, y);
    }
    if (x > 0 && x < Double.POSITIVE_INFINITY) {
      return ofPositive(x, y);
    }
    return ofOther(x, y);
  }

  /** y is infinite or NaN. */
  private static double toInfinite(double x, double y) {
    double a = Math.abs(x);
    if (a != a || y != y || a == 1) {
      return Double.NaN;
    }
    return (a > 1) == (y > 0) ? Double.POSITIVE_INFINITY : 0;
  }

  /** x is zero, negative, infinite or NaN; y is finite and not zero. */
  private static double ofOther(double x, double y) {
    if (x != x) {
      return x;
    }
    double a = Math.abs(x);
    boolean whole = y == Math.rint(y);
    boolean odd = whole && Math.abs(y) < 0x1p53 && ((long) y & 1) != 0;
    boolean negative = odd && Double.doubleToRawLongBits(x) < 0;
    double size;
    if (a == 0 || a == Double.POSITIVE_INFINITY) {
      size = (a == 0) == (y < 0) ? Double.POSITIVE_INFINITY : 0;
    } else {
      size = whole ? ofPositive(a, y) : Double.NaN;
    }
    return negative ? -size : size;
  }

  /** Both are finite, x is positive. */
  private static double ofPositive(double x, double y) {
    boolean subnormal = x < LEAST_NORMAL;
    long bits = Double.doubleToRawLongBits(subnormal ? x * LIFT : x) + BINADE_SHIFT;
    double k = Logarithms.exponent(bits, subnormal ? LIFTED_EXPONENT_BIAS : EXPONENT_BIAS);
    double f = Logarithms.mantissa(bits) - 1;

    // s + sl = f / (2 + f)
    double d = 2 + f;
    double s = f / d;
    double sl = (Math.fma(-s, d, f) - s * (f - (d - 2))) / d;
    // z + zl = s²
    double z = s * s;
    double zl = Math.fma(s, s, -z) + 2 * s * sl;
    // c + cl = 1/3 + z/5 + …
    double t = z * tail(z);
    double c = THIRD + t;
    double cl = ((THIRD - c) + t) + THIRD_LOW;
    // w + wl = z c, v + vl = s w
    double w = z * c;
    double wl = Math.fma(z, c, -w) + Math.fma(z, cl, zl * c);
    double v = s * w;
    double vl = Math.fma(s, w, -v) + Math.fma(s, wl, sl * w);
    // h + hl = log(1 + f)
    double h = s + v;
    double hl = 2 * (((s - h) + v) + (sl + vl));
    h = 2 * h;
    // l + ll = k log 2 + h + hl
    double p = k * LN2_HIGH;
    double l = p + h;
    double b = l - p;
    double ll = ((p - (l - b)) + (h - b)) + Math.fma(k, LN2_LOW, hl);
    return expOfProduct(y, l, ll);
  }

  private static double tail(double z) {
    double z2 = z * z;
    double z4 = z2 * z2;
    double a = Math.fma(z2, Math.fma(z, TAIL_3, TAIL_2), Math.fma(z, TAIL_1, TAIL_0));
    double b = Math.fma(z2, Math.fma(z, TAIL_7, TAIL_6), Math.fma(z, TAIL_5, TAIL_4));
    return Math.fma(z4, Math.fma(z4, TAIL_8, b), a);
  }

  private static double expOfProduct(double y, double l, double ll) {
    double p = y * l;
    if (!(p > EXP_LOWEST && p < EXP_HIGHEST)) {
      return p > 0 ? Double.POSITIVE_INFINITY : 0;
    }
    return Exponentials.expOf(p, Math.fma(y, ll, Math.fma(y, l, -p)));
  }
}
