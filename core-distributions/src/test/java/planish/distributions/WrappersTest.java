package planish.distributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.independent;
import static planish.distributions.Distributions.lognormal;
import static planish.distributions.Distributions.masked;
import static planish.distributions.Distributions.normal;
import static planish.distributions.Distributions.restricted;
import static planish.distributions.Distributions.transformed;
import static planish.distributions.Distributions.uniform;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.spi.UserException;
import planish.transforms.AffineTransform;
import planish.transforms.Constraint;
import planish.transforms.Constraints;
import planish.transforms.Transform;
import planish.transforms.Transforms;

/** Distributions made of others. */
class WrappersTest {
  private static final Transform EXP = Transforms.boot().onto(Constraints.positive());

  private static double[] values(Expr x) {
    return Evaluate.constant(x);
  }

  private static double[] draws(Distribution distribution) {
    return Evaluate.draws(distribution, 4);
  }

  @Test
  void theExponentialOfANormalVariableIsLognormal() {
    Distribution pushed = transformed(normal(-1, 0.5), EXP);
    Expr x = Expr.vector(-1, 0, 1e-5, 0.3, 4, Double.NaN);
    assertThat(values(pushed.logProb(x)))
        .containsExactly(values(lognormal(-1, 0.5).logProb(x)), within(1e-13));
    assertThat(values(pushed.support().contains(x))).containsExactly(0, 0, 1, 1, 1, 0);
    assertThat(pushed.support().description()).isEqualTo("positive numbers");
    double[] found = draws(pushed.expand(Shape.of(3000)));
    Univariate expected = Univariate.of("lognormal", -1, 0.5);
    assertThat(Kolmogorov.pValue(found, expected::cdf)).isGreaterThan(1e-5);
  }

  /** Where nothing but the base tells how values are reached. */
  @Test
  void coordinatesOfAnUnknownImageAreThoseOfTheBase() {
    Graph graph = new Graph();
    Expr scale = graph.input(InputKind.POSITION, "scale", 0, Shape.scalar());
    Distribution pushed = transformed(halfNormal(2), new AffineTransform(Expr.of(3), scale));
    assertThat(pushed.support().description())
        .isEqualTo("numbers of at least 0, transformed by 'affine'");
    Transform reach = Transforms.boot().onto(pushed.support());
    Expr x = reach.forward(Expr.vector(0.5, 2));
    double[] both = {3 - 4 * Math.exp(0.5), 3 - 4 * Math.exp(2)};
    assertThat(Evaluate.of(graph, x, new double[] {-4})).containsExactly(both, within(1e-14));
    Expr terms = pushed.logProbInside(x).plus(reach.logAbsDetJacobian(Expr.vector(0.5, 2), x));
    double[] expected = values(halfNormal(2).logProb(EXP.forward(Expr.vector(0.5, 2))));
    assertThat(Evaluate.of(graph, terms, new double[] {-4}))
        .containsExactly(new double[] {expected[0] + 0.5, expected[1] + 2}, within(1e-13));
  }

