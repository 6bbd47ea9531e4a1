package planish.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;
import planish.autodiff.program.Status;

class ArrayTransformEdgesTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Shape PAIR = Shape.of(2, 2);

  private static String contains(Constraint set, Shape shape, double... values) {
    StringBuilder text = new StringBuilder();
    Arrays.stream(Evaluate.at(set::contains, values, shape)).forEach(x -> text.append((int) x));
    return text.toString();
  }

  @Test
  void constraintsKnowWhichVectorsLieInThem() {
    Shape three = Shape.of(3, 2);
    assertThat(contains(Constraints.ordered(), three, -1, 2, 1, 1, 2, 1)).isEqualTo("100");
    assertThat(contains(Constraints.ordered(), three, -1, INFINITY, Double.NaN, 1, 0, 1))
        .isEqualTo("001");
    assertThat(contains(Constraints.positiveOrdered(), three, -1, 2, 0, 1, 1, 2)).isEqualTo("001");
    assertThat(contains(Constraints.simplex(), three, 0.25, 0.75, 0.5, 0.501, -0.5, 1.5))
        .isEqualTo("100");
    assertThat(contains(Constraints.simplex(), three, 0, 1, Double.NaN, 1, INFINITY, 1))
        .isEqualTo("100");
    assertThat(contains(Constraints.sumToZero(), three, 2, -2, 1, 1, INFINITY, -INFINITY))
        .isEqualTo("100");
    assertThat(contains(Constraints.unitVector(), three, 0.6, -0.8, 1, 1, Double.NaN, 0))
        .isEqualTo("100");
  }

  @Test
  void constraintsKnowWhichMatricesLieInThem() {
    Shape two = Shape.of(2, 2, 2);
    assertThat(contains(Constraints.choleskyFactorCov(), two, 2, 0, -1, 3, 2, 1, 0, 1))
        .isEqualTo("10");
    assertThat(contains(Constraints.choleskyFactorCov(), two, 2, 0, INFINITY, 3, 2, 0, 1, 0))
        .isEqualTo("00");
    assertThat(contains(Constraints.choleskyFactorCorr(), two, 1, 0, 0.6, 0.8, 1, 0, 0.6, 0.9))
        .isEqualTo("10");
    assertThat(contains(Constraints.covMatrix(), two, 2, 1, 1, 3, 2, 1, 1.1, 3)).isEqualTo("10");
    assertThat(contains(Constraints.covMatrix(), two, 1, 2, 2, 1, 1, Double.NaN, 0, 1))
        .isEqualTo("00");
    assertThat(contains(Constraints.corrMatrix(), two, 1, 0.5, 0.5, 1, 1, 1, 1, 1)).isEqualTo("10");
    assertThat(contains(Constraints.corrMatrix(), two, 2, 1, 1, 3, 1, -0.5, 0.5, 1))
        .isEqualTo("00");
  }

  @Test
  void whatLiesOutsideHasNoCoordinates() {
    Transforms transforms = Transforms.boot();
    assertThat(inverse("ordered", Constraints.ordered(), 1, 0.5, 0.5))
        .containsExactly(1, Double.NaN, -INFINITY);
    assertThat(inverse("ordered", Constraints.positiveOrdered(), -1, 0.5, 1.5))
        .containsExactly(Double.NaN, Math.log(1.5), 0);
    for (String name : List.of("stick-breaking", "isometric-log-ratio")) {
      assertThat(inverse(name, Constraints.simplex(), 0.5, 0.4, 0.2)).containsOnly(Double.NaN);
      assertThat(inverse(name, Constraints.simplex(), 1.2, -0.1, -0.1)).containsOnly(Double.NaN);
    }
    assertThat(inverse("stick-breaking", Constraints.simplex(), 0.5, 0, 0.5))
        .containsExactly(Math.log(2), -INFINITY);
    assertThat(inverse("isometric-log-ratio", Constraints.simplex(), 0.5, 0, 0.5))
        .containsExactly(INFINITY, -INFINITY);
    assertThat(inverse("sum-to-zero", Constraints.sumToZero(), 1, 1, 1)).containsOnly(Double.NaN);
    assertThat(inverse("unit-vector", Constraints.unitVector(), 1, 1, 1)).containsOnly(Double.NaN);
    Transform factor = transforms.onto(Constraints.choleskyFactorCov());
    assertThat(Evaluate.at(factor::inverse, new double[] {1, 2, 3, 4}, PAIR))
        .containsOnly(Double.NaN);
    Transform rows = transforms.onto(Constraints.choleskyFactorCorr());
    assertThat(Evaluate.at(rows::inverse, new double[] {1, 0, 3, 4}, PAIR))
        .containsOnly(Double.NaN);
    Transform correlation = transforms.onto(Constraints.corrMatrix());
    assertThat(Evaluate.at(correlation::inverse, new double[] {2, 1, 1, 4}, PAIR))
        .containsOnly(Double.NaN);
    Transform covariance = transforms.onto(Constraints.covMatrix());
    assertThat(Evaluate.at(covariance::inverse, new double[] {2, 1, 1.2, 4}, PAIR))
        .containsOnly(Double.NaN);
  }

  private static double[] inverse(String name, Constraint set, double... values) {
    return Evaluate.at(Transforms.boot().onto(set, name)::inverse, values);
  }

  @Test
  void whatIsNotPositiveDefiniteIsToldWithItsPivot() {
    Graph graph = new Graph();
    Expr matrix = graph.input(InputKind.POSITION, "x", 0, PAIR);
    Expr coordinates = new CovarianceMatrixTransform().inverse(matrix);
    Status status =
        Programs.compile(graph, List.of(new Output(coordinates, 0, 0)))
            .open()
            .run(new double[][] {{1, 2, 2, 1}}, new double[][] {new double[3]});
    assertThat(status.isFine()).isFalse();
    assertThat(status.message()).contains("not positive definite").contains("pivot");
    assertThat(status.value()).isEqualTo(-3);
  }

  @Test
  void aSimplexOfOneHasNoCoordinates() {
    for (Transform transform :
        List.of(new StickBreakingTransform(), new IsometricLogRatioTransform())) {
      assertThat(transform.unconstrainedShape(Shape.of(1))).isEqualTo(Shape.of(0));
      assertThat(Evaluate.at(transform::forward, new double[0], Shape.of(0))).containsExactly(1);
      assertThat(Evaluate.at(u -> transform.logAbsDetJacobian(u, u), new double[0], Shape.of(0)))
          .containsExactly(0);
    }
    Transform correlation = new CorrelationMatrixTransform();
    assertThat(correlation.unconstrainedShape(Shape.of(1, 1))).isEqualTo(Shape.of(0));
    assertThat(Evaluate.at(correlation::forward, new double[0], Shape.of(0))).containsExactly(1);
    assertThat(Evaluate.at(correlation::inverse, new double[] {1}, Shape.of(1, 1))).isEmpty();
    assertThat(Evaluate.at(new SumToZeroTransform()::forward, new double[0], Shape.of(0)))
        .containsExactly(0);
  }

  @Test
  void zeroIsTheMiddle() {
    assertThat(Evaluate.at(new StickBreakingTransform()::forward, new double[3]))
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(0.25, 0.25, 0.25, 0.25);
    assertThat(Evaluate.at(new IsometricLogRatioTransform()::forward, new double[3]))
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(0.25, 0.25, 0.25, 0.25);
    assertThat(Evaluate.at(new CorrelationCholeskyTransform()::forward, new double[1]))
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(1, 0, 0, 1);
  }

  @Test
  void thereIsNoDirectionAtZero() {
    assertThat(Evaluate.at(new UnitVectorTransform()::forward, new double[2]))
        .containsOnly(Double.NaN);
  }

  @Test
  void smallPiecesOfALongStickKeepTheirDigits() {
    double[] u = new double[9_999];
    Arrays.fill(u, 0, 100, -3);
    double[] pieces = Evaluate.at(new StickBreakingTransform()::forward, u);
    assertThat(Arrays.stream(pieces).sum()).isCloseTo(1, within(1e-12));
    assertThat(pieces[100]).isCloseTo(pieces[9_999], within(1e-17));
    double[] back = Evaluate.at(new StickBreakingTransform()::inverse, pieces);
    for (int k = 0; k < u.length; k++) {
      assertThat(back[k]).isCloseTo(u[k], within(1e-11));
    }
  }

  @Test
  void wrongShapesAreToldWithTheSet() {
    assertThatThrownBy(() -> new StickBreakingTransform().unconstrainedShape(Shape.of(3, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a simplex needs an axis of 1 or more elements, but the shape is [3, 0]");
    assertThatThrownBy(() -> new CovarianceMatrixTransform().unconstrainedShape(Shape.of(2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a covariance matrix has as many rows as columns, at least one, but the shape is [2, 3]");
    assertThatThrownBy(() -> new OrderedTransform(true).unconstrainedShape(Shape.scalar()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a positive ordered vector");
  }

  @Test
  void vectorsComposeWithNumbers() {
    Transform affine = new AffineTransform(Expr.of(10), Expr.of(2));
    Transform shifted = Transforms.compose(new OrderedTransform(false), affine);
    assertThat(shifted.eventRank()).isEqualTo(1);
    double[] u = {0.5, -1, 2};
    double[] plain = Evaluate.at(new OrderedTransform(false)::forward, u);
    double[] values = Evaluate.at(shifted::forward, u);
    assertThat(values[2]).isCloseTo(10 + 2 * plain[2], within(1e-14));
    assertThat(Evaluate.at(v -> shifted.logAbsDetJacobian(v, shifted.forward(v)), u))
        .usingComparatorWithPrecision(1e-14)
        .containsExactly(1 + 3 * Math.log(2));
    assertThat(Evaluate.at(shifted::inverse, values))
        .usingComparatorWithPrecision(1e-13)
        .containsExactly(u);
  }

  @Test
  void aFactorMovesAndMixesVectors() {
    Expr factor = Expr.matrix(new double[][] {{2, 0}, {3, 4}});
    Transform affine = new CholeskyAffineTransform(Expr.vector(10, 20), factor);
    assertThat(Evaluate.at(affine::forward, 1, -1)).containsExactly(12, 19);
    assertThat(Evaluate.at(affine::inverse, 12, 19)).containsExactly(1, -1);
    assertThat(Evaluate.at(u -> affine.logAbsDetJacobian(u, u), 1, -1)[0])
        .isCloseTo(Math.log(8), within(1e-15));
    assertThatThrownBy(() -> new CholeskyAffineTransform(Expr.of(0), Expr.vector(1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the shape is [2]");
  }

  @Test
  void boundsMayBeOtherParameters() {
    Transform below =
        Transforms.boot().onto(Constraints.interval(Expr.of(0), Expr.of(1).minus(Expr.of(0.25))));
    assertThat(Evaluate.at(below::forward, 0)).containsExactly(0.375);
    // x1 = invlogit(u1), x2 between 0 and 1 − x1, as in a GARCH model.
    double[] u = {0.3, -0.8};
    double[] derivative = Evaluate.slope(v -> Expr.of(1).times(chained(v)), u);
    double x1 = 1 / (1 + Math.exp(-u[0]));
    double z = 1 / (1 + Math.exp(-u[1]));
    assertThat(Evaluate.at(ArrayTransformEdgesTest::chained, u)[0])
        .isCloseTo((1 - x1) * z, within(1e-15));
    assertThat(derivative)
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(-x1 * (1 - x1) * z, (1 - x1) * z * (1 - z));
    assertThat(Evaluate.at(ArrayTransformEdgesTest::chainedJacobian, u)[0])
        .isCloseTo(Math.log((1 - x1) * z * (1 - z)), within(1e-14));
  }

  private static Transform belowTheRest(Expr u) {
    Expr first = Transforms.boot().onto(Constraints.unitInterval()).forward(u.get(0));
    return Transforms.boot().onto(Constraints.interval(Expr.of(0), Expr.of(1).minus(first)));
  }

  private static Expr chained(Expr u) {
    return belowTheRest(u).forward(u.get(1));
  }

  private static Expr chainedJacobian(Expr u) {
    Transform transform = belowTheRest(u);
    return transform.logAbsDetJacobian(u.get(1), transform.forward(u.get(1)));
  }
}
