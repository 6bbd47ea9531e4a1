package planish.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.spi.UserException;

class TransformEdgesTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void whatLiesOutsideHasNoCoordinates() {
    assertThat(Evaluate.at(new LowerBoundTransform(Expr.of(1))::inverse, 0.5, 1, Double.NaN))
        .containsExactly(Double.NaN, -INFINITY, Double.NaN);
    assertThat(Evaluate.at(new UpperBoundTransform(Expr.of(1))::inverse, 1.5, 1))
        .containsExactly(Double.NaN, -INFINITY);
    assertThat(Evaluate.at(new IntervalTransform(Expr.of(0), Expr.of(1))::inverse, -0.1, 0, 1, 1.1))
        .containsExactly(Double.NaN, -INFINITY, INFINITY, Double.NaN);
    assertThat(Evaluate.at(new SoftplusTransform(Expr.of(0))::inverse, -1, 0))
        .containsExactly(Double.NaN, -INFINITY);
  }

  @Test
  void farCoordinatesSaturateAtTheBounds() {
    assertThat(Evaluate.at(new LowerBoundTransform(Expr.of(0))::forward, -800, 800))
        .containsExactly(0, INFINITY);
    assertThat(Evaluate.at(new IntervalTransform(Expr.of(0), Expr.of(1))::forward, -800, 700))
        .containsExactly(0, 1);
  }

  @Test
  void boundsBroadcastOverABatch() {
    Transform rows = new LowerBoundTransform(Expr.vector(0, 10));
    double[] values = Evaluate.at(rows::forward, new double[] {0, 0, 0, 0}, Shape.of(2, 2));
    assertThat(values).containsExactly(1, 11, 1, 11);
  }

  @Test
  void vectorsHaveOneJacobianEach() {
    double[] sums =
        Evaluate.at(
            u -> new IdentityTransform(1).logAbsDetJacobian(u, u), new double[6], Shape.of(2, 3));
    assertThat(sums).containsExactly(0, 0);
    Transform composed =
        Transforms.compose(new LowerBoundTransform(Expr.of(0)), new IdentityTransform(1));
    assertThat(composed.eventRank()).isEqualTo(1);
    double[] logs =
        Evaluate.at(
            u -> composed.logAbsDetJacobian(u, composed.forward(u)),
            new double[] {1, 2, 3, 4, 5, 6},
            Shape.of(2, 3));
    assertThat(logs).containsExactly(6, 15);
  }

  @Test
  void constraintsKnowWhatLiesInThem() {
    assertThat(contains(Constraints.real(), 0, INFINITY, Double.NaN)).isEqualTo("100");
    assertThat(contains(Constraints.positive(), -1, 0, 1e-300, INFINITY, Double.NaN))
        .isEqualTo("00100");
    assertThat(contains(Constraints.nonNegative(), -1e-300, 0, 1, INFINITY)).isEqualTo("0110");
    assertThat(contains(Constraints.upperBound(2), 2, 2.1, -INFINITY)).isEqualTo("100");
    assertThat(contains(Constraints.unitInterval(), 0, 1, 1.1, Double.NaN)).isEqualTo("1100");
    assertThat(contains(Constraints.offsetMultiplier(1, 2), -5, INFINITY)).isEqualTo("10");
    assertThat(contains(Constraints.booleans(), 0, 1, 0.5, 2)).isEqualTo("1100");
    assertThat(contains(Constraints.nonNegativeIntegers(), 0, 7, -1, 0.5, 1e12, 1e300, Double.NaN))
        .isEqualTo("1100100");
    double[] vectors =
        Evaluate.at(
            Constraints.realVector()::contains, new double[] {1, 2, 3, INFINITY}, Shape.of(2, 2));
    assertThat(vectors).containsExactly(1, 0);
  }

  private static String contains(Constraint constraint, double... values) {
    StringBuilder text = new StringBuilder();
    Arrays.stream(Evaluate.at(constraint::contains, values)).forEach(x -> text.append((int) x));
    return text.toString();
  }

  @Test
  void wrongConstantsAreToldAtOnce() {
    assertThatThrownBy(() -> Constraints.interval(1, 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("upper bound must be above its lower bound 1");
    assertThatThrownBy(() -> Constraints.offsetMultiplier(0, -2))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("multiplier of a constraint must be positive")
        .hasMessageContaining("-2");
  }

  @Test
  void infiniteBoundsAreNone() {
    assertThat(Constraints.interval(0, INFINITY)).isEqualTo(Constraints.nonNegative());
    assertThat(Constraints.interval(-INFINITY, 3)).isEqualTo(Constraints.upperBound(3));
    assertThat(Constraints.interval(-INFINITY, INFINITY)).isEqualTo(Constraints.real());
    assertThat(Constraints.lowerBound(-INFINITY)).isEqualTo(Constraints.real());
  }

  @Test
  void setsAreSaidInWords() {
    assertThat(Constraints.positive().description()).isEqualTo("positive numbers");
    assertThat(Constraints.lowerBound(-1.5).description()).isEqualTo("numbers of at least -1.5");
    assertThat(Constraints.unitInterval().description()).isEqualTo("numbers between 0 and 1");
    assertThat(Constraints.booleans().description()).isEqualTo("0 and 1");
    Expr bounds = Expr.vector(1, 2);
    assertThat(Constraints.lowerBound(bounds).description())
        .isEqualTo("numbers of at least a bound set by the model");
    assertThat(Constraints.interval(Expr.of(-1e9), bounds).description())
        .isEqualTo("numbers between -1.0E9 and a bound set by the model");
    assertThat(Constraints.interval(bounds, bounds.plus(1)).description())
        .isEqualTo("numbers between bounds set by the model");
    assertThat(Constraints.upperBound(new Graph().data("b", new double[1], Shape.scalar())))
        .extracting(Constraint::description)
        .isEqualTo("numbers of at most a bound set by the model");
  }
}
