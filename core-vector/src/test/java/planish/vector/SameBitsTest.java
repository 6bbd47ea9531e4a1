package planish.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.UnaryFunction;
import planish.autodiff.vector.VectorLoops;

/** Vector loops against plain ones, bit for bit; any NaN equals any other. */
class SameBitsTest {
  private static final VectorLoops PLAIN = Loops.plain();
  private static final VectorLoops VECTOR = VectorApiLoops.INSTANCE;
  private static final int[] SIZES =
      IntStream.concat(IntStream.rangeClosed(0, 70), IntStream.of(127, 333, 1000, 4098)).toArray();
  private static final int[] STRIDES = {0, 1};

  private final SplittableRandom random = new SplittableRandom(20261122);

  @ParameterizedTest
  @EnumSource
  void unaryFunctions(UnaryFunction f) {
    for (int n : SIZES) {
      double[] a = Inputs.mixed(random, n + 9);
      for (int offset = 0; offset < 3; offset++) {
        double[] expected = a.clone();
        double[] actual = a.clone();
        PLAIN.unary(f, a, offset + 1, expected, offset, n);
        VECTOR.unary(f, a, offset + 1, actual, offset, n);
        assertSame(actual, expected, f + " n=" + n);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void unaryFunctionsInPlace(UnaryFunction f) {
    for (int n : SIZES) {
      double[] expected = Inputs.mixed(random, n + 2);
      double[] actual = expected.clone();
      PLAIN.unary(f, expected, 1, expected, 1, n);
      VECTOR.unary(f, actual, 1, actual, 1, n);
      assertSame(actual, expected, f + " n=" + n);
    }
  }

  @ParameterizedTest
  @EnumSource
  void binaryFunctions(BinaryFunction f) {
    for (int n : SIZES) {
      double[] a = Inputs.mixed(random, n + 9);
      double[] b = Inputs.paired(random, a);
      for (int aStride : STRIDES) {
        for (int bStride : STRIDES) {
          double[] expected = new double[n + 9];
          double[] actual = new double[n + 9];
          PLAIN.binary(f, a, 3, aStride, b, 3, bStride, expected, 2, n);
          VECTOR.binary(f, a, 3, aStride, b, 3, bStride, actual, 2, n);
          assertSame(actual, expected, f + " n=" + n + " strides " + aStride + ", " + bStride);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void binaryFunctionsInPlace(BinaryFunction f) {
    for (int n : SIZES) {
      double[] expected = Inputs.mixed(random, n + 2);
      double[] b = Inputs.paired(random, expected);
      double[] actual = expected.clone();
      PLAIN.binary(f, expected, 1, 1, b, 1, 1, expected, 1, n);
      VECTOR.binary(f, actual, 1, 1, b, 1, 1, actual, 1, n);
      assertSame(actual, expected, f + " n=" + n);
    }
  }

  @Test
  void sums() {
    for (int n : SIZES) {
      for (int round = 0; round < 4; round++) {
        double[] a = round == 0 ? Inputs.mixed(random, n + 5) : Inputs.finite(random, n + 5, round);
        double[] b = Inputs.finite(random, n + 5, round);
        assertSame(VECTOR.sum(a, 1, n), PLAIN.sum(a, 1, n), "sum " + n);
        assertSame(VECTOR.dot(a, 1, b, 2, n), PLAIN.dot(a, 1, b, 2, n), "dot " + n);
        assertSame(
            VECTOR.weightedSquares(b, 3, a, 1, n),
            PLAIN.weightedSquares(b, 3, a, 1, n),
            "weighted squares " + n);
      }
    }
  }

  @Test
  void aMinusZeroInALaneSurvivesTheTail() {
    for (int n = 1; n < 40; n++) {
      double[] a = new double[n];
      double[] b = new double[n];
      java.util.Arrays.fill(a, -1e-200);
      java.util.Arrays.fill(b, 1e-200);
      assertSame(VECTOR.dot(a, 0, b, 0, n), PLAIN.dot(a, 0, b, 0, n), "dot " + n);
    }
  }

  @Test
  void updates() {
    for (int n : SIZES) {
      double[] x = Inputs.mixed(random, n + 5);
      double[] w = Inputs.finite(random, n + 5, 1);
      double[] expected = Inputs.finite(random, n + 5, 1);
      double[] actual = expected.clone();
      PLAIN.axpy(0.3, x, 2, expected, 1, n);
      VECTOR.axpy(0.3, x, 2, actual, 1, n);
      assertSame(actual, expected, "axpy " + n);
      PLAIN.weightedAxpy(-0.7, w, 3, x, 2, expected, 1, n);
      VECTOR.weightedAxpy(-0.7, w, 3, x, 2, actual, 1, n);
      assertSame(actual, expected, "weighted axpy " + n);
    }
  }

  @Test
  void products() {
    for (int rows : SIZES) {
      for (int columns : new int[] {0, 1, 2, 3, 4, 5, 8, 9}) {
        double[] m = Inputs.finite(random, rows * columns + 1, 1);
        double[] x = Inputs.finite(random, Math.max(rows, columns) + 2, 2);
        double[] expected = new double[Math.max(rows, columns) + 3];
        double[] actual = expected.clone();
        PLAIN.matrixVector(m, 1, rows, columns, x, 2, expected, 3);
        VECTOR.matrixVector(m, 1, rows, columns, x, 2, actual, 3);
        assertSame(actual, expected, "product " + rows + " x " + columns);
        PLAIN.transposedMatrixVector(m, 1, rows, columns, x, 2, expected, 3);
        VECTOR.transposedMatrixVector(m, 1, rows, columns, x, 2, actual, 3);
        assertSame(actual, expected, "transposed product " + rows + " x " + columns);
      }
    }
  }

  private static void assertSame(double actual, double expected, String what) {
    assertSame(new double[] {actual}, new double[] {expected}, what);
  }

  /** Double.equals and its kin compare bits, all NaN being one and minus zero another than zero. */
  private static void assertSame(double[] actual, double[] expected, String what) {
    if (!java.util.Arrays.equals(actual, expected)) {
      assertThat(actual).as(what).isEqualTo(expected);
    }
  }

  /** The table of operations calls every loop there is, so that none goes uncompared. */
  @Test
  void noLoopIsForgotten() {
    Set<String> called = new TreeSet<>();
    VectorLoops recording =
        (VectorLoops)
            Proxy.newProxyInstance(
                VectorLoops.class.getClassLoader(),
                new Class<?>[] {VectorLoops.class},
                (_, method, arguments) -> {
                  called.add(method.getName());
                  return method.invoke(PLAIN, arguments);
                });
    Operations operations = new Operations(1);
    operations.names().forEach(name -> operations.get(name).run(recording, 9));
    assertThat(called)
        .containsExactlyElementsOf(
            Arrays.stream(VectorLoops.class.getMethods())
                .filter(method -> method.getParameterCount() > 0)
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new)));
  }
}
