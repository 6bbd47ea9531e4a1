package planish.autodiff.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoftplusSumTest {
  private static double sum(int between, double... x) {
    double[] lanes = new double[SoftplusSum.LANES + 1];
    SoftplusSum.clear(lanes, 1);
    for (int k = 0; k < x.length; k++) {
      SoftplusSum.add(lanes, 1 + k % 8, x[k]);
      if (k % between == between - 1) {
        SoftplusSum.normalise(lanes, 1);
      }
    }
    return SoftplusSum.result(lanes, 1);
  }

  /** mpmath 1.3.0, 40 digits: Σ log(1 + exp((k mod 200 - 100) / 100)). */
  @ParameterizedTest
  @CsvSource({
    "17, 5.7061917409179534334",
    "1000, 731.3209625100782071",
    "4098, 2972.1046466845652909"
  })
  void sumsAreThoseOfTheReference(int n, double expected) {
    double[] x = IntStream.range(0, n).mapToDouble(k -> 0.01 * (k % 200 - 100)).toArray();
    assertThat(sum(SoftplusSum.MOST, x)).isCloseTo(expected, within(n * 0x1p-52));
  }

  /** The error is that of 1 + exp(x), whatever the logarithm is. */
  @Test
  void errorsAreAbsolute() {
    Random random = new Random(1);
    for (double scale : new double[] {1e-3, 1, 30, 800, 1e8}) {
      double[] x = random.doubles(777, -scale, scale).toArray();
      double[] each = Arrays.stream(x).map(Elementary::log1pExp).toArray();
      double expected = Loops.plain().sum(each, 0, each.length);
      double rounding = 777 * 0x1p-52 + expected * 100 * 0x1p-53;
      assertThat(sum(SoftplusSum.MOST, x)).isCloseTo(expected, within(rounding));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 63, 64, 65, 1000, 4096, 4097, 4098, 20_000})
  void bitsDoNotDependOnWhenExponentsAreTakenOut(int n) {
    double[] x = new Random(2).doubles(n, -3, 3).toArray();
    double expected = sum(SoftplusSum.MOST, x);
    for (int between : new int[] {1, 8, 13, 512}) {
      assertThat(sum(between, x)).isEqualTo(expected);
    }
  }

  /** Factors of 2, as large as they can be. */
  @Test
  void productsDoNotOverflow() {
    double[] zeros = new double[1_000_000];
    double expected = 1e6 * Math.log(2);
    assertThat(sum(SoftplusSum.MOST, zeros)).isCloseTo(expected, within(2e-16 * expected));
  }

  @Test
  void nothingIsLostOfWhatIsNotFinite() {
    for (int lane = 0; lane < 8; lane++) {
      double[] x = new double[21];
      x[8 + lane] = Double.POSITIVE_INFINITY;
      assertThat(sum(1, x)).isInfinite().isPositive();
      x[8 + lane] = Double.NaN;
      assertThat(sum(1, x)).isNaN();
      x[lane] = Double.POSITIVE_INFINITY;
      assertThat(sum(1, x)).isNaN();
    }
    assertThat(sum(1, Double.NEGATIVE_INFINITY, -746)).isZero();
    assertThat(sum(1)).isZero();
  }
}
