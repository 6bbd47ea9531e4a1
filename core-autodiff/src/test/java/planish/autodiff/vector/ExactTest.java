package planish.autodiff.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import planish.autodiff.rewrite.basics.DoubleDouble;

/** The reference of {@code AccuracyTest}, and the functions themselves, against mpmath. */
class ExactTest {
  private static final int HUGE = 1 << 22;

  @Test
  void theReferenceIsExactToNinetyBits() throws IOException {
    for (Line line : lines()) {
      Exact.Scaled exact = exact(line.function(), line.x(), line.y());
      DoubleDouble difference = exact.number().minus(line.value().scaled(-exact.exponent()));
      double bound = line.function().equals("pow") ? 0x1p-80 : 0x1p-90;
      assertThat(Math.abs(difference.high()))
          .as(line.toString())
          .isLessThan(bound * Math.abs(exact.number().high()));
    }
  }

  @Test
  void functionsAreWithinFourUnits() throws IOException {
    List<Line> lines = lines();
    assertThat(lines).hasSizeGreaterThan(500);
    for (Line line : lines) {
      double value = value(line.function(), line.x(), line.y());
      double expected = line.value().high();
      assertThat(Math.abs(value - expected)).as(line.toString()).isLessThan(4 * Math.ulp(expected));
    }
  }

  private record Line(String function, double x, double y, DoubleDouble value) {
    static Line of(String text) {
      String[] words = text.split(" ");
      int n = words.length;
      return new Line(
          words[0],
          Double.parseDouble(words[1]),
          n == 5 ? Double.parseDouble(words[2]) : Double.NaN,
          new DoubleDouble(Double.parseDouble(words[n - 2]), Double.parseDouble(words[n - 1])));
    }
  }

  private static List<Line> lines() throws IOException {
    try (InputStream in = ExactTest.class.getResourceAsStream("elementary-values.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines().map(Line::of).toList();
    }
  }

  private static Exact.Scaled exact(String function, double x, double y) {
    boolean huge = Math.abs(x) > HUGE;
    return switch (function) {
      case "exp" -> Exact.exp(DoubleDouble.of(x));
      case "expm1" -> Exact.expm1(DoubleDouble.of(x));
      case "log" -> Exact.log(x);
      case "log1p" -> new Exact.Scaled(Exact.log1p(DoubleDouble.of(x)));
      case "sin" -> huge ? HugeAngles.sine(x, 0) : Exact.sine(x, 0);
      case "cos" -> huge ? HugeAngles.sine(x, 1) : Exact.sine(x, 1);
      case "tan" -> new Exact.Scaled(Exact.sine(x, 0).number().over(Exact.sine(x, 1).number()));
      case "tanh" -> Exact.tanh(x);
      case "invLogit" -> Exact.invLogit(x);
      case "log1pExp" -> Exact.log1pExp(x);
      case "pow" -> Exact.pow(x, y);
      default -> throw new IllegalArgumentException(function);
    };
  }

  private static double value(String function, double x, double y) {
    return switch (function) {
      case "exp" -> Elementary.exp(x);
      case "expm1" -> Elementary.expm1(x);
      case "log" -> Elementary.log(x);
      case "log1p" -> Elementary.log1p(x);
      case "sin" -> Elementary.sin(x);
      case "cos" -> Elementary.cos(x);
      case "tan" -> Elementary.tan(x);
      case "tanh" -> Elementary.tanh(x);
      case "invLogit" -> Elementary.invLogit(x);
      case "log1pExp" -> Elementary.log1pExp(x);
      case "pow" -> Elementary.pow(x, y);
      default -> throw new IllegalArgumentException(function);
    };
  }
}
