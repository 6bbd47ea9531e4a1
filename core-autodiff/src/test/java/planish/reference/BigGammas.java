package planish.reference;

import static java.math.BigDecimal.ONE;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The logarithm of the gamma function's size and its derivatives, with 50 digits: moved up to 40 by
 * their recurrences, then by Stirling's series.
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, 5.5, 5.11 and 5.15.
 */
final class BigGammas {
  private static final MathContext WORK = new MathContext(60);
  private static final BigDecimal FAR = BigDecimal.valueOf(40);
  private static final BigDecimal LEAST = BigDecimal.valueOf(-200);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal[] BERNOULLI = bernoulli();

  private BigGammas() {}

  /** The numbers of even order, from the second. */
  private static BigDecimal[] bernoulli() {
    BigDecimal[] numbers = new BigDecimal[34];
    for (int k = 1; k < numbers.length; k++) {
      numbers[k] = BigDecimalMath.bernoulli(2 * k, WORK);
    }
    return numbers;
  }

  static BigDecimal logGamma(BigDecimal x) {
    BigDecimal product = ONE;
    BigDecimal z = atLeast(x);
    for (; z.compareTo(FAR) < 0; z = z.add(ONE)) {
      product = product.multiply(z, WORK);
    }
    BigDecimal twoPi = BigDecimalMath.pi(WORK).add(BigDecimalMath.pi(WORK));
    BigDecimal sum =
        z.subtract(HALF)
            .multiply(log(z), WORK)
            .subtract(z)
            .add(HALF.multiply(log(twoPi)))
            .subtract(log(product.abs()));
    for (int k = 1; k < BERNOULLI.length; k++) {
      BigDecimal below = z.pow(2 * k - 1, WORK).multiply(BigDecimal.valueOf(2L * k * (2 * k - 1)));
      sum = sum.add(BERNOULLI[k].divide(below, WORK), WORK);
    }
    return sum;
  }

  /** {@return the derivative of digamma of a whole order from 0} */
  static BigDecimal polygamma(int order, BigDecimal x) {
    BigDecimal factorial = BigDecimalMath.factorial(order);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal z = atLeast(x);
    for (; z.compareTo(FAR) < 0; z = z.add(ONE)) {
      sum = sum.add(factorial.divide(z.pow(order + 1, WORK), WORK), WORK);
    }
    sum = sum.add(order == 0 ? log(z).negate() : power(z, order));
    sum = sum.add(factorial.divide(z.pow(order + 1, WORK), WORK).multiply(HALF), WORK);
    for (int k = 1; k < BERNOULLI.length; k++) {
      // (2 k + order - 1)! / (2 k)!, which is 1 / (2 k) for order 0
      BigDecimal rising =
          BigDecimalMath.factorial(2 * k + order - 1).divide(BigDecimalMath.factorial(2 * k), WORK);
      BigDecimal term = BERNOULLI[k].multiply(rising).divide(z.pow(2 * k + order, WORK), WORK);
      sum = sum.add(term, WORK);
    }
    return order % 2 == 0 ? sum.negate() : sum;
  }

  /** (order - 1)! / z^order. */
  private static BigDecimal power(BigDecimal z, int order) {
    return BigDecimalMath.factorial(order - 1).divide(z.pow(order, WORK), WORK);
  }

  private static BigDecimal atLeast(BigDecimal x) {
    if (x.compareTo(LEAST) < 0) {
      throw new ArithmeticException("too many steps from " + x);
    }
    return x;
  }

  private static BigDecimal log(BigDecimal x) {
    return BigFunctions.log(x);
  }
}
