package planish.sampling.csv;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Numbers from text, to the nearest double. Up to 18 digits with a power of ten that is itself a
 * double are divided in twice the precision, which is exact unless it comes near the middle of two
 * doubles (after Clinger, How to read floating point numbers accurately, 1990, section 4); all
 * others go to {@link Double#parseDouble}.
 */
final class DecimalText {
  private static final int DIGITS = 18;
  private static final double[] TENS = new double[23];
  private static final long EXACT = 1L << 53;

  /** How near to half a unit in the last place the rest may come, as a share of it. */
  private static final double SAFE = 1 - 0x1p-30;

  static {
    TENS[0] = 1;
    for (int k = 1; k < TENS.length; k++) {
      TENS[k] = 10 * TENS[k - 1];
    }
  }

  private DecimalText() {}

  /**
   * {@return the number in these bytes}
   *
   * @throws NumberFormatException if there is none
   */
  static double parse(byte[] text, int from, int to) {
    int k = from;
    boolean negative = k < to && text[k] == '-';
    if (negative) {
      k++;
    }
    long mantissa = 0;
    int digits = 0;
    int seen = 0;
    int point = -1;
    for (; k < to; k++) {
      int c = text[k];
      if (c >= '0' && c <= '9') {
        mantissa = 10 * mantissa + (c - '0');
        digits += mantissa == 0 ? 0 : 1;
        seen++;
      } else if (c == '.' && point < 0) {
        point = seen;
      } else {
        break;
      }
      if (digits > DIGITS) {
        return slow(text, from, to);
      }
    }
    int exponent = point < 0 ? 0 : point - seen;
    if (k < to) {
      int written = exponent(text, k, to);
      if (written == Integer.MIN_VALUE) {
        return slow(text, from, to);
      }
      exponent += written;
    }
    double size = seen == 0 ? Double.NaN : scale(mantissa, exponent);
    return Double.isNaN(size) ? slow(text, from, to) : negative ? -size : size;
  }

  /** {@return the exponent written at a place; the least integer if it is not a plain one} */
  private static int exponent(byte[] text, int from, int to) {
    int k = from + 1;
    boolean negative = k < to && text[k] == '-';
    if (negative || (k < to && text[k] == '+')) {
      k++;
    }
    if ((text[from] | 0x20) != 'e' || k == to || to - k > 3) {
      return Integer.MIN_VALUE;
    }
    int exponent = 0;
    for (; k < to; k++) {
      if (text[k] < '0' || text[k] > '9') {
        return Integer.MIN_VALUE;
      }
      exponent = 10 * exponent + (text[k] - '0');
    }
    return negative ? -exponent : exponent;
  }

  /** {@return mantissa · 10^exponent to the nearest; NaN where that cannot be told quickly} */
  private static double scale(long mantissa, int exponent) {
    if (mantissa == 0) {
      return 0;
    }
    if (exponent < -22 || exponent > 22) {
      return Double.NaN;
    }
    if (mantissa <= EXACT) {
      return exponent < 0 ? mantissa / TENS[-exponent] : mantissa * TENS[exponent];
    }
    return exponent <= 0 ? divide(mantissa, TENS[-exponent]) : Double.NaN;
  }

  private static double divide(long mantissa, double divisor) {
    double high = (double) mantissa;
    double low = (double) (mantissa - (long) high);
    double quotient = high / divisor;
    double correction = (Math.fma(-quotient, divisor, high) + low) / divisor;
    double sum = quotient + correction;
    double rest = (quotient - sum) + correction;
    boolean powerOfTwo = (Double.doubleToRawLongBits(sum) & (EXACT / 2 - 1)) == 0;
    return !powerOfTwo && Math.abs(rest) < SAFE * 0.5 * Math.ulp(sum) ? sum : Double.NaN;
  }

  private static double slow(byte[] text, int from, int to) {
    String word = new String(text, from, to - from, StandardCharsets.UTF_8).strip();
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "nan", "-nan", "+nan" -> Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> finite(word);
    };
  }

  /** Java's own reader also takes {@code 1f} and {@code 0x1p3}, which no CSV has. */
  private static double finite(String word) {
    for (int k = 0; k < word.length(); k++) {
      if ("0123456789+-.eE".indexOf(word.charAt(k)) < 0) {
        throw new NumberFormatException(word);
      }
    }
    return Double.parseDouble(word);
  }
}
