package planish.model.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static planish.distributions.Distributions.bernoulli;
import static planish.distributions.Distributions.bernoulliLogit;
import static planish.distributions.Distributions.dirichlet;
import static planish.distributions.Distributions.exponential;
import static planish.distributions.Distributions.lkjCorr;
import static planish.distributions.Distributions.lkjCorrCholesky;
import static planish.distributions.Distributions.lognormal;
import static planish.distributions.Distributions.multiNormal;
import static planish.distributions.Distributions.multiNormalCholesky;
import static planish.distributions.Distributions.multiNormalPrecision;
import static planish.distributions.Distributions.normal;
import static planish.distributions.Distributions.uniform;
import static planish.transforms.Constraints.corrMatrix;
import static planish.transforms.Constraints.ordered;
import static planish.transforms.Constraints.positive;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import planish.autodiff.LogDensity;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.model.Handlers;
import planish.model.Model;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.model.Predictive;
import planish.spi.UserException;

/**
 * What a user is told; this package stands for the user's, so that lines are those of this file.
 */
class ErrorsTest {
  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> compiling(Model model) {
    return assertThatThrownBy(() -> Posteriors.compile("test", model))
        .isInstanceOf(UserException.class);
  }

  @Test
  void aNameUsedTwice() {
    compiling(
            m -> {
              m.sample("mu", normal(0, 1));
              m.sample("mu", normal(0, 2));
            })
        .hasMessageMatching(
            "two sites have the name 'mu': at ErrorsTest.java:\\d+ and at ErrorsTest.java:\\d+;"
                + " names are unique in a model");
  }

  @Test
  void dataThatDoNotBroadcast() {
    compiling(
            m -> {
              Expr theta = m.sample("theta", normal(0, 1), 8);
              m.observe("y", normal(theta, 1), new double[7]);
            })
        .hasMessageStartingWith("site 'y' (ErrorsTest.java:")
        .hasMessageContaining("batch shape [8]")
        .hasMessageContaining("a value of shape [7]")
        .hasMessageContaining("shapes [8] and [7] do not broadcast");
  }

  @Test
  void aShapeThatDoesNotBroadcast() {
    compiling(m -> m.sample("x", normal(Expr.vector(1, 2, 3), 1), 4))
        .hasMessageStartingWith("site 'x' (ErrorsTest.java:")
        .hasMessageContaining("batch shape [3], which does not broadcast to [4]");
  }

  @Test
  void expressionsThatDoNotBroadcast() {
    compiling(
            m -> {
              Expr a = m.sample("a", normal(0, 1), 2);
              m.deterministic("b", a.plus(Expr.vector(1, 2, 3)));
            })
        .hasMessageStartingWith("the model, at ErrorsTest.java:")
        .hasMessageContaining("shapes [2] and [3] do not broadcast");
  }

