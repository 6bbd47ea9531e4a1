package planish.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;

/** Images of sets between bounds under transforms and chains of them. */
class ImageTest {
  private static final Expr ZERO = Expr.of(0);
  private static final Transform EXP = new LowerBoundTransform(ZERO);
  private static final Transform LOGISTIC = new IntervalTransform(ZERO, Expr.of(1));
  private static final Transform SOFTPLUS = new SoftplusTransform(ZERO);
  private static final Transform DOWN = new UpperBoundTransform(Expr.of(5));

  /** One image. */
  record Case(Constraint domain, Transform transform, Constraint expected) {}

  private static Transform affine(double offset, double multiplier) {
    return new AffineTransform(Expr.of(offset), Expr.of(multiplier));
  }

  private static Transform chain(Transform... parts) {
    return Stream.of(parts).reduce(Transforms::compose).orElseThrow();
  }

  private static Constraint above(double bound) {
    return new GreaterThan(Expr.of(bound));
  }

  static Stream<Case> cases() {
    Constraint real = Constraints.real();
    Constraint vectors = Constraints.realVector();
    Expr identity = Expr.matrix(new double[][] {{1, 0}, {0, 1}});
    return Stream.of(
        new Case(real, affine(3, -2), real),
        new Case(vectors, affine(3, 2), vectors),
        new Case(Constraints.offsetMultiplier(1, 2), affine(3, 2), real),
        new Case(real, EXP, above(0)),
        new Case(vectors, EXP, above(0)),
        new Case(real, SOFTPLUS, above(0)),
        new Case(real, DOWN, Constraints.upperBound(5)),
        new Case(real, LOGISTIC, Constraints.unitInterval()),
        new Case(real, chain(affine(1, 2), EXP), above(0)),
        new Case(real, chain(EXP, affine(3, 2)), above(3)),
        new Case(real, chain(EXP, affine(3, -2)), Constraints.upperBound(3)),
        new Case(real, chain(LOGISTIC, affine(-1, 2)), Constraints.interval(-1, 1)),
        new Case(real, chain(LOGISTIC, affine(1, -2)), Constraints.interval(-1, 1)),
        new Case(real, chain(DOWN, affine(0, -1), affine(0, 1)), Constraints.lowerBound(-5)),
        new Case(
            real,
            chain(LOGISTIC, DOWN),
            Constraints.interval(5 - planish.autodiff.vector.Elementary.exp(1), 4)),
        new Case(above(0), EXP, above(1)),
        new Case(Constraints.nonNegative(), EXP, Constraints.lowerBound(1)),
        new Case(Constraints.upperBound(0), EXP, Constraints.interval(0, 1)),
        new Case(Constraints.nonNegative(), LOGISTIC, Constraints.interval(0.5, 1)),
        new Case(Constraints.nonNegative(), DOWN, Constraints.upperBound(4)),
        new Case(Constraints.upperBound(0), DOWN, Constraints.interval(4, 5)),
        new Case(Constraints.simplex(), new IdentityTransform(1), Constraints.simplex()),
        new Case(vectors, new OrderedTransform(true), Constraints.positiveOrdered()),
        new Case(real, new StickBreakingTransform(), Constraints.simplex()),
        new Case(vectors, new IsometricLogRatioTransform(), Constraints.simplex()),
        new Case(vectors, new SumToZeroTransform(), Constraints.sumToZero()),
        new Case(vectors, new CorrelationCholeskyTransform(), Constraints.choleskyFactorCorr()),
        new Case(vectors, new CorrelationMatrixTransform(), Constraints.corrMatrix()),
        new Case(vectors, new CovarianceMatrixTransform(), Constraints.covMatrix()),
        new Case(vectors, new CholeskyFactorTransform(), Constraints.choleskyFactorCov()),
        new Case(vectors, new CholeskyAffineTransform(ZERO, identity), vectors));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isTheSetThatAPersonWouldName(Case c) {
    assertThat(c.transform().image(c.domain())).contains(c.expected());
  }

  /** Values of the domain are drawn through its own transform. */
  @ParameterizedTest
  @MethodSource("cases")
  void holdsTheImagesOfAllValues(Case c) {
    Transform onto = Transforms.boot().onto(c.domain());
    SplittableRandom random = new SplittableRandom(4);
    for (int k = 0; k < 20; k++) {
      double[] u = random.doubles(c.domain().eventRank() == 0 ? 2 : 3, -3, 3).toArray();
      Constraint image = c.transform().image(c.domain()).orElseThrow();
      if (c.transform() instanceof CholeskyAffineTransform) {
        u = new double[] {u[0], u[1]};
      }
      double[] inside = Evaluate.at(v -> image.contains(c.transform().forward(onto.forward(v))), u);
      assertThat(inside).containsOnly(1);
    }
  }

  @Test
  void isUnknownWhereNothingSaysIt() {
    assertThat(new UnitVectorTransform().image(Constraints.realVector())).isEmpty();
    assertThat(EXP.image(Constraints.simplex())).isEmpty();
    assertThat(new OrderedTransform(false).image(Constraints.positive())).isEmpty();
    assertThat(EXP.image(Constraints.nonNegativeIntegers())).isEmpty();
    assertThat(chain(EXP, new OrderedTransform(false)).image(Constraints.real())).isEmpty();
  }

  /** Which values lie in the image of [1, 2] under 1 + m x. */
  private static double[] holds(double multiplier, double... values) {
    return Evaluate.at(
        m ->
            new AffineTransform(Expr.of(1), m.get(0))
                .image(Constraints.interval(1, 2))
                .orElseThrow()
                .contains(Expr.vector(values)),
        multiplier);
  }

  /** An interval has its two ends, whichever is the lesser; a lone bound has no known side. */
  @Test
  void ofAMultiplierWithoutAKnownSignIsThatOfBoth() {
    Graph graph = new Graph();
    Expr m = graph.input(InputKind.POSITION, "m", 0, Shape.scalar());
    Transform affine = new AffineTransform(Expr.of(1), m);
    assertThat(affine.image(Constraints.real())).contains(Constraints.real());
    assertThat(affine.image(Constraints.positive())).isEmpty();
    assertThat(holds(-2, -3.5, -2, 0.5)).containsExactly(0, 1, 0);
    assertThat(holds(2, 2, 4, 5.5)).containsExactly(0, 1, 0);
    Transform mixed = new AffineTransform(ZERO, Expr.vector(1, -2));
    assertThat(mixed.image(Constraints.positive())).isEmpty();
    assertThat(mixed.image(Constraints.interval(1, 2)))
        .contains(Constraints.interval(Expr.vector(1, -4), Expr.vector(2, -2)));
  }
}
