package planish.reference;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.TWO;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.UnaryFunction;

/**
 * The error function, the normal distribution function and what is made of them, with 50 digits: by
 * a series of positive terms near zero, by a continued fraction far out.
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, 7.6.2 and 7.9.1.
 */
final class BigNormals {
  private static final MathContext WORK = new MathContext(65);
  private static final BigDecimal ROOT_PI = BigDecimalMath.sqrt(BigDecimalMath.pi(WORK), WORK);
  private static final BigDecimal ROOT_TWO = BigDecimalMath.sqrt(TWO, WORK);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal FAR = BigDecimal.valueOf(3);
  private static final BigDecimal SMALL = new BigDecimal("1e-70");

  private BigNormals() {}

  static BigDecimal erf(BigDecimal t) {
    return t.abs().compareTo(FAR) < 0 ? series(t) : ONE.subtract(erfc(t), WORK);
  }

  static BigDecimal erfc(BigDecimal t) {
    if (t.compareTo(FAR) >= 0) {
      return gauss(t).divide(ROOT_PI.multiply(fraction(t)), WORK);
    }
    return t.compareTo(FAR.negate()) > 0
        ? ONE.subtract(series(t), WORK)
        : TWO.subtract(erfc(t.negate()), WORK);
  }

  /** The sum over k of 2^k t^(2 k + 1) / (1 · 3 · … (2 k + 1)), times exp(-t²) 2 / √π. */
  private static BigDecimal series(BigDecimal t) {
    BigDecimal twice = t.multiply(t, WORK).multiply(TWO);
    BigDecimal term = t;
    BigDecimal sum = t;
    for (int k = 1; term.abs().compareTo(SMALL.multiply(sum.abs())) > 0; k++) {
      term = term.multiply(twice).divide(BigDecimal.valueOf(2L * k + 1), WORK);
      sum = sum.add(term, WORK);
    }
    return sum.multiply(gauss(t), WORK).multiply(TWO).divide(ROOT_PI, WORK);
  }

  /** t + (1/2) / (t + (2/2) / (t + (3/2) / …. */
  private static BigDecimal fraction(BigDecimal t) {
    BigDecimal f = t;
    for (int k = 320; k > 0; k--) {
      f = t.add(BigDecimal.valueOf(k).multiply(HALF).divide(f, WORK), WORK);
    }
    return f;
  }

  private static BigDecimal gauss(BigDecimal t) {
    return BigFunctions.exp(t.multiply(t, WORK).negate());
  }

  static BigDecimal phi(BigDecimal x) {
    return erfc(x.negate().divide(ROOT_TWO, WORK)).multiply(HALF);
  }

  static BigDecimal logPhi(BigDecimal x) {
    BigDecimal t = x.negate().divide(ROOT_TWO, WORK);
    if (t.compareTo(FAR) >= 0) {
      BigDecimal below = TWO.multiply(ROOT_PI).multiply(fraction(t), WORK);
      return t.multiply(t, WORK).add(BigFunctions.log(below)).negate();
    }
    return t.compareTo(FAR.negate()) > 0
        ? BigFunctions.log(phi(x))
        : BigFunctions.log1p(phi(x.negate()).negate());
  }

  static BigDecimal inverseMills(BigDecimal x) {
    BigDecimal t = x.negate().divide(ROOT_TWO, WORK);
    return t.compareTo(FAR) >= 0 ? ROOT_TWO.multiply(fraction(t), WORK) : density(x, phi(x));
  }

  /** The normal density over a number. */
  private static BigDecimal density(BigDecimal x, BigDecimal below) {
    BigDecimal t = x.divide(ROOT_TWO, WORK);
    return gauss(t).divide(ROOT_TWO.multiply(ROOT_PI).multiply(below), WORK);
  }

  /** Newton's steps, from a number that need only be near. */
  static BigDecimal invPhi(BigDecimal p) {
    if (p.signum() <= 0 || p.compareTo(ONE) >= 0) {
      throw new ArithmeticException("no quantile of " + p);
    }
    double[] near = {p.doubleValue()};
    Loops.plain().unary(UnaryFunction.INV_PHI, near, 0, near, 0, 1);
    BigDecimal y = new BigDecimal(near[0]);
    BigDecimal step = ONE;
    for (int k = 0; k < 50 && step.abs().compareTo(new BigDecimal("1e-45")) > 0; k++) {
      step = phi(y).subtract(p).divide(density(y, ONE), WORK);
      y = y.subtract(step, WORK);
    }
    return y;
  }
}