  @Test
  void coordinatesOfAKnownImageAreThoseOfItsTransform() {
    Distribution pushed = transformed(halfNormal(2), new AffineTransform(Expr.of(3), Expr.of(-1)));
    Transform reach = Transforms.boot().onto(pushed.support());
    Expr u = Expr.vector(-2, 0, 1.5);
    assertThat(values(reach.forward(u)))
        .containsExactly(values(EXP.forward(u).negate().plus(3)), within(1e-15));
    assertThat(values(reach.logAbsDetJacobian(u, reach.forward(u))))
        .containsExactly(new double[] {-2, 0, 1.5}, within(1e-15));
    assertThat(values(pushed.logProb(Expr.vector(3.5, 2)))[0]).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void theTransformOfAVectorTakesABatchAxis() {
    Distribution pushed =
        transformed(independent(normal(Expr.vector(0, 1, 2), 1).expand(Shape.of(4, 3)), 1), EXP);
    assertThat(pushed.batchShape()).isEqualTo(Shape.of(4));
    assertThat(pushed.eventShape()).isEqualTo(Shape.of(3));
    Expr x = Expr.vector(0.2, 1.5, 7);
    double[] each = values(lognormal(Expr.vector(0, 1, 2), 1).logProb(x));
    double sum = each[0] + each[1] + each[2];
    assertThat(values(pushed.logProb(x)))
        .containsExactly(new double[] {sum, sum, sum, sum}, within(1e-13));
    assertThat(pushed.expand(Shape.of(2, 4)).batchShape()).isEqualTo(Shape.of(2, 4));
    assertThat(draws(pushed)).hasSize(12).doesNotContain(0);
  }

  @Test
  void aTransformMayHoldWhatIsKnownOnlyAtRunTime() {
    Graph graph = new Graph();
    Expr scale = graph.input(InputKind.POSITION, "scale", 0, Shape.scalar());
    Distribution base = normal(0, 1);
    Distribution pushed = transformed(base, new AffineTransform(Expr.of(5), scale));
    double[] x = new double[1];
    Evaluate.open(graph, pushed.draw(graph))
        .run(new double[][] {{1e-12}}, new double[][] {x}, new SplittableRandom(1));
    assertThat(x[0]).isCloseTo(5, within(1e-10));
    assertThatThrownBy(pushed::variate)
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'affine'");
    Pushforward way = pushed.pushforward().orElseThrow();
    assertThat(way.base()).isEqualTo(base);
  }

  @Test
  void independentPartsAreSummed() {
    Distribution parts = normal(Expr.of(new double[] {0, 1, 2, 3, 4, 5}, Shape.of(2, 3)), 1);
    Distribution vectors = independent(parts, 1);
    assertThat(vectors.batchShape()).isEqualTo(Shape.of(2));
    assertThat(vectors.eventShape()).isEqualTo(Shape.of(3));
    Expr x = Expr.vector(0.1, 0.2, 0.3);
    double[] each = values(parts.logProb(x));
    assertThat(values(vectors.logProb(x)))
        .containsExactly(
            new double[] {each[0] + each[1] + each[2], each[3] + each[4] + each[5]}, within(1e-14));
    assertThat(values(vectors.logProbInside(x))).containsExactly(values(vectors.logProb(x)));
    assertThat(vectors.expand(Shape.of(7, 2)).logProb(x).shape()).isEqualTo(Shape.of(7, 2));
    assertThat(draws(vectors)).hasSize(6);
    assertThatThrownBy(() -> independent(parts, 3))
        .isInstanceOf(UserException.class)
        .hasMessage("independent: normal of batch shape [2, 3] has no 3 batch axes to take");
  }

  @Test
  void whatIsMaskedDoesNotCountWhateverItsValue() {
    Graph graph = new Graph();
    Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(3));
    Distribution some = masked(lognormal(0, 1), Expr.vector(1, 0, 1));
    assertThat(some.batchShape()).isEqualTo(Shape.of(3));
    double[] at = {1, Double.NaN, 1};
    double one = -0.91893853320467274178;
    assertThat(Evaluate.of(graph, some.logProb(x), at)).containsExactly(one, 0, one);
    Expr slope = Gradient.of(some.logProbInside(x).sum(), List.of(x)).getFirst();
    assertThat(Evaluate.of(graph, slope, at)).containsExactly(-1, 0, -1);
    assertThat(some.expand(Shape.of(2, 3)).logProb(x).shape()).isEqualTo(Shape.of(2, 3));
    assertThat(draws(some)).hasSize(3);
    assertThatThrownBy(() -> masked(normal(Expr.vector(1, 2), 1), Expr.vector(1, 0, 1)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("[2] and [3]");
  }

  /** Vectors whose elements rise: the set alone, without a transform. */
  private record Rising() implements Constraint {
    @Override
    public int eventRank() {
      return 1;
    }

    @Override
    public String description() {
      return "rising pairs";
    }

    @Override
    public Expr contains(Expr value) {
      Expr pairs = value.reshape(value.shape().size() / 2, 2);
      Expr rise = planish.autodiff.graph.Functions.product(pairs, Expr.vector(-1, 1));
      return planish.autodiff.graph.Functions.less(Expr.of(0), rise)
          .reshape(value.shape().dropLast(1).lengths());
    }
  }

  @Test
  void aRestrictionReplacesTheSupportAndLeavesTheDensity() {
    Distribution rising = restricted(normal(0, 1).expand(Shape.of(2)), new Rising());
    assertThat(rising.batchShape()).isEqualTo(Shape.scalar());
    assertThat(rising.eventShape()).isEqualTo(Shape.of(2));
    assertThat(rising.support()).isEqualTo(new Rising());
    double[] each = values(normal(0, 1).logProb(Expr.vector(-1, 2)));
    assertThat(values(rising.logProb(Expr.vector(-1, 2))))
        .containsExactly(new double[] {each[0] + each[1]}, within(1e-15));
    assertThat(values(rising.logProb(Expr.vector(2, -1))))
        .containsExactly(Double.NEGATIVE_INFINITY);
    assertThatThrownBy(() -> restricted(normal(0, 1), new Rising()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("must be expanded first");
  }

  /** The lesser of two normal numbers: its cdf is 1 − (1 − Φ)²; p above 1e-5. */
  @Test
  void restrictedDrawsFollowTheRestrictedDensity() {
    int n = 3000;
    Distribution rising = restricted(normal(0, 1).expand(Shape.of(2)), new Rising());
    double[] x = draws(rising.expand(Shape.of(n)));
    double[] lesser = new double[n];
    for (int i = 0; i < n; i++) {
      lesser[i] = x[2 * i];
      assertThat(x[2 * i + 1]).isGreaterThan(x[2 * i]);
    }
    Univariate phi = Univariate.of("std-normal");
    assertThat(Kolmogorov.pValue(lesser, z -> 1 - Math.pow(1 - phi.cdf(z), 2))).isGreaterThan(1e-5);
  }

  @Test
  void aSetThatIsNeverHitIsToldInTheEnd() {
    assertThatThrownBy(() -> draws(restricted(uniform(0, 1), Constraints.lowerBound(2))))
        .hasStackTraceContaining("none lay within");
  }

  @Test
  void univariateFunctionsCheckTheirArguments() {
    assertThat(Univariate.of("normal", 1, 2).cdf(1)).isEqualTo(0.5);
    assertThat(Univariate.of("uniform", 1, 2).quantile(0.25)).isEqualTo(1.25);
    assertThat(Univariate.of("uniform", 1, 2).quantile(1.25)).isNaN();
    assertThat(Univariate.of("laplace", 0, 1).cdf(Double.NaN)).isNaN();
    assertThatThrownBy(() -> Univariate.of("flat"))
        .isInstanceOf(UserException.class)
        .hasMessage("flat has no distribution function of single numbers");
    assertThatThrownBy(() -> Univariate.of("normal", 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("[mu, sigma]");
    assertThatThrownBy(() -> Univariate.of("normal", 1, -2))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("sigma must be positive");
    assertThatThrownBy(() -> uniform(2, 1))
        .isInstanceOf(UserException.class)
        .hasMessage("uniform: beta must be above alpha, but is: 1.0");
  }
}
