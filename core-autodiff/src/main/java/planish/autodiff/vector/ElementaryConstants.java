package planish.autodiff.vector;

/**
 * The numbers in {@link Elementary}, for back ends that repeat its operations.
 *
 * <p>The polynomials were fitted at 60 digits by interpolation at Chebyshev nodes over the reduced
 * interval (widened by a ten-thousandth) and rounded to doubles; their errors are stated where they
 * end. Coefficients stand in order of rising powers.
 */
public final class ElementaryConstants {
  private ElementaryConstants() {}

  /** Adding it rounds a number below 2^51 to an integer, which then stands in the lowest bits. */
  public static final double ROUNDER = 0x1.8p52;

  /** 1 / log 2. */
  public static final double LOG2_E = 0x1.71547652b82fep0;

  /** The first 42 bits of log 2: its products with exponents are exact. */
  public static final double LN2_HIGH = 0x1.62e42fefa3800p-1;

  /** log 2 less {@link #LN2_HIGH}. */
  public static final double LN2_LOW = 0x1.ef35793c76730p-45;

  /** From here down exp is zero. */
  public static final double EXP_LOWEST = -746;

  /** From here up exp is infinite. */
  public static final double EXP_HIGHEST = 710;

  /** From here down expm1 is -1. */
  public static final double EXPM1_LOWEST = -50;

  /** Below this in size expm1, log1p and sin are their argument. */
  public static final double TINY = 0x1p-54;

  /** From here up tanh is 1. */
  public static final double TANH_HIGHEST = 22;

  /** (exp(r) - 1 - r - r²/2) / r³ over |r| ≤ log(2)/2: the constant term. */
  public static final double EXP_0 = 0x1.5555555555556p-3;

  /** r. */
  public static final double EXP_1 = 0x1.5555555555555p-5;

  /** r². */
  public static final double EXP_2 = 0x1.11111111109b3p-7;

  /** r³. */
  public static final double EXP_3 = 0x1.6c16c16c167e1p-10;

  /** r⁴. */
  public static final double EXP_4 = 0x1.a01a01a7c41d5p-13;

  /** r⁵. */
  public static final double EXP_5 = 0x1.a01a01a47b054p-16;

  /** r⁶. */
  public static final double EXP_6 = 0x1.71de0dae63bb3p-19;

  /** r⁷. */
  public static final double EXP_7 = 0x1.27e4e1f48534fp-22;

  /** r⁸. */
  public static final double EXP_8 = 0x1.af38a9b0ec855p-26;

  /** r⁹; error 2^-56.8. */
  public static final double EXP_9 = 0x1.1f66df7fca49fp-29;

  /** The least normal number. */
  public static final double LEAST_NORMAL = Double.MIN_NORMAL;

  /** Lifts a subnormal number to a normal one. */
  public static final double LIFT = 0x1p54;

  /** The bits of sqrt(1/2), where mantissas are made to begin. */
  public static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;

  /** What moves a mantissa of sqrt(1/2) to the edge of its binade. */
  public static final long BINADE_SHIFT = 0x3ff0000000000000L - SQRT_HALF_BITS;

  /** The bits of a double's fraction. */
  public static final long FRACTION_MASK = 0x000fffffffffffffL;

  /** The bits of 2^52: an integer below it put into the fraction stands there as a double. */
  public static final long INTEGER_BITS = 0x4330000000000000L;

  /** What to take off to have the exponent of a normal number. */
  public static final double EXPONENT_BIAS = 0x1p52 + 1023;

  /** What to take off to have the exponent of a lifted number. */
  public static final double LIFTED_EXPONENT_BIAS = 0x1p52 + 1023 + 54;

  /** (log((1+s)/(1-s)) / s - 2) / s² in z = s², |s| ≤ (√2-1)/(√2+1): the constant term. */
  public static final double LOG_0 = 0x1.5555555555558p-1;

  /** z. */
  public static final double LOG_1 = 0x1.99999999952d7p-2;

  /** z². */
  public static final double LOG_2 = 0x1.2492492df281ap-2;

  /** z³. */
  public static final double LOG_3 = 0x1.c71c62e3f11e6p-3;

  /** z⁴. */
  public static final double LOG_4 = 0x1.7462b51cb66b1p-3;

  /** z⁵. */
  public static final double LOG_5 = 0x1.39fe51a7c18f9p-3;

  /** z⁶; error 2^-51.5. */
  public static final double LOG_6 = 0x1.2b5900de53b32p-3;

  /** As the logarithm's, over |s| ≤ 1/3: the constant term. */
  public static final double SOFTPLUS_0 = 0x1.5555555555555p-1;

  /** z. */
  public static final double SOFTPLUS_1 = 0x1.999999999a3dfp-2;

  /** z². */
  public static final double SOFTPLUS_2 = 0x1.24924923d422cp-2;

  /** z³. */
  public static final double SOFTPLUS_3 = 0x1.c71c727164156p-3;

  /** z⁴. */
  public static final double SOFTPLUS_4 = 0x1.745cf0aa6a011p-3;

  /** z⁵. */
  public static final double SOFTPLUS_5 = 0x1.3b18b34a260a3p-3;

  /** z⁶. */
  public static final double SOFTPLUS_6 = 0x1.10ac6a3d3e5f6p-3;

  /** z⁷. */
  public static final double SOFTPLUS_7 = 0x1.eb913ba3ef69ep-4;

  /** z⁸. */
  public static final double SOFTPLUS_8 = 0x1.687604d0c86a1p-4;

  /** z⁹; error 2^-53.3. */
  public static final double SOFTPLUS_9 = 0x1.4b0ed4be611b2p-3;

  /** 2 / π. */
  public static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;

  /** π / 2. */
  public static final double HALF_PI = 0x1.921fb54442d18p0;

  /** π / 2 less {@link #HALF_PI}. */
  public static final double HALF_PI_LOW = 0x1.1a62633145c07p-54;

  /** What is then left of π / 2. */
  public static final double HALF_PI_LOWEST = -0x1.f1976b7ed8fbcp-110;

  /** Above this in size sin and cos are reduced one by one with 192 bits of 2/π. */
  public static final double ANGLE_LIMIT = 0x1p22;

  /** (sin(r) / r - 1) / z in z = r² over |r| ≤ π/4: the constant term. */
  public static final double SIN_0 = -0x1.5555555555555p-3;

  /** z. */
  public static final double SIN_1 = 0x1.1111111110ba5p-7;

  /** z². */
  public static final double SIN_2 = -0x1.a01a019e80693p-13;

  /** z³. */
  public static final double SIN_3 = 0x1.71de379252004p-19;

  /** z⁴. */
  public static final double SIN_4 = -0x1.ae60069e53ef1p-26;

  /** z⁵; error 2^-55.4. */
  public static final double SIN_5 = 0x1.5e098556d302ep-33;

  /** (cos(r) - 1 + z/2) / z² in z = r² over |r| ≤ π/4: the constant term. */
  public static final double COS_0 = 0x1.5555555555555p-5;

  /** z. */
  public static final double COS_1 = -0x1.6c16c16c16960p-10;

  /** z². */
  public static final double COS_2 = 0x1.a01a019f4d0edp-16;

  /** z³. */
  public static final double COS_3 = -0x1.27e4fa15bd814p-22;

  /** z⁴. */
  public static final double COS_4 = 0x1.1eeb66b683028p-29;

  /** z⁵; error 2^-59.4. */
  public static final double COS_5 = -0x1.907c0e63adbb6p-37;
}
