package planish.autodiff.vector;

import static planish.autodiff.vector.ElementaryConstants.*;

/**
 * Sine and cosine, one number at a time: x = k π/2 + r + low, with π/2 in three parts (W. Cody and
 * W. Waite, Software Manual for the Elementary Functions, 1980, chapter 8, on fma).
 */
final class Angles {
  private Angles() {}

  static double sin(double x) {
    return Math.abs(x) < TINY ? x : turned(x, 0);
  }

  static double cos(double x) {
    return turned(x, 1);
  }

  static double tan(double x) {
    return sin(x) / cos(x);
  }

  /** The sine of x plus some right angles. */
  private static double turned(double x, long turns) {
    if (!(Math.abs(x) <= ANGLE_LIMIT)) {
      return Double.isFinite(x) ? HugeAngle.turned(x, turns) : Double.NaN;
    }
    double rounded = Math.fma(x, TWO_OVER_PI, ROUNDER);
    double k = rounded - ROUNDER;
    // Exact: a multiple of 2^-53 below one.
    double high = Math.fma(-k, HALF_PI, x);
    double p = k * HALF_PI_LOW;
    double r = high - p;
    double v = r - high;
    double lost = (high - (r - v)) - (p + v);
    double low = lost - Math.fma(k, HALF_PI_LOWEST, Math.fma(k, HALF_PI_LOW, -p));
    return sine(r, low, Double.doubleToRawLongBits(rounded) + turns);
  }

  /** The sine of r + low plus that many right angles, |r| up to about π/4. */
  static double sine(double r, double low, long turns) {
    double value = (turns & 1) == 0 ? sineCore(r, low) : cosineCore(r, low);
    return (turns & 2) == 0 ? value : -value;
  }

  private static double sineCore(double r, double low) {
    double z = r * r;
    double z2 = z * z;
    double a = Math.fma(z2, Math.fma(z, SIN_3, SIN_2), Math.fma(z, SIN_1, SIN_0));
    double s = Math.fma(z2 * z2, Math.fma(z, SIN_5, SIN_4), a);
    return r + Math.fma(r * z, s, low);
  }

  private static double cosineCore(double r, double low) {
    double z = r * r;
    double z2 = z * z;
    double a = Math.fma(z2, Math.fma(z, COS_3, COS_2), Math.fma(z, COS_1, COS_0));
    double c = Math.fma(z2 * z2, Math.fma(z, COS_5, COS_4), a);
    double half = 0.5 * z;
    double w = 1 - half;
    return w + (((1 - w) - half) + Math.fma(z2, c, -(r * low)));
  }
}
