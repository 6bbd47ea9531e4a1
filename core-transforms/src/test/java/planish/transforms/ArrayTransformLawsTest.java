package planish.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;

/** What every transform of vectors and matrices owes, as a table of transforms times laws. */
class ArrayTransformLawsTest {
  private static final double[] LARGE = {-700, -20, -1, 0, 0.3, 20, 700};

  /**
   * One transform.
   *
   * @param set what it reaches
   * @param event the shape of one value
   * @param free the elements that determine the others; empty for the area on a plane
   * @param reach how far coordinates may be from 0 to come back through the inverse
   */
  record Law(Constraint set, Transform transform, Shape event, int[] free, double reach) {
    int coordinates() {
      return transform.unconstrainedShape(event).size();
    }

    double[] point(SplittableRandom random, double size) {
      return random.doubles(coordinates(), -size, size).toArray();
    }

    Expr logJacobian(Expr u) {
      return transform.logAbsDetJacobian(u, transform.forward(u));
    }

    @Override
    public String toString() {
      return transform + " " + event;
    }
  }

  static Stream<Law> bijections() {
    int[] first = IntStream.range(0, 4).toArray();
    int[] strict = {4, 8, 9, 12, 13, 14};
    int[] lower = {0, 3, 4, 6, 7, 8};
    return Stream.of(
        law(Constraints.ordered(), "ordered", Shape.of(4), first, 9),
        law(Constraints.positiveOrdered(), "ordered", Shape.of(4), first, 9),
        law(Constraints.simplex(), "stick-breaking", Shape.of(5), first, 20),
        law(Constraints.simplex(), "isometric-log-ratio", Shape.of(5), first, 20),
        law(Constraints.sumToZero(), "sum-to-zero", Shape.of(5), new int[0], 20),
        law(Constraints.choleskyFactorCorr(), "partial-correlations", square(4), strict, 20),
        law(Constraints.corrMatrix(), "partial-correlations", square(4), strict, 2),
        law(Constraints.choleskyFactorCov(), "cholesky", square(3), lower, 20),
        law(Constraints.covMatrix(), "cholesky", square(3), lower, 2),
        new Law(Constraints.realVector(), affine(), Shape.of(3), new int[] {0, 1, 2}, 20),
        law(Constraints.ordered(), "ordered", Shape.of(1), new int[] {0}, 700),
        law(Constraints.positiveOrdered(), "ordered", Shape.of(1), new int[] {0}, 700),
        law(Constraints.choleskyFactorCov(), "cholesky", square(1), new int[] {0}, 700),
        law(Constraints.covMatrix(), "cholesky", square(1), new int[] {0}, 20));
  }

  static Stream<Law> all() {
    Law sphere = law(Constraints.unitVector(), "unit-vector", Shape.of(4), new int[0], 0);
    return Stream.concat(bijections(), Stream.of(sphere));
  }

  private static Transform affine() {
    Expr factor = Expr.matrix(new double[][] {{2, 0, 0}, {-1, 0.5, 0}, {3, 1, -4}});
    return new CholeskyAffineTransform(Expr.vector(1, 10, -3), factor);
  }

  private static Law law(Constraint set, String name, Shape event, int[] free, double reach) {
    return new Law(set, Transforms.boot().onto(set, name), event, free, reach);
  }

  private static Shape square(int size) {
    return Shape.of(size, size);
  }

