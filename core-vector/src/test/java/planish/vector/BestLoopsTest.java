package planish.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.UnaryFunction;
import planish.autodiff.vector.VectorLoops;

/** The loops that users get, before, while and after they move to vector code. */
class BestLoopsTest {
  private static final int N = 1003;
  private static final int SECONDS = 2;

  @Test
  void nobodyCanTellWhenTheyMove() {
    VectorLoops best = Loops.best();
    double[] x = Inputs.mixed(new SplittableRandom(9), N);
    double[] expected = new double[N];
    double[] actual = new double[N];
    Loops.plain().unary(UnaryFunction.EXP, x, 0, expected, 0, N);
    double sum = Loops.plain().sum(expected, 0, 16);
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    long elements = 0;
    // At least what starts the move; the time after it is for the move itself.
    while (elements < 30_000_000 || System.nanoTime() < end) {
      best.unary(UnaryFunction.EXP, x, 0, actual, 0, N);
      assertThat(Arrays.equals(actual, expected)).isTrue();
      assertThat(best.sum(actual, 0, 16)).isEqualTo(Double.valueOf(sum));
      elements += N;
    }
  }
}
