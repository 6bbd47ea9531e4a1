package planish.distributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static planish.distributions.Distributions.bernoulli;
import static planish.distributions.Distributions.dirichlet;
import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.laplace;
import static planish.distributions.Distributions.lognormal;
import static planish.distributions.Distributions.mixture;
import static planish.distributions.Distributions.mixtureGeneral;
import static planish.distributions.Distributions.multiNormal;
import static planish.distributions.Distributions.normal;
import static planish.distributions.Distributions.poisson;
import static planish.distributions.Distributions.studentT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.spi.UserException;
import planish.transforms.Constraints;

/** Mixtures of components of different families. */
class MixtureGeneralTest {
  private static final double OUTSIDE = Double.NEGATIVE_INFINITY;
  private static final Expr WEIGHTS = Expr.vector(0.25, 0.45, 0.3);
  private static final Univariate FUNCTION =
      Univariate.mixture(
          new double[] {0.25, 0.45, 0.3},
          Univariate.of("normal", -1, 0.5),
          Univariate.of("student-t", 4, 2, 1.5),
          Univariate.of("laplace", 1, 0.7));
  private static final Univariate COUNTS =
      Univariate.mixture(
          new double[] {0.3, 0.7}, Univariate.of("bernoulli", 0.2), Univariate.of("poisson", 3.5));

  private static Distribution three() {
    return mixtureGeneral(WEIGHTS, normal(-1, 0.5), studentT(4, 2, 1.5), laplace(1, 0.7));
  }

  private static Distribution counts() {
    return mixtureGeneral(
        Expr.vector(0.3, 0.7), Constraints.nonNegativeIntegers(), bernoulli(0.2), poisson(3.5));
  }

  private static double[] draws(Distribution distribution, int n) {
    return Evaluate.draws(distribution.expand(Shape.of(n)), 9);
  }

  /** scipy.stats' norm, t and laplace, SciPy 1.17.1. */
  @ParameterizedTest
  @CsvSource({
    "-30,-14.042296786796195,6.423382657240669e-06",
    "-1,-1.462460722394436,0.1597411106814261",
    "0.3,-1.9540269229515024,0.3761060125825291",
    "2,-1.808780733149521,0.7390523442870867",
    "50,-16.05749226957571,0.999998720878803"
  })
  void ofRealNumbersIsSciPys(double x, double logDensity, double cdf) {
    assertThat(Evaluate.constant(three().logProb(Expr.of(x)))[0])
        .isCloseTo(logDensity, within(1e-13 * (1 + Math.abs(logDensity))));
    assertThat(FUNCTION.cdf(x)).isCloseTo(cdf, within(1e-12 * cdf));
  }

  /** scipy.stats' bernoulli and poisson, SciPy 1.17.1. */
  @ParameterizedTest
  @CsvSource({
    "0,-1.3427056309058993,0.2611381683956229",
    "1,-2.0100379538094604,0.3951217577803033",
    "4,-2.023676900305206,0.8078114673167229",
    "20,-21.137032034784855,0.9999999998691571"
  })
  void ofCountsIsSciPys(double k, double logProbability, double cdf) {
    assertThat(Evaluate.constant(counts().logProb(Expr.of(k)))[0])
        .isCloseTo(logProbability, within(1e-13 * (1 + Math.abs(logProbability))));
    assertThat(COUNTS.cdf(k)).isCloseTo(cdf, within(1e-13));
    assertThat(COUNTS.cdf(k + 0.5)).isEqualTo(COUNTS.cdf(k));
  }

  @Test
  void quantilesInvertTheDistributionFunction() {
    for (double p : new double[] {1e-9, 0.003, 0.2, 0.5, 0.7, 0.999}) {
      assertThat(FUNCTION.cdf(FUNCTION.quantile(p))).isCloseTo(p, within(1e-12 * p + 2e-16));
      double k = COUNTS.quantile(p);
      assertThat(COUNTS.cdf(k)).isGreaterThanOrEqualTo(p);
      assertThat(k == Math.rint(k) && (k == 0 || COUNTS.cdf(k - 1) < p)).isTrue();
    }
    assertThat(FUNCTION.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(FUNCTION.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(FUNCTION.quantile(1.5)).isNaN();
    assertThat(FUNCTION.cdf(Double.NaN)).isNaN();
    assertThat(COUNTS.quantile(0)).isZero();
    Univariate one =
        Univariate.mixture(
            new double[] {0, 1}, Univariate.of("cauchy", 0, 1), Univariate.of("uniform", 2, 3));
    assertThat(one.quantile(0)).isEqualTo(2);
    assertThat(one.quantile(0.25)).isEqualTo(2.25);
    assertThat(one.quantile(1)).isEqualTo(3);
  }

  /** By the trapezoidal rule over x = sinh(u); the Laplace distribution's kink costs digits. */
  @Test
  void integratesToOne() {
    double step = 0.001;
    int half = 40_000;
    double[] x = new double[2 * half + 1];
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.sinh((i - half) * step);
    }
    double[] logs = Evaluate.constant(three().logProb(Expr.vector(x)));
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.exp(logs[i]) * Math.cosh((i - half) * step) * step;
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
  }

  /** p above 1e-5 in both: false alarms of at most 2e-5. */
  @Test
  void drawsFollowTheDistributionFunction() {
    assertThat(Kolmogorov.pValue(draws(three(), 5000), FUNCTION::cdf)).isGreaterThan(1e-5);
    assertThat(Pearson.pValue(draws(counts(), 20_000), COUNTS::cdf)).isGreaterThan(1e-5);
  }

  @Test
  void firstAndSecondDerivativesAreThoseOfFiniteDifferences() {
    double[] point = {-1, 0.5, 2, 1.5, 0.3};
    for (int i = 0; i < point.length; i++) {
      for (int order = 0; order < 2; order++) {
        double change = 0;
        double[] steps = {-2e-4, -1e-4, 1e-4, 2e-4};
        double[] weights = {1, -8, 8, -1};
        for (int k = 0; k < 4; k++) {
          double[] moved = point.clone();
          moved[i] += steps[k];
          change += weights[k] * derivative(moved, i, order) / 12e-4;
        }
        assertThat(derivative(point, i, order + 1))
            .isCloseTo(change, within(1e-7 * (1 + Math.abs(change))));
      }
    }
  }

  private static double derivative(double[] point, int i, int order) {
    Graph graph = new Graph();
    Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(5));
    Expr y =
        mixtureGeneral(
                Expr.vector(0.4, 0.6),
                normal(x.get(0), x.get(1)),
                studentT(Expr.of(4), x.get(2), x.get(3)))
            .logProb(x.get(4));
    for (int k = 0; k < order; k++) {
      y = Gradient.of(y, List.of(x)).getFirst().get(i);
    }
    return Evaluate.of(graph, y, point)[0];
  }