  @ParameterizedTest
  @MethodSource("bijections")
  void theInverseBringsCoordinatesBack(Law law) {
    SplittableRandom random = new SplittableRandom(1);
    UnaryOperator<Expr> thereAndBack = u -> law.transform().inverse(law.transform().forward(u));
    for (double size : new double[] {1e-8, 0.5, 2, law.reach()}) {
      for (int k = 0; k < 10; k++) {
        double[] u = law.point(random, Math.min(size, law.reach()));
        assertClose(Evaluate.at(thereAndBack, u), u, 1e-6);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void valuesComeBackThroughTheirCoordinates(Law law) {
    SplittableRandom random = new SplittableRandom(2);
    UnaryOperator<Expr> backAndThere =
        u -> law.transform().forward(law.transform().inverse(law.transform().forward(u)));
    for (int k = 0; k < 10; k++) {
      double[] u = law.point(random, 2);
      assertClose(Evaluate.at(backAndThere, u), Evaluate.at(law.transform()::forward, u), 1e-13);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void valuesLieInTheSet(Law law) {
    SplittableRandom random = new SplittableRandom(3);
    for (int k = 0; k < 10; k++) {
      double[] u = law.point(random, 3);
      assertThat(Evaluate.at(v -> law.set().contains(law.transform().forward(v)), u))
          .containsExactly(1);
    }
  }

  @ParameterizedTest
  @MethodSource("bijections")
  void theLogJacobianIsThatOfTheDerivativeByReverseMode(Law law) {
    SplittableRandom random = new SplittableRandom(4);
    for (int k = 0; k < 10; k++) {
      double[] u = law.point(random, 2);
      double[][] rows = new double[law.event().size()][];
      for (int i = 0; i < rows.length; i++) {
        int element = i;
        rows[i] =
            Evaluate.slope(
                v -> Functions.window(law.transform().forward(v), element, Shape.scalar()), u);
      }
      assertClose(Evaluate.at(law::logJacobian, u), logVolume(rows, law.free()), 1e-11);
    }
  }

  @ParameterizedTest
  @MethodSource("bijections")
  void theLogJacobianIsThatOfFiniteDifferences(Law law) {
    SplittableRandom random = new SplittableRandom(5);
    double step = 1e-5;
    double[] u = law.point(random, 1.5);
    double[][] rows = new double[law.event().size()][u.length];
    for (int j = 0; j < u.length; j++) {
      double[] ahead = u.clone();
      double[] behind = u.clone();
      ahead[j] += step;
      behind[j] -= step;
      double[] right = Evaluate.at(law.transform()::forward, ahead);
      double[] left = Evaluate.at(law.transform()::forward, behind);
      for (int i = 0; i < rows.length; i++) {
        rows[i][j] = (right[i] - left[i]) / (2 * step);
      }
    }
    assertClose(Evaluate.at(law::logJacobian, u), logVolume(rows, law.free()), 1e-7);
  }

  /** Against central differences of the first derivatives. */
  @ParameterizedTest
  @MethodSource("all")
  void secondDerivativesAreThoseOfFirstOnes(Law law) {
    SplittableRandom random = new SplittableRandom(8);
    double[] u = law.point(random, 1.5);
    double[] direction = law.point(random, 1);
    double[] weights = random.doubles(law.event().size(), -1, 1).toArray();
    UnaryOperator<Expr> density =
        v -> {
          Expr values = law.transform().forward(v);
          Expr term = values.times(values).times(Expr.of(weights, law.event())).sum();
          return term.plus(law.transform().logAbsDetJacobian(v, values));
        };
    double[] ahead = u.clone();
    double[] behind = u.clone();
    for (int j = 0; j < u.length; j++) {
      ahead[j] += 1e-5 * direction[j];
      behind[j] -= 1e-5 * direction[j];
    }
    double[] right = Evaluate.slope(density, ahead);
    double[] left = Evaluate.slope(density, behind);
    double[] expected = new double[u.length];
    Arrays.setAll(expected, j -> (right[j] - left[j]) / 2e-5);
    assertClose(Evaluate.curvature(density, direction, u), expected, 1e-7);
  }

  @ParameterizedTest
  @MethodSource("all")
  void batchesAreTransformedOneByOne(Law law) {
    SplittableRandom random = new SplittableRandom(6);
    int n = law.coordinates();
    int size = law.event().size();
    double[] u = random.doubles(6 * n, -2, 2).toArray();
    Shape batch = Shape.of(3, 2);
    assertThat(law.transform().unconstrainedShape(batch.then(law.event())))
        .isEqualTo(batch.then(Shape.of(n)));
    double[] values = Evaluate.at(law.transform()::forward, u, batch.then(Shape.of(n)));
    double[] logs = Evaluate.at(law::logJacobian, u, batch.then(Shape.of(n)));
    double[] back = Evaluate.at(law.transform()::inverse, values, batch.then(law.event()));
    double[] inside = Evaluate.at(law.set()::contains, values, batch.then(law.event()));
    assertThat(logs).hasSize(6);
    assertThat(inside).containsExactly(1, 1, 1, 1, 1, 1);
    for (int k = 0; k < 6; k++) {
      double[] part = Arrays.copyOfRange(u, k * n, (k + 1) * n);
      double[] value = Evaluate.at(law.transform()::forward, part);
      assertClose(Arrays.copyOfRange(values, k * size, (k + 1) * size), value, 1e-15);
      assertClose(new double[] {logs[k]}, Evaluate.at(law::logJacobian, part), 1e-15);
      assertClose(
          Arrays.copyOfRange(back, k * n, (k + 1) * n),
          Evaluate.at(law.transform()::inverse, value, law.event()),
          1e-9);
    }
  }

  /** Also that neither values nor derivatives are NaN anywhere up to 700. */
  @ParameterizedTest
  @MethodSource("all")
  void densitiesAndTheirDerivativesAreNumbersFarOut(Law law) {
    SplittableRandom random = new SplittableRandom(7);
    boolean squared = law.set().equals(Constraints.covMatrix());
    for (int k = 0; k < 50; k++) {
      double[] u = new double[law.coordinates()];
      Arrays.setAll(u, i -> LARGE[random.nextInt(LARGE.length)] * (squared ? 0.5 : 1));
      u[0] += 0.25;
      assertFinite(Evaluate.at(law::logJacobian, u));
      assertFinite(Evaluate.slope(law::logJacobian, u));
      assertFinite(Evaluate.at(law.transform()::forward, u));
      assertFinite(Evaluate.slope(law.transform()::forward, u));
    }
  }

  private static void assertFinite(double[] values) {
    assertThat(Arrays.stream(values).allMatch(Double::isFinite))
        .as(Arrays.toString(values))
        .isTrue();
  }

  private static void assertClose(double[] found, double[] expected, double tolerance) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i])
          .as("element %d of %s", i, Arrays.toString(found))
          .isCloseTo(expected[i], within(tolerance * (1 + Math.abs(expected[i]))));
    }
  }

  private static double[] logVolume(double[][] rows, int[] free) {
    if (free.length > 0) {
      double[][] part = Arrays.stream(free).mapToObj(i -> rows[i].clone()).toArray(double[][]::new);
      return new double[] {logDeterminant(part)};
    }
    int n = rows[0].length;
    double[][] gram = new double[n][n];
    for (double[] row : rows) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          gram[i][j] += row[i] * row[j];
        }
      }
    }
    return new double[] {0.5 * logDeterminant(gram)};
  }

  /** By elimination with row exchanges. */
  private static double logDeterminant(double[][] a) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      int best = j;
      for (int i = j; i < a.length; i++) {
        best = Math.abs(a[i][j]) > Math.abs(a[best][j]) ? i : best;
      }
      double[] pivot = a[best];
      a[best] = a[j];
      a[j] = pivot;
      sum += Math.log(Math.abs(pivot[j]));
      for (int i = j + 1; i < a.length; i++) {
        double factor = a[i][j] / pivot[j];
        for (int k = j; k < a.length; k++) {
          a[i][k] -= factor * pivot[k];
        }
      }
    }
    return sum;
  }
}
