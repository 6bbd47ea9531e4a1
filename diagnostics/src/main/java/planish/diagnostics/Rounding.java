package planish.diagnostics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How many digits of a row's numbers are worth showing: two of the Monte Carlo error, or four of
 * the largest number where there is no error.
 *
 * @param decimals digits after the point; or significant digits in scientific notation
 * @param scientific whether the numbers are too large or too small to be written plainly
 */
record Rounding(int decimals, boolean scientific) {
  private static final int MOST_DECIMALS = 8;
  private static final double LARGEST = 1e8;
  private static final int MOST_SIGNIFICANT = 10;
  static final String NOTHING = "-";

  static Rounding of(ElementSummary row) {
    double largest = 0;
    for (double x : new double[] {row.mean(), row.sd(), row.median(), row.q5(), row.q95()}) {
      largest = Double.isFinite(x) ? Math.max(largest, Math.abs(x)) : largest;
    }
    int top = exponent(largest);
    boolean known = Double.isFinite(row.mcseMean()) && row.mcseMean() > 0;
    int places = known ? 1 - exponent(row.mcseMean()) : 3 - top;
    if (largest >= LARGEST || places > MOST_DECIMALS) {
      return new Rounding(Math.clamp((long) top + places + 1, 2, MOST_SIGNIFICANT), true);
    }
    return new Rounding(Math.max(0, places), false);
  }

  private static int exponent(double size) {
    return size > 0 ? (int) Math.floor(Math.log10(size)) : 0;
  }

  String text(double number) {
    if (!Double.isFinite(number)) {
      return notFinite(number);
    }
    if (!scientific || number == 0) {
      return fixed(number, scientific ? 0 : decimals);
    }
    BigDecimal rounded = BigDecimal.valueOf(number).round(new MathContext(decimals));
    int power = rounded.precision() - rounded.scale() - 1;
    BigDecimal leading =
        rounded.movePointLeft(power).setScale(decimals - 1, RoundingMode.UNNECESSARY);
    return leading.toPlainString() + "e" + power;
  }

  static String fixed(double number, int decimals) {
    if (!Double.isFinite(number)) {
      return notFinite(number);
    }
    return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  private static String notFinite(double number) {
    return Double.isNaN(number) ? NOTHING : number > 0 ? "inf" : "-inf";
  }
}
