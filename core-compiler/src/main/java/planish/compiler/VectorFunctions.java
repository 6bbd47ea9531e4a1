package planish.compiler;

import static planish.autodiff.vector.ElementaryConstants.*;

import java.lang.classfile.CodeBuilder;
import java.util.HashMap;
import java.util.Map;

/**
 * The elementary functions as vector operations inside a loop's body: those of {@link
 * planish.autodiff.vector.Elementary} in the same sequence.
 *
 * <p>Vectors of one number that the functions need are made before the loop; exp(-|x|) is computed
 * once for all functions of x or -x in a body that are made of it.
 */
final class VectorFunctions extends VectorCode {
  /** Half of the way down to the least numbers, as a power of two. */
  private static final long HALF_WAY = 537;

  private static final double DOWN = 0x1p-537;

  private final Map<Double, Integer> constants = new HashMap<>();
  private final Map<Integer, Integer> decays = new HashMap<>();
  private final Map<Integer, Integer> negated = new HashMap<>();

  VectorFunctions(CodeBuilder code) {
    super(code);
  }

  /** Makes the vectors that the functions share. */
  void prepare() {
    for (double value :
        new double[] {
          0,
          1,
          -LN2_HIGH,
          -LN2_LOW,
          LN2_HIGH,
          LN2_LOW,
          0.5,
          LOG_6,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          EXPONENT_BIAS,
          -2,
          DOWN
        }) {
      constants.put(value, all(value));
    }
  }

  private int constant(double value) {
    return constants.get(value);
  }

  /** Forgets what was computed for the vector before. */
  void begin() {
    decays.clear();
    negated.clear();
  }

  int negate(int x) {
    int y = neg(x);
    negated.put(y, x);
    return y;
  }

  int sign(int x) {
    return blend(blend(x, 1.0, compare("GT", x, 0.0)), -1.0, compare("LT", x, 0.0));
  }

  int reciprocal(int x) {
    return div(constant(1), x);
  }

  int exp(int x) {
    int c = blend(x, EXP_LOWEST, compare("LT", x, EXP_LOWEST));
    return expOf(blend(c, EXP_HIGHEST, compare("GT", x, EXP_HIGHEST)));
  }

  private int expOf(int c) {
    int k = sub(fma(c, LOG2_E, ROUNDER), ROUNDER);
    int first = fma(k, 0.5, ROUNDER);
    int second = add(sub(k, sub(first, ROUNDER)), ROUNDER);
    return mul(scaled(remainder(c, k), power(first, 1023)), power(second, 1023));
  }

  private int power(int rounded, long bias) {
    return doubles(shiftLeft(addBits(bits(rounded), bias), 52));
  }

  private int expm1Core(int r) {
    int r2 = mul(r, r);
    int r4 = mul(r2, r2);
    int a = fma(r2, fma(r, EXP_3, EXP_2), fma(r, EXP_1, EXP_0));
    int b = fma(r2, fma(r, EXP_7, EXP_6), fma(r, EXP_5, EXP_4));
    int q = fma(r4, fma(r4, fma(r, EXP_9, EXP_8), b), a);
    return fma(r2, fma(r, q, constant(0.5)), r);
  }

  int expm1(int x) {
    int c = blend(x, EXPM1_LOWEST, compare("LT", x, EXPM1_LOWEST));
    int t = expm1Of(blend(c, EXP_HIGHEST, compare("GT", x, EXP_HIGHEST)));
    return blend(t, x, compare("LT", abs(x), TINY));
  }

  private int expm1Of(int c) {
    int rounded = fma(c, LOG2_E, ROUNDER);
    int k = sub(rounded, ROUNDER);
    int half = power(rounded, 1022);
    return mul(fma(half, expm1Core(remainder(c, k)), sub(half, 0.5)), 2.0);
  }

  int tanh(int x) {
    int a = abs(x);
    int t = expm1Of(mul(blend(a, TANH_HIGHEST, compare("GT", a, TANH_HIGHEST)), 2.0));
    int sign = andBits(bits(x), Long.MIN_VALUE);
    return doubles(orBits(bits(div(t, add(t, 2.0))), sign));
  }

  /** exp(-|x|). */
  private int decay(int x) {
    int key = negated.getOrDefault(x, x);
    Integer known = decays.get(key);
    if (known == null) {
      int c = doubles(orBits(bits(key), Long.MIN_VALUE));
      known = decayOf(blend(c, EXP_LOWEST, compare("LT", c, EXP_LOWEST)));
      decays.put(key, known);
    }
    return known;
  }

