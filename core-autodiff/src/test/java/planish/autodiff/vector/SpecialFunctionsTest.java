package planish.autodiff.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Special functions and arcs against values of mpmath 1.4.1 (special-values.csv, made by the script
 * beside it), and at the ends of their domains.
 */
class SpecialFunctionsTest {
  private static List<String[]> rows;

  @BeforeAll
  static void read() throws IOException {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                SpecialFunctionsTest.class.getResourceAsStream("special-values.csv"),
                StandardCharsets.UTF_8))) {
      rows = in.lines().map(line -> line.split(",")).toList();
    }
  }

  /**
   * Relative errors; where the function has zeros, relative to 1 near them.
   *
   * <p>The limits are a little above the errors that were measured.
   */
  @ParameterizedTest
  @CsvSource({
    "LOG_GAMMA, 1e-15, positive",
    "LOG_GAMMA, 1e-15, negative",
    "DIGAMMA, 1e-15, positive",
    "DIGAMMA, 1e-15, negative",
    "TRIGAMMA, 1e-15, all",
    "ERF, 5e-16, all",
    "ERFC, 1e-15, all",
    "PHI, 1e-15, all",
    "LOG_PHI, 1e-15, all",
    "INVERSE_MILLS, 1e-15, all",
    "INV_PHI, 1e-15, all",
    "ASIN, 1e-15, all",
    "ACOS, 1e-15, all",
    "ATAN, 1e-15, all",
    "SINH, 1e-15, all",
    "COSH, 1e-15, all",
    "ASINH, 1e-15, all",
    "ACOSH, 1e-15, all",
    "ATANH, 1e-15, all"
  })
  void agreesWithMpmath(UnaryFunction f, double limit, String part) {
    double worst = 0;
    String where = "";
    int count = 0;
    for (String[] row : rows) {
      double x = Double.parseDouble(row[1]);
      if (row[0].equals(f.name())
          && !(part.equals("positive") && x < 0)
          && !(part.equals("negative") && x > 0)) {
        count++;
        double expected = Double.parseDouble(row[2]);
        double scale =
            part.equals("negative") ? Math.max(1, Math.abs(expected)) : Math.abs(expected);
        double error = error(Elementary.apply(f, x), expected, scale);
        if (error > worst) {
          worst = error;
          where = x + " gives " + Elementary.apply(f, x) + ", not " + expected;
        }
      }
    }
    assertThat(count).isGreaterThan(30);
    assertThat(worst).as(where).isLessThan(limit);
  }

  @ParameterizedTest
  @CsvSource({"LOG_BETA, 1e-15", "POLYGAMMA, 2e-15"})
  void pairsAgreeWithMpmath(BinaryFunction f, double limit) {
    double worst = 0;
    String where = "";
    for (String[] row : rows) {
      if (row[0].equals(f.name())) {
        double a = Double.parseDouble(row[1]);
        double b = Double.parseDouble(row[2]);
        double expected = Double.parseDouble(row[3]);
        double scale =
            f == BinaryFunction.LOG_BETA ? Math.max(1, Math.abs(expected)) : Math.abs(expected);
        double found = Elementary.apply(f, a, b);
        double error = error(found, expected, scale);
        if (error > worst) {
          worst = error;
          where = a + ", " + b + " give " + found + ", not " + expected;
        }
      }
    }
    assertThat(worst).as(where).isLessThan(limit);
  }

  /** NaN is an infinite error. */
  private static double error(double found, double expected, double scale) {
    double error = found == expected ? 0 : Math.abs(found - expected) / scale;
    return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }

  @ParameterizedTest
  @CsvSource({
    "LOG_GAMMA, 0.0, Infinity",
    "LOG_GAMMA, -0.0, Infinity",
    "LOG_GAMMA, -3, Infinity",
    "LOG_GAMMA, 1, 0.0",
    "LOG_GAMMA, 2, 0.0",
    "LOG_GAMMA, Infinity, Infinity",
    "LOG_GAMMA, -Infinity, Infinity",
    "LOG_GAMMA, 1e308, Infinity",
    "DIGAMMA, 0.0, -Infinity",
    "DIGAMMA, -0.0, Infinity",
    "DIGAMMA, -3, NaN",
    "DIGAMMA, Infinity, Infinity",
    "DIGAMMA, -Infinity, NaN",
    "TRIGAMMA, 0.0, Infinity",
    "TRIGAMMA, -3, Infinity",
    "TRIGAMMA, Infinity, 0.0",
    "TRIGAMMA, -Infinity, NaN",
    "ERF, -0.0, -0.0",
    "ERF, Infinity, 1",
    "ERF, -Infinity, -1",
    "ERF, 4.9E-324, 4.9E-324",
    "ERFC, Infinity, 0.0",
    "ERFC, -Infinity, 2",
    "ERFC, 28, 0.0",
    "PHI, 0.0, 0.5",
    "PHI, Infinity, 1",
    "PHI, -Infinity, 0.0",
    "PHI, -39, 0.0",
    "LOG_PHI, Infinity, -0.0",
    "LOG_PHI, -Infinity, -Infinity",
    "LOG_PHI, -1e155, -Infinity",
    "INVERSE_MILLS, Infinity, 0.0",
    "INVERSE_MILLS, -Infinity, Infinity",
    "INVERSE_MILLS, -1e200, 1e200",
    "INV_PHI, 0.0, -Infinity",
    "INV_PHI, 0.5, 0.0",
    "INV_PHI, 1, Infinity",
    "INV_PHI, -4.9E-324, NaN",
    "INV_PHI, 1.1, NaN",
    "TAN, -0.0, -0.0",
    "TAN, Infinity, NaN",
    "ASIN, -0.0, -0.0",
    "ASIN, 1, 1.5707963267948966",
    "ASIN, -1, -1.5707963267948966",
    "ASIN, 1.0000000000000002, NaN",
    "ACOS, 1, 0.0",
    "ACOS, -1, 3.141592653589793",
    "ACOS, -1.0000000000000002, NaN",
    "ATAN, -0.0, -0.0",
    "ATAN, Infinity, 1.5707963267948966",
    "ATAN, -Infinity, -1.5707963267948966",
    "SINH, -0.0, -0.0",
    "SINH, -Infinity, -Infinity",
    "SINH, 710.5, Infinity",
    "COSH, -Infinity, Infinity",
    "COSH, 0.0, 1",
    "ASINH, -0.0, -0.0",
    "ASINH, -Infinity, -Infinity",
    "ACOSH, 1, 0.0",
    "ACOSH, 0.9999999999999999, NaN",
    "ACOSH, Infinity, Infinity",
    "ATANH, -0.0, -0.0",
    "ATANH, 1, Infinity",
    "ATANH, -1, -Infinity",
    "ATANH, 1.0000000000000002, NaN"
  })
  void endsOfTheDomains(UnaryFunction f, double x, Double expected) {
    assertThat(Elementary.apply(f, x)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "LOG_BETA, 0, 2, Infinity",
    "LOG_BETA, 2, 0, Infinity",
    "LOG_BETA, -1, 2, NaN",
    "LOG_BETA, NaN, 2, NaN",
    "LOG_BETA, 2, NaN, NaN",
    "LOG_BETA, 2, Infinity, -Infinity",
    "LOG_BETA, 0, Infinity, NaN",
    "POLYGAMMA, 2, 0, -Infinity",
    "POLYGAMMA, 3, 0, Infinity",
    "POLYGAMMA, 4, -0.5, NaN",
    "POLYGAMMA, 3, -2, Infinity",
    "POLYGAMMA, 2, -2, NaN",
    "POLYGAMMA, 2, -Infinity, NaN",
    "POLYGAMMA, 2, NaN, NaN",
    "POLYGAMMA, 2.5, 1, NaN",
    "POLYGAMMA, -1, 1, NaN",
    "POLYGAMMA, 171, 1, NaN",
    "POLYGAMMA, 2, Infinity, -0.0",
    "POLYGAMMA, 0, 1, -0.5772156649015329",
    "POLYGAMMA, 1, 1, 1.6449340668482264"
  })
  void endsOfTheDomainsOfPairs(BinaryFunction f, double a, double b, Double expected) {
    assertThat(Elementary.apply(f, a, b)).isEqualTo(expected);
  }

  /** The quantiles of the least numbers, SciPy 1.17.1: scipy.special.ndtri. */
  @ParameterizedTest
  @CsvSource({"1e-310, -37.66", "4.9E-324, -38.47"})
  void quantilesOfTheLeastNumbersAreFinite(double p, double about) {
    assertThat(SpecialFunctions.invPhi(p)).isCloseTo(about, within(0.02));
  }

  @ParameterizedTest
  @CsvSource({
    "-30, Infinity",
    "-5, 144009798674.66104",
    "0.5, 0.6156903441929259",
    "30, 0.018795888861416751"
  })
  void scaledComplementAgreesWithMpmath(double x, double expected) {
    assertThat(SpecialFunctions.erfcx(x))
        .satisfies(
            found -> assertThat(error(found, expected, Math.abs(expected))).isLessThan(1e-15));
  }
}