  @Test
  void aModelThatThrows() {
    compiling(
            m -> {
              throw new IllegalStateException("no such school");
            })
        .hasMessageMatching("the model, at ErrorsTest.java:\\d+, threw: no such school")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void aWrongConstant() {
    compiling(m -> m.sample("x", normal(0, -1)))
        .hasMessageMatching(
            "the model, at ErrorsTest.java:\\d+: normal: sigma must be positive and finite, but"
                + " is: -1.0");
  }

  @Test
  void wrongDataAsArgument() {
    compiling(m -> m.sample("x", normal(Expr.of(0), m.data("sigma", new double[] {1, 0}))))
        .hasMessageStartingWith("site 'x' (ErrorsTest.java:")
        .hasMessageContaining("normal: sigma must be positive and finite");
  }

  @Test
  void aWholeNumberToBeSampled() {
    compiling(m -> m.sample("z", bernoulli(0.5)))
        .hasMessageContaining("site 'z' (ErrorsTest.java:")
        .hasMessageContaining("bernoulli gives 0 and 1, which cannot be sampled by gradients");
  }

  @Test
  void dataOutsideTheSupport() {
    compiling(m -> m.observe("y", exponential(1), new double[] {1, 2, -3}))
        .hasMessageContaining("site 'y' (ErrorsTest.java:")
        .hasMessageContaining(
            "y[3] is -3.0, but exponential is a distribution over numbers of at least 0");
    compiling(m -> m.observe("y", normal(0, 1), new double[] {1, Double.NaN}))
        .hasMessageContaining("y[2] is NaN, but normal is a distribution over finite numbers");
    compiling(m -> m.observe("y", bernoulliLogit(0), new double[][] {{0, 1}, {2, 1}}))
        .hasMessageContaining("y[2,1] is 2.0, but bernoulli-logit is a distribution over 0 and 1");
    Expr unit = Expr.matrix(new double[][] {{1, 0}, {0, 1}});
    compiling(m ->
            m.observe(
                "y",
                multiNormalCholesky(Expr.vector(0, 0), unit),
                new double[][] {{0, 1}, {0, Double.NaN}}))
        .hasMessageContaining("y[2,2] is NaN");
  }

  @Test
  void aNameThatCannotStandInAFile() {
    compiling(m -> m.sample("lp__", normal(0, 1))).hasMessageContaining("'lp__' is not a name");
    compiling(m -> m.sample("a b", normal(0, 1))).hasMessageContaining("'a b' is not a name");
  }

  @Test
  void randomValuesInTheDensity() {
    compiling(
            m -> {
              Expr noise = m.generate("noise", normal(0, 1));
              m.factor("penalty", noise.times(noise));
            })
        .hasMessageContaining("depends on random values of 'noise'");
  }

  @Test
  void predictiveDrawsOfAnImproperSite() {
    Model model = m -> m.parameter("sigma", positive());
    assertThatThrownBy(() -> Predictive.prior(model))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("site 'sigma' (ErrorsTest.java:")
        .hasMessageContaining("improper");
    Posterior posterior = Posteriors.compile("flat", model);
    assertThatThrownBy(() -> posterior.priorPosition(new SplittableRandom(1)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("site 'sigma'");
  }

  @Test
  void whyADensityIsNotFinite() {
    Posterior posterior =
        Posteriors.compile(
            "test",
            m -> {
              Expr mu = m.sample("mu", normal(0, 1));
              Expr x = m.sample("x", normal(0, 1), 2);
              m.observe("y", normal(mu, Functions.exp(x)), new double[] {1, 2});
              m.observe("z", lognormal(0, 1), mu);
              m.factor("penalty", Functions.log(mu.plus(5)));
            });
    LogDensity density = posterior.density().open();
    double[] gradient = new double[3];
    assertThat(density.valueAndGradient(new double[] {1, 0, 0}, gradient)).isFinite();
    assertThat(density.lastFailure()).isEmpty();
    assertThat(density.valueAndGradient(new double[] {1, 0, -800}, gradient)).isNaN();
    assertThat(density.lastFailure().orElseThrow())
        .startsWith("site 'y' (ErrorsTest.java:")
        .contains("normal: sigma must be positive and finite, but is")
        .endsWith("0.0");
    assertThat(density.value(new double[] {-1, 0, 0})).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(density.lastFailure().orElseThrow())
        .startsWith("site 'z' (ErrorsTest.java:")
        .endsWith("the log density of z = -1.0 is -Infinity");
    assertThat(density.value(new double[] {1, 0, 1e200})).isNotFinite();
    assertThat(density.lastFailure().orElseThrow())
        .contains("site 'x'", "the log density of x[2] = 1.0E200 is -Infinity");
    assertThat(density.value(new double[] {Double.NaN, 0, 0})).isNaN();
    assertThat(density.lastFailure()).contains("coordinate 1 of the position is NaN");
  }

  @Test
  void startingValuesThatDoNotFit() {
    Posterior posterior =
        Posteriors.compile(
            "test",
            m -> {
              m.sample("sigma", lognormal(0, 1), 2);
              m.sample("mu", normal(0, 1));
            });
    double[] one = {1};
    assertThatThrownBy(() -> posterior.unconstrain(Map.of("mu", one)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("site 'sigma'")
        .hasMessageContaining("no starting value");
    assertThatThrownBy(() -> posterior.unconstrain(Map.of("mu", one, "sigma", one)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("expected 2 numbers (shape [2]), but got 1");
    assertThatThrownBy(
            () -> posterior.unconstrain(Map.of("mu", one, "sigma", new double[] {1, -2})))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("sigma[2] = -2.0 cannot be a starting value")
        .hasMessageContaining("positive numbers");
    assertThatThrownBy(() ->
            posterior.unconstrain(Map.of("mu", one, "sigma", new double[] {1, 2}, "tua", one)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("unknown site 'tua'");
    assertThat(posterior.unconstrain(Map.of("mu", one, "sigma", new double[] {1, Math.E})))
        .containsExactly(0, 1, 1);
  }

  /** Its third pivot is 1 − 0.9² / 0.99 − …, below 0. */
  private static final double[][] INDEFINITE = {{1, 0.1, 0.9}, {0.1, 1, -0.4}, {0.9, -0.4, 1}};

  @Test
  void matricesThatAreNotPositiveDefinite() {
    Expr zero = Expr.vector(0, 0, 0);
    Expr constant = Expr.matrix(INDEFINITE);
    compiling(m -> m.sample("x", multiNormal(zero, constant)))
        .hasMessageMatching(
            "site 'x' \\(ErrorsTest.java:\\d+\\): multi-normal: the covariance matrix is not positive"
                + " definite; its pivot in row 3 is: -0.05.*");
    compiling(m -> m.observe("y", multiNormalPrecision(zero, constant), new double[3]))
        .hasMessageContaining("site 'y' (ErrorsTest.java:")
        .hasMessageContaining("multi-normal-prec: the precision matrix is not positive definite");
    compiling(m -> m.generate("z", multiNormal(zero, constant)))
        .hasMessageContaining("site 'z' (ErrorsTest.java:")
        .hasMessageContaining("its pivot in row 3 is");
    compiling(m -> m.sample("x", multiNormal(zero, m.data("S", INDEFINITE))))
        .hasMessageContaining("site 'x' (ErrorsTest.java:")
        .hasMessageContaining("its pivot in row 3 is: -0.05");
    Posterior posterior = ofCorrelation(rho -> rho);
    LogDensity density = posterior.density().open();
    assertThat(density.value(new double[] {0.5})).isFinite();
    assertThat(density.value(new double[] {2})).isNaN();
    assertThat(density.lastFailure().orElseThrow())
        .startsWith("site 'y' (ErrorsTest.java:")
        .endsWith("the covariance matrix is not positive definite; its pivot in row 2 is: -3.0");
  }

  /** A correlation that is NaN is refused by the same message as one that is too large. */
  @Test
  void matricesThatHoldNoNumber() {
    LogDensity density = ofCorrelation(Functions::log).density().open();
    assertThat(density.value(new double[] {0.9})).isFinite();
    assertThat(density.value(new double[] {-1})).isNaN();
    assertThat(density.lastFailure().orElseThrow())
        .startsWith("site 'y' (ErrorsTest.java:")
        .endsWith("the covariance matrix is not positive definite; its pivot in row 2 is: NaN");
  }

  private static Posterior ofCorrelation(UnaryOperator<Expr> correlation) {
    return Posteriors.compile(
        "test",
        m -> {
          Expr rho = correlation.apply(m.sample("rho", normal(0, 1)));
          Expr one = Expr.of(1);
          Expr matrix = Functions.stack(java.util.List.of(one, rho, rho, one)).reshape(2, 2);
          m.observe("y", multiNormal(Expr.vector(0, 0), matrix), new double[] {1, 2});
        });
  }

  @Test
  void matricesAndVectorsOutsideTheirSets() {
    compiling(m -> m.observe("R", lkjCorr(3, 1), Expr.matrix(INDEFINITE)))
        .hasMessageContaining("site 'R' (ErrorsTest.java:")
        .hasMessageContaining(
            "the correlation matrix is not positive definite; its pivot in row 3");
    compiling(m -> m.observe("R", lkjCorr(3, 1), INDEFINITE))
        .hasMessageContaining("site 'R' (ErrorsTest.java:")
        .hasMessageContaining(
            "lkj-corr is a distribution over correlation matrices, but the value is none: it is not"
                + " positive definite; its pivot in row 3 is -0.05");
    compiling(m -> m.observe("R", lkjCorr(2, 1), Expr.matrix(new double[][] {{1, 0}, {0.5, 1}})))
        .hasMessageContaining("it is not symmetric: 0.5 in row 2, column 1, but 0.0 in row 1");
    compiling(m -> m.observe("R", lkjCorr(2, 1), Expr.matrix(new double[][] {{1, 0}, {0, 2}})))
        .hasMessageContaining("its diagonal must be 1, but has 2.0 in row 2");
    compiling(m ->
            m.observe("L", lkjCorrCholesky(2, 1), Expr.matrix(new double[][] {{1, 1}, {0, 1}})))
        .hasMessageContaining("1.0 in row 1, column 2, where a Cholesky factor is 0");
    compiling(m ->
            m.observe("L", lkjCorrCholesky(2, 1), Expr.matrix(new double[][] {{1, 0}, {1, 1}})))
        .hasMessageContaining("the squares of its row 2 must sum to 1, but sum to 2.0");
    compiling(m ->
            m.observe("p", dirichlet(Expr.vector(1, 1)), new double[][] {{0.5, 0.5}, {0.5, 0.25}}))
        .hasMessageContaining("but value 2 is none: its sum is 0.75");
    compiling(m -> m.observe("p", dirichlet(Expr.vector(1, 1)), new double[] {1.5, -0.5}))
        .hasMessageContaining("but the value is none: element 2 is -0.5");
    Posterior posterior =
        Posteriors.compile(
            "test",
            m -> {
              m.parameter("R", corrMatrix(), 2, 3, 3);
              m.parameter("c", ordered(), 3);
            });
    double[] unit = {1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0.1, 0.9, 0.1, 1, -0.4, 0.9, -0.4, 1};
    assertThatThrownBy(() -> posterior.unconstrain(Map.of("R", unit, "c", new double[] {1, 2, 3})))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("site 'R' (ErrorsTest.java:")
        .hasMessageContaining("its pivot in row 3 is");
    double[] sound = java.util.Arrays.copyOf(unit, 18);
    System.arraycopy(unit, 0, sound, 9, 9);
    assertThatThrownBy(() -> posterior.unconstrain(Map.of("R", sound, "c", new double[] {1, 2, 2})))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("increasing numbers; element 3 is 2.0, not above 2.0");
  }

  /** Told for what it is, not as the wrong argument that another site makes of it. */
  @Test
  void valuesGivenFromOutsideTheSupport() {
    Model model =
        m -> {
          Expr sigma = m.sample("sigma", exponential(1));
          m.observe("y", normal(Expr.of(0), sigma), new double[] {1, 2});
        };
    compiling(Handlers.condition(model, Map.of("sigma", Expr.of(-1))))
        .hasMessageMatching(
            "site 'sigma' \\(ErrorsTest.java:\\d+\\): sigma is -1.0, but exponential is a"
                + " distribution over numbers of at least 0");
    Model tied =
        m -> {
          Expr top = m.sample("top", exponential(1));
          m.sample("x", uniform(Expr.of(0), top));
        };
    compiling(Handlers.condition(tied, Map.of("top", Expr.of(2), "x", Expr.of(3))))
        .hasMessageContaining(
            "x is 3.0, but uniform is a distribution over numbers between 0 and 2");
  }

  @Test
  void expressionsOfAnotherModel() {
    Expr[] other = new Expr[1];
    Posteriors.compile("first", m -> other[0] = m.sample("mu", normal(0, 1)).times(2));
    compiling(m -> m.observe("y", normal(other[0], 1), new double[] {1}))
        .hasMessageContaining("site 'y' (ErrorsTest.java:")
        .hasMessageContaining("another run of this one, was used here");
    compiling(m -> m.sample("x", normal(other[0], 1))).hasMessageContaining("site 'x' (Errors");
    compiling(m -> m.deterministic("d", other[0])).hasMessageContaining("site 'd' (ErrorsTest");
    compiling(m -> m.factor("f", other[0])).hasMessageContaining("site 'f' (ErrorsTest");
    compiling(m -> m.observe("z", normal(0, 1), other[0])).hasMessageContaining("site 'z' (Errors");
    compiling(m -> m.deterministic("d", m.sample("x", normal(0, 1)).plus(other[0])))
        .hasMessageContaining("the model, at ErrorsTest.java:")
        .hasMessageContaining("was used here");
  }
}
