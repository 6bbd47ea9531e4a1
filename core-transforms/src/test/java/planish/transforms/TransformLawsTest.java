package planish.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.graph.Expr;

/** What every transform of numbers owes, as a table of transforms times laws. */
class TransformLawsTest {
  private static final double[] POINTS = {-20, -3, -0.5, 0, 1e-8, 0.7, 2, 20};

  /**
   * One transform.
   *
   * @param reached coordinates that come back through the inverse, within a relative tolerance
   * @param logJacobian from the textbook, written with |u| so that it does not overflow
   */
  record Law(
      Transform transform, double tolerance, double[] reached, DoubleUnaryOperator logJacobian) {
    @Override
    public String toString() {
      return transform.name() + " " + transform;
    }
  }

  static Stream<Law> laws() {
    Expr zero = Expr.of(0);
    Expr one = Expr.of(1);
    double[] wide = {-700, -20, 0, 20, 700};
    DoubleUnaryOperator logistic = u -> -Math.abs(u) - 2 * Math.log1p(Math.exp(-Math.abs(u)));
    DoubleUnaryOperator softplus = u -> Math.min(u, 0) - Math.log1p(Math.exp(-Math.abs(u)));
    Transform half = new AffineTransform(Expr.of(3), Expr.of(-0.5));
    return Stream.of(
        new Law(new IdentityTransform(0), 0, wide, u -> 0),
        new Law(new LowerBoundTransform(zero), 1e-15, wide, u -> u),
        new Law(new LowerBoundTransform(Expr.of(-2)), 1e-7, new double[] {-20, 0, 20, 700}, u -> u),
        new Law(new UpperBoundTransform(zero), 1e-15, wide, u -> u),
        new Law(new UpperBoundTransform(Expr.of(5)), 1e-7, new double[] {-20, 0, 20, 700}, u -> u),
        new Law(new IntervalTransform(zero, one), 1e-8, new double[] {-700, -20, 0, 20}, logistic),
        new Law(
            new IntervalTransform(Expr.of(-3), Expr.of(1)),
            1e-7,
            new double[] {-20, 0, 20},
            u -> logistic.applyAsDouble(u) + Math.log(4)),
        new Law(new SoftplusTransform(zero), 1e-14, wide, softplus),
        new Law(half, 1e-14, wide, u -> -Math.log(2)),
        new Law(
            Transforms.compose(new LowerBoundTransform(zero), half),
            1e-7,
            new double[] {-20, 0, 20, 700},
            u -> u - Math.log(2)));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void theInverseBringsCoordinatesBack(Law law) {
    Transform transform = law.transform();
    double[] back = Evaluate.at(u -> transform.inverse(transform.forward(u)), law.reached());
    for (int i = 0; i < back.length; i++) {
      assertThat(back[i])
          .isCloseTo(law.reached()[i], within(law.tolerance() * (1 + Math.abs(law.reached()[i]))));
    }
  }

  @ParameterizedTest
  @MethodSource("laws")
  void theLogJacobianIsThatOfTheTextbookAtAllCoordinates(Law law) {
    double[] wide = {-700, -20, -1, 0, 0.3, 20, 700};
    double[] found = logJacobian(law.transform(), wide);
    for (int i = 0; i < wide.length; i++) {
      double expected = law.logJacobian().applyAsDouble(wide[i]);
      assertThat(found[i]).isCloseTo(expected, within(1e-15 * (4 + Math.abs(expected))));
    }
  }

  @ParameterizedTest
  @MethodSource("laws")
  void theLogJacobianIsThatOfTheDerivative(Law law) {
    double[] found = logJacobian(law.transform(), POINTS);
    double[] slopes = Evaluate.slope(law.transform()::forward, POINTS);
    for (int i = 0; i < POINTS.length; i++) {
      assertThat(found[i]).isCloseTo(Math.log(Math.abs(slopes[i])), within(1e-7));
    }
  }

  @ParameterizedTest
  @MethodSource("laws")
  void theLogJacobianIsThatOfFiniteDifferences(Law law) {
    double[] points = {-3, -0.5, 0, 0.7, 2};
    double[] found = logJacobian(law.transform(), points);
    for (int i = 0; i < points.length; i++) {
      double[] ends = Evaluate.at(law.transform()::forward, points[i] - 1e-5, points[i] + 1e-5);
      double slope = Math.abs(ends[1] - ends[0]) / 2e-5;
      assertThat(found[i]).isCloseTo(Math.log(slope), within(1e-8));
    }
  }

  /** Of the transform and of its log-Jacobian, against central differences of the first ones. */
  @ParameterizedTest
  @MethodSource("laws")
  void secondDerivativesAreThoseOfFirstOnes(Law law) {
    double[] points = {-3, -0.5, 0.1, 0.7, 2};
    double[] ones = {1, 1, 1, 1, 1};
    UnaryOperator<Expr> both =
        u -> {
          Expr values = law.transform().forward(u);
          return values.plus(law.transform().logAbsDetJacobian(u, values));
        };
    double[] found = Evaluate.curvature(both, ones, points);
    for (int i = 0; i < points.length; i++) {
      double[] ends = Evaluate.slope(both, points[i] - 1e-5, points[i] + 1e-5);
      double expected = (ends[1] - ends[0]) / 2e-5;
      assertThat(found[i]).isCloseTo(expected, within(1e-8 * (1 + Math.abs(expected))));
    }
  }

  private static double[] logJacobian(Transform transform, double[] points) {
    return Evaluate.at(u -> transform.logAbsDetJacobian(u, transform.forward(u)), points);
  }
}
