package planish.sampling.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
  private static double parse(String text) {
    byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.UTF_8);
    return DecimalText.parse(bytes, 1, bytes.length - 1);
  }

  private static void same(String text) {
    assertThat(Double.doubleToRawLongBits(parse(text)))
        .as(text)
        .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
  }

  @Test
  void anyDoubleReadsBackToItsBits() {
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 300_000; k++) {
      double any = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(any)) {
        same(Double.toString(any));
      }
      double usual = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-6, 7));
      same(Double.toString(usual));
      same(String.format(Locale.ROOT, "%.18g", usual));
      same(String.format(Locale.ROOT, "%.6g", usual));
    }
  }

  /** Texts in the middle of two doubles, near powers of two, and at the ends of the range. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "9007199254740993",
        "9007199254740993e0",
        "90071992547409930e-1",
        "9007199254740992.5",
        "9007199254740995",
        "0.50000000000000005551",
        "0.500000000000000055",
        "1.00000000000000011",
        "1.000000000000000111",
        "0.99999999999999994449",
        "0.999999999999999944",
        "4.9e-324",
        "2.2250738585072014e-308",
        "1.7976931348623157e308",
        "123456789012345678e-22",
        "1e22",
        "1e23",
        "-0.0",
        "0",
        "-0",
        "0e5",
        "00012.5",
        "1.",
        ".5",
        "1e-05",
        "1E+05",
        "+3",
        "1e400",
        "1e-400",
        "000000000000000000000000000.1",
        "0.1234567890123456789012345"
      })
  void hardTextsAreAsJavaReadsThem(String text) {
    same(text);
  }

  @ParameterizedTest
  @CsvSource({
    "nan, NaN",
    "NaN, NaN",
    "-nan, NaN",
    "inf, Infinity",
    "+inf, Infinity",
    "-inf, -Infinity",
    "Inf, Infinity",
    "-Infinity, -Infinity",
    "' 1.5', 1.5"
  })
  void whatIsNotFinite(String text, double expected) {
    assertThat(parse(text)).isEqualTo(Double.valueOf(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "-", ".", "e5", "1f", "1d", "0x1p3", "1e", "1e+", "1.2.3", "a", "1 2", "--1",
        "1e5.", "NA", "1e-"
      })
  void whatIsNoNumberIsRefused(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(NumberFormatException.class);
  }
}
