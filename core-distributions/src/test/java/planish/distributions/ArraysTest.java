package planish.distributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static planish.distributions.Distributions.categorical;
import static planish.distributions.Distributions.categoricalLogit;
import static planish.distributions.Distributions.dirichlet;
import static planish.distributions.Distributions.lkjCorr;
import static planish.distributions.Distributions.lkjCorrCholesky;
import static planish.distributions.Distributions.mixture;
import static planish.distributions.Distributions.multiNormal;
import static planish.distributions.Distributions.multiNormalPrecision;
import static planish.distributions.Distributions.normal;
import static planish.distributions.Distributions.poisson;

import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.spi.UserException;

/** Distributions whose values or arguments are arrays; p-values above 1e-5, fixed seeds. */
class ArraysTest {
  private static final double OUTSIDE = Double.NEGATIVE_INFINITY;
  private static final Expr SIGMA =
      Expr.matrix(new double[][] {{2, 0.5, -0.3}, {0.5, 1, 0.2}, {-0.3, 0.2, 0.5}});

  private static double[] values(Expr x) {
    return Evaluate.constant(x);
  }

  private static double[] draws(Distribution distribution) {
    return Evaluate.draws(distribution, 9);
  }

  /** Gradient and second derivatives along coordinates, by four points. */
  private static void checkDerivatives(
      BiFunction<Expr, Expr, Expr> density, double[] arguments, double[] value, int free) {
    double[] point = new double[arguments.length + value.length];
    System.arraycopy(arguments, 0, point, 0, arguments.length);
    System.arraycopy(value, 0, point, arguments.length, value.length);
    double h = 1e-4;
    for (int i = 0; i < free; i++) {
      double first = 0;
      double second = 0;
      double[] weights = {1, -8, 8, -1};
      double[] steps = {-2, -1, 1, 2};
      for (int k = 0; k < 4; k++) {
        double[] moved = point.clone();
        moved[i] += steps[k] * h;
        first += weights[k] * at(density, arguments.length, moved, -1) / (12 * h);
        second += weights[k] * at(density, arguments.length, moved, i) / (12 * h);
      }
      assertThat(at(density, arguments.length, point, i))
          .isCloseTo(first, within(1e-7 * (1 + Math.abs(first))));
      assertThat(at(density, arguments.length, point, point.length + i))
          .isCloseTo(second, within(1e-7 * (1 + Math.abs(second))));
    }
  }

  /** The value (−1), an element of the gradient, or after those one of the curvature. */
  private static double at(
      BiFunction<Expr, Expr, Expr> density, int arguments, double[] point, int what) {
    Graph graph = new Graph();
    Expr all = graph.input(InputKind.POSITION, "x", 0, Shape.of(point.length));
    Expr y = density.apply(all.slice(0, arguments), all.slice(arguments, point.length)).sum();
    if (what >= 0) {
      y = Gradient.of(y, List.of(all)).getFirst().get(what % point.length);
    }
    if (what >= point.length) {
      y = Gradient.of(y, List.of(all)).getFirst().get(what % point.length);
    }
    return Evaluate.of(graph, y, point)[0];
  }

  /** scipy.stats.multivariate_normal, SciPy 1.17.1. */
  @Test
  void normalVectorsByCovarianceAndPrecision() {
    Expr mu = Expr.vector(1, -2, 0.5);
    Expr zero = Expr.vector(0, 0, 0);
    assertThat(values(multiNormal(mu, SIGMA).logProb(zero)))
        .containsExactly(new double[] {-8.179035986737901}, within(1e-12));
    assertThat(values(multiNormalPrecision(mu, SIGMA).logProb(zero)))
        .containsExactly(new double[] {-4.688568080707201}, within(1e-12));
    Distribution batch = multiNormalPrecision(Expr.of(new double[6], Shape.of(2, 3)), SIGMA);
    assertThat(batch.logProb(mu).shape()).isEqualTo(Shape.of(2));
    assertThat(values(batch.logProb(Expr.vector(Double.NaN, 0, 0))))
        .containsExactly(OUTSIDE, OUTSIDE);
    double[] arguments = {0.3, -0.2, 1.5, 0.4, 0.4, 0.9};
    for (boolean precision : new boolean[] {false, true}) {
      checkDerivatives(
          (a, x) -> {
            Expr matrix = a.slice(2, 6).reshape(2, 2);
            return precision
                ? multiNormalPrecision(a.slice(0, 2), matrix).logProb(x)
                : multiNormal(a.slice(0, 2), matrix).logProb(x);
          },
          arguments,
          new double[] {1, 0.7},
          8);
    }
  }

