package planish.autodiff.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plain loops against the letter of their contract, bit for bit. */
class PlainLoopsTest {
  private static final VectorLoops LOOPS = Loops.plain();
  private static final int[] SIZES = {0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 64, 65, 1000};

  private final SplittableRandom random = new SplittableRandom(5);

  private double[] numbers(int n) {
    return random.doubles(n, -2, 3).map(x -> x * Math.pow(10, 3 * x)).toArray();
  }

  @ParameterizedTest
  @EnumSource
  void unaryWritesItsWindowOnly(UnaryFunction f) {
    for (int n : SIZES) {
      double[] a = numbers(n + 4);
      double[] out = numbers(n + 4);
      double[] expected = out.clone();
      for (int i = 0; i < n; i++) {
        expected[1 + i] = Elementary.apply(f, a[3 + i]);
      }
      LOOPS.unary(f, a, 3, out, 1, n);
      assertThat(out).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void binaryRepeatsANumberOfStrideZero(BinaryFunction f) {
    double[] a = numbers(40);
    double[] b = numbers(40);
    b[9] = a[9];
    for (int aStride = 0; aStride < 2; aStride++) {
      for (int bStride = 0; bStride < 2; bStride++) {
        double[] out = new double[40];
        double[] expected = new double[40];
        for (int i = 0; i < 33; i++) {
          expected[1 + i] = Elementary.apply(f, a[2 + i * aStride], b[2 + i * bStride]);
        }
        LOOPS.binary(f, a, 2, aStride, b, 2, bStride, out, 1, 33);
        assertThat(out).isEqualTo(expected);
      }
    }
  }

  private static double combined(double[] lane) {
    return ((lane[0] + lane[4]) + (lane[2] + lane[6]))
        + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
  }

  @Test
  void sumsRunOverEightLanes() {
    for (int n : SIZES) {
      double[] a = numbers(n + 1);
      double[] b = numbers(n + 2);
      double[] sum = new double[8];
      double[] dot = new double[8];
      double[] squares = new double[8];
      for (int i = 0; i < n; i++) {
        double x = a[1 + i];
        double w = b[2 + i];
        sum[i % 8] += x;
        dot[i % 8] = Math.fma(x, w, dot[i % 8]);
        squares[i % 8] = Math.fma(w * x, x, squares[i % 8]);
      }
      assertThat(LOOPS.sum(a, 1, n)).isEqualTo(combined(sum));
      assertThat(LOOPS.dot(a, 1, b, 2, n)).isEqualTo(combined(dot));
      assertThat(LOOPS.weightedSquares(b, 2, a, 1, n)).isEqualTo(combined(squares));
    }
  }

  @Test
  void updatesRoundOnceAnElement() {
    for (int n : SIZES) {
      double[] x = numbers(n + 1);
      double[] w = numbers(n + 2);
      double[] y = numbers(n + 3);
      double[] expected = y.clone();
      for (int i = 0; i < n; i++) {
        double first = Math.fma(0.7, x[1 + i], y[3 + i]);
        expected[3 + i] = Math.fma(-0.3 * w[2 + i], x[1 + i], first);
      }
      LOOPS.axpy(0.7, x, 1, y, 3, n);
      LOOPS.weightedAxpy(-0.3, w, 2, x, 1, y, 3, n);
      assertThat(y).isEqualTo(expected);
    }
  }

  @Test
  void productsAreChainsOverColumnsAndDotsOverRows() {
    for (int rows : SIZES) {
      for (int columns = 0; columns < 10; columns++) {
        double[] m = numbers(rows * columns + 1);
        double[] x = numbers(Math.max(rows, columns) + 1);
        double[] out = new double[rows + 2];
        double[] transposed = new double[columns + 2];
        double[] expected = new double[rows + 2];
        for (int i = 0; i < rows; i++) {
          for (int j = 0; j < columns; j++) {
            expected[2 + i] = Math.fma(m[1 + i + j * rows], x[1 + j], expected[2 + i]);
          }
        }
        double[] dots = new double[columns + 2];
        for (int j = 0; j < columns; j++) {
          dots[2 + j] = LOOPS.dot(m, 1 + j * rows, x, 1, rows);
        }
        Arrays.fill(out, 2, out.length, Double.NaN);
        LOOPS.matrixVector(m, 1, rows, columns, x, 1, out, 2);
        LOOPS.transposedMatrixVector(m, 1, rows, columns, x, 1, transposed, 2);
        assertThat(out).isEqualTo(expected);
        assertThat(transposed).isEqualTo(dots);
      }
    }
  }
}