  /**
   * As {@link #expOf} where the result is at most 1: the second power of two can always be the
   * same, since the first product is exact whatever the two are.
   */
  private int decayOf(int c) {
    int rounded = fma(c, LOG2_E, ROUNDER);
    int power = power(rounded, 1023 + HALF_WAY);
    return mul(scaled(remainder(c, sub(rounded, ROUNDER)), power), constant(DOWN));
  }

  /** The power of two times exp(r): one fma rounds as adding 1 to exp(r) - 1 would. */
  private int scaled(int r, int power) {
    return fma(expm1Core(r), power, power);
  }

  /** What is left of the exponent where e^c is 2^k times a number between sqrt(1/2) and sqrt(2). */
  private int remainder(int c, int k) {
    return fma(k, constant(-LN2_LOW), fma(k, constant(-LN2_HIGH), c));
  }

  int onePlusDecay(int x) {
    return add(decay(x), 1.0);
  }

  /** Where x is zero, both numerators are 1; where it is NaN, so is its decay. */
  int invLogit(int x) {
    int numerator = blend(decay(x), constant(1), compare("GT", x, 0.0));
    return div(numerator, onePlusDecay(x));
  }

  /** x where it is positive, else 0. */
  int positive(int x) {
    return blend(constant(0), x, compare("GT", x, 0.0));
  }

  int log1pExp(int x) {
    int e = decay(x);
    int minus = div(e, sub(constant(-2), e));
    int z = mul(minus, minus);
    int z2 = mul(z, z);
    int z4 = mul(z2, z2);
    int a = fma(z2, fma(z, SOFTPLUS_3, SOFTPLUS_2), fma(z, SOFTPLUS_1, SOFTPLUS_0));
    int b = fma(z2, fma(z, SOFTPLUS_7, SOFTPLUS_6), fma(z, SOFTPLUS_5, SOFTPLUS_4));
    int p = fma(z4, fma(z4, fma(z, SOFTPLUS_9, SOFTPLUS_8), b), a);
    int half = mul(mul(e, 0.5), e);
    int y = sub(e, fma(minus, fma(z, p, half), half));
    return add(positive(x), y);
  }

  int log(int x) {
    int subnormal = compare("LT", x, LEAST_NORMAL);
    int bits = addBits(bits(blend(x, mul(x, LIFT), subnormal)), BINADE_SHIFT);
    int bias = blend(constant(EXPONENT_BIAS), LIFTED_EXPONENT_BIAS, subnormal);
    int k = sub(exponent(bits), bias);
    int y = sum(k, mantissaLessOne(bits), mul(k, LN2_LOW));
    return outside(y, x);
  }

  private int exponent(int bits) {
    return doubles(orBits(shiftRight(bits, 52), INTEGER_BITS));
  }

  private int mantissaLessOne(int bits) {
    return sub(doubles(addBits(andBits(bits, FRACTION_MASK), SQRT_HALF_BITS)), 1.0);
  }

  private int sum(int k, int f, int low) {
    int s = div(f, add(f, 2.0));
    int z = mul(s, s);
    int z2 = mul(z, z);
    int a = fma(z2, fma(z, LOG_3, LOG_2), fma(z, LOG_1, LOG_0));
    int b = fma(z2, constant(LOG_6), fma(z, LOG_5, LOG_4));
    int tail = mul(z, fma(mul(z2, z2), b, a));
    int half = mul(mul(f, 0.5), f);
    return fma(k, constant(LN2_HIGH), sub(f, sub(half, fma(s, add(half, tail), low))));
  }

  /** What a logarithm is where its argument is infinite, zero, negative or NaN. */
  private int outside(int y, int x) {
    int inf = constant(Double.POSITIVE_INFINITY);
    int high = blend(y, inf, compare("EQ", x, inf));
    int low = blend(high, Double.NEGATIVE_INFINITY, compare("EQ", x, 0.0));
    return blend(constant(Double.NaN), low, compare("GE", x, 0.0));
  }

  int log1p(int x) {
    int u = add(x, 1.0);
    int v = sub(u, 1.0);
    int lost = add(sub(constant(1), sub(u, v)), sub(x, v));
    int bits = addBits(bits(u), BINADE_SHIFT);
    int k = sub(exponent(bits), EXPONENT_BIAS);
    int y = sum(k, mantissaLessOne(bits), fma(k, constant(LN2_LOW), div(lost, u)));
    return blend(outside(y, u), x, compare("LT", abs(x), TINY));
  }

  /** 1 where the mask is set, else 0. */
  int indicator(int mask) {
    return blend(constant(0), 1.0, mask);
  }

  /** The mask of where a condition holds. */
  int holds(int condition) {
    // Ordered and not equal: a NaN is neither below nor above.
    return compare("GT", abs(condition), 0.0);
  }

  int fails(int condition) {
    return blend(constant(1), 0.0, holds(condition));
  }
}