  /** Squared Mahalanobis distances are chi-square with 3 degrees of freedom. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void normalVectorsHaveChiSquaredDistances(boolean precision) {
    Expr mu = Expr.vector(1, -2, 0.5);
    Distribution one = precision ? multiNormalPrecision(mu, SIGMA) : multiNormal(mu, SIGMA);
    Expr x = Expr.of(draws(one.expand(Shape.of(4000))), Shape.of(4000, 3));
    double[] logs = values(one.logProb(x));
    double most = values(one.logProb(mu))[0];
    double[] distances = new double[logs.length];
    for (int i = 0; i < logs.length; i++) {
      distances[i] = 2 * (most - logs[i]);
    }
    Univariate chiSquare = Univariate.of("chi-square", 3);
    assertThat(Kolmogorov.pValue(distances, chiSquare::cdf)).isGreaterThan(1e-5);
  }

  /** scipy.stats.dirichlet, SciPy 1.17.1. */
  @Test
  void vectorsOfProbabilities() {
    assertThat(values(dirichlet(Expr.vector(1.5, 2, 0.7)).logProb(Expr.vector(0.2, 0.3, 0.5))))
        .containsExactly(new double[] {0.10772302168916625}, within(1e-13));
    Expr edge = Expr.vector(1e-8, 0.4, 1 - 0.4 - 1e-8);
    assertThat(values(dirichlet(Expr.vector(0.5, 3, 20)).logProb(edge)))
        .containsExactly(new double[] {7.1001695343423865}, within(1e-12));
    assertThat(values(dirichlet(Expr.vector(1, 1, 1)).logProb(Expr.vector(0, 0, 1))))
        .containsExactly(new double[] {Math.log(2)}, within(1e-14));
    Expr wrong = Expr.of(new double[] {0.5, 0.4, 1.5, -0.5}, Shape.of(2, 2));
    assertThat(values(dirichlet(Expr.vector(1, 2)).logProb(wrong)))
        .containsExactly(OUTSIDE, OUTSIDE);
    checkDerivatives(
        (a, x) -> dirichlet(a).logProbInside(x),
        new double[] {1.5, 0.6, 3},
        new double[] {0.2, 0.3, 0.5},
        6);
    double[] x = draws(dirichlet(Expr.vector(0.4, 2, 3.1)).expand(Shape.of(4000)));
    double[] first = new double[4000];
    for (int i = 0; i < first.length; i++) {
      first[i] = x[3 * i];
      assertThat(x[3 * i] + x[3 * i + 1] + x[3 * i + 2]).isCloseTo(1, within(1e-14));
    }
    Univariate beta = Univariate.of("beta", 0.4, 5.1);
    assertThat(Kolmogorov.pValue(first, beta::cdf)).isGreaterThan(1e-5);
    assertThatThrownBy(() -> dirichlet(Expr.vector(1, 0)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("dirichlet: alpha must be positive");
  }

  /** The constant of section 3.3 of Lewandowski, Kurowicka and Joe, 2009, by beta functions. */
  @ParameterizedTest
  @ValueSource(doubles = {0.6, 1, 4})
  void correlationMatricesHaveThePapersConstant(double eta) {
    for (int d = 2; d <= 5; d++) {
      double[] unit = new double[d * d];
      double constant = 0;
      for (int k = 1; k <= d; k++) {
        unit[(k - 1) * (d + 1)] = 1;
        double b = eta + (d - k - 1) / 2.0;
        if (k < d) {
          Expr beta = planish.autodiff.graph.Functions.logBeta(Expr.of(b), Expr.of(b));
          constant += (d - k) * values(beta)[0];
          constant += (2 * eta - 2 + d - k) * (d - k) * Math.log(2);
        }
      }
      Expr identity = Expr.of(unit, Shape.of(d, d));
      assertThat(values(lkjCorr(d, eta).logProb(identity)))
          .containsExactly(new double[] {-constant}, within(1e-12));
      assertThat(values(lkjCorrCholesky(d, eta).logProb(identity)))
          .containsExactly(new double[] {-constant}, within(1e-12));
    }
  }

  @Test
  void correlationMatricesFollowTheirDeterminant() {
    double[] r = {1, 0.5, -0.2, 0.5, 1, 0.3, -0.2, 0.3, 1};
    double determinant = 1 + 2 * 0.5 * -0.2 * 0.3 - 0.25 - 0.04 - 0.09;
    Expr matrix = Expr.of(r, Shape.of(3, 3));
    double uniform = values(lkjCorr(3, 1).logProb(matrix))[0];
    double base =
        values(
            lkjCorr(3, 2.5)
                .logProb(Expr.of(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, Shape.of(3, 3))))[0];
    assertThat(Math.exp(uniform)).isCloseTo(2 / (Math.PI * Math.PI), within(1e-14));
    assertThat(values(lkjCorr(3, 2.5).logProb(matrix))[0])
        .isCloseTo(base + 1.5 * Math.log(determinant), within(1e-13));
    Expr factor = planish.autodiff.graph.Functions.cholesky(matrix);
    double diagonal = values(planish.autodiff.graph.Functions.diagonal(factor))[1];
    assertThat(values(lkjCorrCholesky(3, 2.5).logProb(factor))[0])
        .isCloseTo(base + 1.5 * Math.log(determinant) + Math.log(diagonal), within(1e-13));
    Expr wrong = Expr.matrix(new double[][] {{1, 2}, {2, 1}});
    assertThat(values(lkjCorr(2, 1).logProb(wrong))).containsExactly(OUTSIDE);
    checkDerivatives(
        (a, x) -> {
          Expr one = Expr.vector(1);
          Expr rho = x.slice(0, 1);
          Expr all = planish.autodiff.graph.Functions.concatenate(List.of(one, rho, rho, one));
          return lkjCorr(2, a.get(0)).logProbInside(all.reshape(2, 2));
        },
        new double[] {1.7},
        new double[] {0.4},
        2);
  }

  /** (r + 1) / 2 is beta(η + d / 2 − 1, the same) for each correlation. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 3})
  void drawnCorrelationsHaveBetaMargins(double eta) {
    int n = 3000;
    int d = 4;
    double[] x = draws(lkjCorr(d, eta).expand(Shape.of(n)));
    double[] rows = draws(lkjCorrCholesky(d, eta).expand(Shape.of(n)));
    Univariate beta = Univariate.of("beta", eta + d / 2.0 - 1, eta + d / 2.0 - 1);
    double[] last = new double[n];
    double[] early = new double[n];
    for (int i = 0; i < n; i++) {
      last[i] = (1 + x[16 * i + 14]) / 2;
      early[i] = (1 + rows[16 * i + 4]) / 2;
    }
    assertThat(Kolmogorov.pValue(last, beta::cdf)).isGreaterThan(1e-5);
    assertThat(Kolmogorov.pValue(early, beta::cdf)).isGreaterThan(1e-5);
    Expr first = Expr.of(java.util.Arrays.copyOf(rows, 16), Shape.of(4, 4));
    assertThat(values(lkjCorrCholesky(d, eta).support().contains(first))).containsExactly(1);
  }

  @Test
  void categoriesCountFromZero() {
    Distribution three = categorical(Expr.vector(0.2, 0.5, 0.3));
    assertThat(values(three.logProb(Expr.vector(0, 1, 2, 3, -1, 0.5))))
        .containsExactly(
            new double[] {Math.log(0.2), Math.log(0.5), Math.log(0.3), OUTSIDE, OUTSIDE, OUTSIDE},
            within(1e-15));
    Expr logits = Expr.of(new double[] {0, 1000, 1, 0, 0, 0}, Shape.of(2, 3));
    assertThat(values(categoricalLogit(logits).logProb(Expr.of(0))))
        .containsExactly(new double[] {-1000, -Math.log(3)}, within(1e-14));
    checkDerivatives(
        (a, x) -> categoricalLogit(a).logProbInside(x),
        new double[] {0.3, -1, 2},
        new double[] {1},
        3);
    double[] bounds = {0.2, 0.7, 1};
    assertThat(Pearson.pValue(draws(three.expand(Shape.of(9000))), k -> bounds[(int) k]))
        .isGreaterThan(1e-5);
    Distribution same = categoricalLogit(Expr.vector(Math.log(2), Math.log(5), Math.log(3)));
    assertThat(draws(same.expand(Shape.of(50)))).isEqualTo(draws(three.expand(Shape.of(50))));
    assertThatThrownBy(() -> categorical(Expr.vector(0.5, 0.6)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("categorical: theta must hold numbers of at least 0 with sum 1");
  }

  @Test
  void theComponentOfAMixtureIsSummedOut() {
    Expr weights = Expr.vector(0.25, 0.75);
    Distribution two = mixture(weights, normal(Expr.vector(-1, 2), Expr.vector(0.5, 1.5)));
    assertThat(two.batchShape()).isEqualTo(Shape.scalar());
    assertThat(values(two.logProb(Expr.vector(0.3, Double.POSITIVE_INFINITY))))
        .containsExactly(new double[] {-2.1916017211501, OUTSIDE}, within(1e-14));
    assertThat(values(two.logProb(Expr.of(-1000)))[0]).isFinite();
    checkDerivatives(
        (a, x) -> mixture(weights, normal(a.slice(0, 2), a.slice(2, 4))).logProb(x.get(0)),
        new double[] {-1, 2, 0.5, 1.5},
        new double[] {0.3},
        5);
    Univariate left = Univariate.of("normal", -1, 0.5);
    Univariate right = Univariate.of("normal", 2, 1.5);
    assertThat(
            Kolmogorov.pValue(
                draws(two.expand(Shape.of(4000))), x -> 0.25 * left.cdf(x) + 0.75 * right.cdf(x)))
        .isGreaterThan(1e-5);
    Distribution counts = mixture(weights, poisson(Expr.vector(1, 9)));
    assertThat(counts.discrete()).isTrue();
    Distribution vectors =
        mixture(
            weights,
            multiNormal(
                    Expr.of(new double[] {0, 0, 5, 5}, Shape.of(2, 2)),
                    Expr.matrix(new double[][] {{1, 0}, {0, 1}}))
                .expand(Shape.of(3, 2)));
    assertThat(vectors.batchShape()).isEqualTo(Shape.of(3));
    assertThat(vectors.logProb(Expr.vector(0, 1)).shape()).isEqualTo(Shape.of(3));
    assertThat(draws(vectors)).hasSize(6);
    assertThatThrownBy(() -> mixture(weights, normal(0, 1)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("last batch axis has length 2, but got batch shape []");
  }

  @Test
  void wrongArgumentsAreTold() {
    Expr wrong = Expr.matrix(new double[][] {{1, 2}, {2, 1}});
    Distribution covariance = multiNormal(Expr.vector(0, 0), wrong);
    assertThatThrownBy(() -> covariance.logProb(Expr.vector(0, 0)))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "multi-normal: the covariance matrix is not positive definite; its pivot in row 2 is:"
                + " -3.0");
    assertThatThrownBy(covariance::variate).hasMessageContaining("pivot in row 2 is: -3.0");
    assertThatThrownBy(() -> multiNormalPrecision(Expr.vector(0, 0), wrong).pushforward())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("multi-normal-prec: the precision matrix is not positive definite");
    assertThatThrownBy(() -> multiNormalPrecision(Expr.vector(0, 0, 1), SIGMA.slice(0, 2)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("[3] and [2, 3]");
    DistributionProvider lkj = Reference.PROVIDERS.get("lkj-corr-cholesky");
    assertThat(lkj.create(List.of(Expr.of(3), Expr.of(1))).eventShape()).isEqualTo(Shape.of(3, 3));
    assertThatThrownBy(() -> lkj.create(List.of(Expr.of(2.5), Expr.of(1))))
        .isInstanceOf(UserException.class)
        .hasMessage("lkj-corr-cholesky: dimension must be a whole number, but is 2.5");
    assertThatThrownBy(() -> lkjCorr(0, 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("dimension must be at least 1");
    assertThatThrownBy(() -> lkjCorr(2, -1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("lkj-corr: eta must be positive");
    Graph graph = new Graph();
    Expr unknown = graph.input(InputKind.POSITION, "d", 0, Shape.scalar());
    assertThatThrownBy(() -> lkj.create(List.of(unknown, Expr.of(1))))
        .isInstanceOf(UserException.class)
        .hasMessage("lkj-corr-cholesky: dimension must be a constant");
  }
}
