package planish.autodiff.rewrite.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.Elementary;
import planish.autodiff.vector.UnaryFunction;

/** What is said of signs holds for numbers of those signs. */
class SignTest {
  private static final byte[] SIGNS = {Sign.ANY, Sign.ZERO, Sign.POSITIVE};

  private static double[] numbers(byte sign) {
    return switch (sign) {
      case Sign.ZERO -> new double[] {0};
      case Sign.POSITIVE -> new double[] {1e-5, 0.3, 1, 2, 3.5, 20};
      default -> new double[] {-20, -2, -0.7, 0, 1e-5, 0.3, 1, 2, 20};
    };
  }

  private static void holds(byte sign, double value, Object of) {
    if (sign == Sign.ZERO) {
      assertThat(value).as("%s", of).isZero();
    } else if (sign == Sign.POSITIVE) {
      assertThat(value).as("%s", of).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource
  void functionsOfOneNumber(UnaryFunction f) {
    for (byte sign : SIGNS) {
      for (double x : numbers(sign)) {
        holds(Sign.of(f, sign), Elementary.apply(f, x), f + " of " + x);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void functionsOfTwoNumbers(BinaryFunction f) {
    for (byte first : SIGNS) {
      for (byte second : SIGNS) {
        for (double a : numbers(first)) {
          for (double b : numbers(second)) {
            holds(Sign.of(f, first, second), Elementary.apply(f, a, b), f + " of " + a + ", " + b);
          }
        }
      }
    }
  }
}
