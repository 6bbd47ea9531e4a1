package planish.autodiff.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Zeros, infinities, NaN, the bounds of the domains; exact bits. */
class SpecialValuesTest {
  private static final double LEAST = Double.MIN_VALUE;
  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    2,
    -2,
    3,
    -3,
    0.5,
    -0.5,
    0.9,
    -0.9,
    1.1,
    -1.1,
    2.5,
    -2.5,
    1e-300,
    -1e-300,
    1e300,
    -1e300,
    0x1p53,
    -0x1p53,
    0x1p53 - 1,
    1 - 0x1p53,
    0x1p52 + 0.5,
    1e308,
    LEAST,
    -LEAST,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  @ParameterizedTest
  @CsvSource({
    "EXP, 0.0, 1",
    "EXP, -0.0, 1",
    "EXP, Infinity, Infinity",
    "EXP, -Infinity, 0.0",
    "EXP, 709.782712893384, 1.7976931348622732E308",
    "EXP, 709.7827128933841, Infinity",
    "EXP, 1e300, Infinity",
    "EXP, -745.1332191019411, 4.9E-324",
    "EXP, -745.1332191019412, 0.0",
    "EXP, -1e300, 0.0",
    "EXP, 4.9E-324, 1",
    "EXPM1, 0.0, 0.0",
    "EXPM1, -0.0, -0.0",
    "EXPM1, Infinity, Infinity",
    "EXPM1, -Infinity, -1",
    "EXPM1, 4.9E-324, 4.9E-324",
    "EXPM1, -4.9E-324, -4.9E-324",
    "EXPM1, 709.7827128933841, Infinity",
    "EXPM1, 709.782712893384, 1.7976931348622732E308",
    "EXPM1, -40, -1",
    "EXPM1, -1e300, -1",
    "LOG, 0.0, -Infinity",
    "LOG, -0.0, -Infinity",
    "LOG, 1, 0.0",
    "LOG, Infinity, Infinity",
    "LOG, -1, NaN",
    "LOG, -Infinity, NaN",
    "LOG, -4.9E-324, NaN",
    "LOG, 4.9E-324, -744.4400719213812",
    "LOG, 1.7976931348623157E308, 709.782712893384",
    "LOG1P, 0.0, 0.0",
    "LOG1P, -0.0, -0.0",
    "LOG1P, -1, -Infinity",
    "LOG1P, -1.0000000000000002, NaN",
    "LOG1P, -Infinity, NaN",
    "LOG1P, Infinity, Infinity",
    "LOG1P, 4.9E-324, 4.9E-324",
    "LOG1P, -4.9E-324, -4.9E-324",
    "LOG1P, 1.7976931348623157E308, 709.782712893384",
    "SIN, 0.0, 0.0",
    "SIN, -0.0, -0.0",
    "SIN, Infinity, NaN",
    "SIN, -Infinity, NaN",
    "SIN, 4.9E-324, 4.9E-324",
    "SIN, 3.141592653589793, 1.2246467991473532E-16",
    "COS, 0.0, 1",
    "COS, -0.0, 1",
    "COS, Infinity, NaN",
    "COS, -Infinity, NaN",
    "COS, 1.5707963267948966, 6.123233995736766E-17",
    "TANH, 0.0, 0.0",
    "TANH, -0.0, -0.0",
    "TANH, Infinity, 1",
    "TANH, -Infinity, -1",
    "TANH, 4.9E-324, 4.9E-324",
    "TANH, -23, -1",
    "TANH, 1e300, 1",
    "INV_LOGIT, 0.0, 0.5",
    "INV_LOGIT, -0.0, 0.5",
    "INV_LOGIT, Infinity, 1",
    "INV_LOGIT, -Infinity, 0.0",
    "INV_LOGIT, 40, 1",
    "INV_LOGIT, -745.1332191019411, 4.9E-324",
    "INV_LOGIT, -746, 0.0",
    "LOG1P_EXP, Infinity, Infinity",
    "LOG1P_EXP, -Infinity, 0.0",
    "LOG1P_EXP, 0.0, 0.6931471805599453",
    "LOG1P_EXP, 1e300, 1e300",
    "LOG1P_EXP, -746, 0.0",
    "LOG1P_EXP, -745.1332191019411, 4.9E-324",
    "LOG1P_EXP, 40, 40",
    "SIGN, -0.0, -0.0",
    "SIGN, 4.9E-324, 1",
    "SIGN, -Infinity, -1",
    "SQRT, -0.0, -0.0",
    "SQRT, -1, NaN",
    "RECIPROCAL, -0.0, -Infinity",
    "NEGATE, 0.0, -0.0",
    "ABS, -0.0, 0.0",
    "SQUARE, -1e200, Infinity"
  })
  void values(UnaryFunction f, double x, Double expected) {
    assertThat(Elementary.apply(f, x)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void nanGivesNan(UnaryFunction f) {
    assertThat(Elementary.apply(f, Double.NaN)).isNaN();
    assertThat(Elementary.apply(f, Double.longBitsToDouble(0xfff0000000000001L))).isNaN();
  }

  /**
   * Where the result is special or a whole power; elsewhere to 3 ulp, Java's own being within 1.
   */
  @Test
  void powersAreAsJavaHasThem() {
    for (double x : SPECIAL) {
      for (double y : SPECIAL) {
        double expected = StrictMath.pow(x, y);
        double actual = Elementary.pow(x, y);
        String what = x + " to the power " + y;
        if (Double.isFinite(expected) && expected != 0) {
          assertThat(Math.abs(actual - expected)).as(what).isLessThan(3 * Math.ulp(expected));
          assertThat(Math.signum(actual)).as(what).isEqualTo(Math.signum(expected));
        } else {
          assertThat(actual).as(what).isEqualTo(Double.valueOf(expected));
        }
      }
    }
  }

  @Test
  void smallWholePowersOfSmallWholeNumbersAreExact() {
    for (int x = -9; x <= 9; x++) {
      double product = 1;
      for (int y = 0; y <= 9; y++, product *= x) {
        assertThat(Elementary.pow(x, y)).as(x + " to the power " + y).isEqualTo(product);
      }
    }
  }

  /** Neighbours across the seams of reductions and at the ends of the ranges. */
  @Test
  void growingFunctionsGrowAcrossTheirSeams() {
    double half = Math.log(2) / 2;
    for (int k = -1074; k < 1024; k += 7) {
      double seam = (2 * k + 1) * half;
      grows(Elementary::exp, seam);
      grows(Elementary::log1pExp, seam);
      grows(Elementary::invLogit, seam);
      grows(Elementary::log, Math.scalb(Math.sqrt(0.5), Math.max(k, -1022)));
    }
    for (double seam : new double[] {-half, half, -50, 0x1p-54, -0x1p-54, 22, -22, 0, 709.78}) {
      grows(Elementary::expm1, seam);
      grows(Elementary::tanh, seam);
      grows(Elementary::log1p, Math.max(seam, -0.9));
    }
  }

  private static void grows(DoubleUnaryOperator f, double seam) {
    double x = seam - 40 * Math.ulp(seam);
    double step = 4 * Math.ulp(seam);
    double before = f.applyAsDouble(x);
    for (int i = 0; i < 20; i++) {
      x += step;
      double after = f.applyAsDouble(x);
      // Errors below two units may turn neighbours over by as much, never by more.
      assertThat(after).as("at " + x).isGreaterThanOrEqualTo(before - 2 * Math.ulp(before));
      before = after;
    }
  }
}