  @Test
  void ofOneFamilyItIsTheOtherMixture() {
    Expr x = Expr.vector(-3, 0, 1, Double.NaN);
    Expr weights = Expr.of(new double[] {0.1, 0.9, 0.6, 0.4}, Shape.of(2, 1, 2));
    Distribution same = mixture(weights, normal(Expr.vector(-1, 2), Expr.vector(0.5, 1.5)));
    Distribution general = mixtureGeneral(weights, normal(-1, 0.5), normal(2, 1.5));
    assertThat(general.batchShape()).isEqualTo(same.batchShape()).isEqualTo(Shape.of(2, 1));
    assertThat(Evaluate.constant(general.logProb(x)))
        .containsExactly(Evaluate.constant(same.logProb(x)));
    assertThat(general.logProb(x).shape()).isEqualTo(Shape.of(2, 4));
  }

  @Test
  void aComponentMayCoverAPartOfTheSupport() {
    Distribution half =
        mixtureGeneral(Expr.vector(0.5, 0.5), Constraints.real(), normal(0, 1), halfNormal(1));
    double[] logs = Evaluate.constant(half.logProbInside(Expr.vector(-1, 1)));
    double density = Math.exp(-0.5) / Math.sqrt(2 * Math.PI);
    assertThat(logs)
        .containsExactly(
            new double[] {Math.log(0.5 * density), Math.log(1.5 * density)}, within(1e-14));
    assertThat(Evaluate.constant(half.logProb(Expr.of(Double.POSITIVE_INFINITY))))
        .containsExactly(OUTSIDE);
  }

  @Test
  void vectorsAreMixedWhole() {
    Expr unit = Expr.matrix(new double[][] {{1e-12, 0}, {0, 1e-12}});
    Distribution vectors =
        mixtureGeneral(
            Expr.vector(0.5, 0.5),
            multiNormal(Expr.vector(1, 1), unit),
            multiNormal(Expr.vector(5, 5), unit));
    double[] x = draws(vectors, 50);
    for (int i = 0; i < 50; i++) {
      assertThat(x[2 * i]).isCloseTo(x[2 * i + 1], within(1e-4));
    }
    assertThat(vectors.expand(Shape.of(3)).logProb(Expr.vector(1, 1)).shape())
        .isEqualTo(Shape.of(3));
  }

  @Test
  void whatDoesNotMixIsTold() {
    Expr two = Expr.vector(0.5, 0.5);
    assertThatThrownBy(() -> mixtureGeneral(two, normal(0, 1), lognormal(0, 1)))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "mixture-general: its components have different supports (normal: finite numbers;"
                + " lognormal: positive numbers); give the mixture's own");
    assertThatThrownBy(() -> mixtureGeneral(two, Constraints.real(), normal(0, 1), poisson(2)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("poisson is over whole numbers");
    assertThatThrownBy(() -> mixtureGeneral(two, normal(0, 1)))
        .isInstanceOf(UserException.class)
        .hasMessage("mixture-general: weights of shape [2] for 1 components");
    assertThatThrownBy(() ->
            mixtureGeneral(
                two,
                Constraints.simplex(),
                dirichlet(Expr.vector(1, 1)),
                dirichlet(Expr.vector(1, 1, 1))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("values of shape [2], but dirichlet of shape [3]");
    assertThatThrownBy(() -> mixtureGeneral(Expr.vector()))
        .isInstanceOf(UserException.class)
        .hasMessage("mixture-general: expected at least one component");
    assertThatThrownBy(() -> mixtureGeneral(Expr.vector(0.5, 0.6), normal(0, 1), laplace(0, 1)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("mixture-general: weights must hold numbers of at least 0 with sum");
    assertThatThrownBy(() -> Univariate.mixture(new double[] {0.5}, Univariate.of("normal", 0, 1)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("with sum 1, but got [0.5]");
  }
}
