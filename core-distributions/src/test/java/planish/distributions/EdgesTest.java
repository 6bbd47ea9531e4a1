package planish.distributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static planish.distributions.Distributions.bernoulli;
import static planish.distributions.Distributions.bernoulliLogit;
import static planish.distributions.Distributions.exponential;
import static planish.distributions.Distributions.flat;
import static planish.distributions.Distributions.halfCauchy;
import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.lognormal;
import static planish.distributions.Distributions.multiNormalCholesky;
import static planish.distributions.Distributions.normal;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.Status;
import planish.distributions.family.Argument;
import planish.spi.UserException;
import planish.transforms.Constraints;

class EdgesTest {
  private static final double OUTSIDE = Double.NEGATIVE_INFINITY;

  private static double[] logProb(Distribution distribution, double... x) {
    return Evaluate.constant(distribution.logProb(Expr.vector(x)));
  }

  @Test
  void theDensityOutsideTheSupportIsZero() {
    assertThat(logProb(halfNormal(1), -1e-300, Double.NaN)).containsExactly(OUTSIDE, OUTSIDE);
    assertThat(logProb(halfCauchy(1), -1)).containsExactly(OUTSIDE);
    assertThat(logProb(exponential(2), -1)).containsExactly(OUTSIDE);
    assertThat(logProb(lognormal(0, 1), -1, 0)).containsExactly(OUTSIDE, OUTSIDE);
    assertThat(logProb(bernoulli(0.5), 0.5, 2)).containsExactly(OUTSIDE, OUTSIDE);
    assertThat(logProb(bernoulliLogit(0), -1, 2)).containsExactly(OUTSIDE, OUTSIDE);
    assertThat(logProb(flat(Constraints.unitInterval()), -0.1, 0.5)).containsExactly(OUTSIDE, 0);
    assertThat(logProb(normal(0, 1), Double.POSITIVE_INFINITY)).containsExactly(OUTSIDE);
  }

  @Test
  void certaintiesHaveLogProbabilityZeroOrNone() {
    assertThat(logProb(bernoulli(1), 1, 0)).containsExactly(0, OUTSIDE);
    assertThat(logProb(bernoulli(0), 1, 0)).containsExactly(OUTSIDE, -0.0);
  }

  @Test
  void gradientsStayFiniteWhereAnElementLiesOutside() {
    Graph graph = new Graph();
    Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(2));
    Expr gradient = Gradient.of(lognormal(0, 1).logProb(x).sum(), List.of(x)).getFirst();
    double[] found = Evaluate.of(graph, gradient, new double[] {-1, 1});
    assertThat(found).containsExactly(0, -1);
  }

  @Test
  void wrongConstantsAreToldAtOnce() {
    assertThatThrownBy(() -> normal(0, -1))
        .isInstanceOf(UserException.class)
        .hasMessage("normal: sigma must be positive and finite, but is: -1.0");
    assertThatThrownBy(() -> normal(Double.NaN, 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("normal: mu must be finite");
    assertThatThrownBy(() -> exponential(0))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("exponential: beta");
    assertThatThrownBy(() -> bernoulli(1.5))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("bernoulli: theta must be between 0 and 1");
    assertThatThrownBy(() -> normal(Expr.vector(1, 2, 3), Expr.vector(1, 2)))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "normal: its arguments do not broadcast: mu has shape [3], sigma has shape [2]");
    assertThatThrownBy(() -> multiNormalCholesky(Expr.vector(0, 0), Expr.matrix(new double[3][3])))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("[2] and [3, 3]");
    assertThatThrownBy(() ->
            multiNormalCholesky(Expr.vector(0, 0), Expr.matrix(new double[][] {{1, 0}, {1, 0}})))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("diagonal must be positive");
  }

  @ParameterizedTest
  @MethodSource("planish.distributions.Laws#all")
  void everyArgumentIsCheckedByName(Laws law) {
    for (int i = 0; i < law.arguments().length; i++) {
      Argument argument = law.family().signature().get(i);
      double[] wrong = law.arguments().clone();
      wrong[i] = argument.range() == Argument.Range.FINITE ? Double.NaN : -0.5;
      assertThatThrownBy(() -> Reference.distribution(law.name(), wrong))
          .isInstanceOf(UserException.class)
          .hasMessageContaining(law.name() + ": " + argument.name() + " must be ")
          .hasMessageContaining("but is: " + wrong[i]);
    }
  }

  @Test
  void wrongArgumentsOfOneEvaluationFailItsCheck() {
    Graph graph = new Graph();
    Expr sigma = graph.input(InputKind.POSITION, "sigma", 0, Shape.scalar());
    var program = Evaluate.open(graph, normal(0, sigma).logProb(Expr.of(1)));
    Status status = program.run(new double[][] {{-2}}, new double[][] {new double[1]});
    assertThat(status.kind()).isEqualTo(Status.Kind.CHECK);
    assertThat(status.message()).contains("normal: sigma must be positive");
    assertThat(status.value()).isEqualTo(-2);
  }

  @Test
  void batchesHaveTheCommonShape() {
    Distribution wide = normal(Expr.vector(0, 0, 0), 1).expand(Shape.of(2, 3));
    assertThat(wide.batchShape()).isEqualTo(Shape.of(2, 3));
    assertThat(wide.logProb(Expr.of(0)).shape()).isEqualTo(Shape.of(2, 3));
    assertThatThrownBy(() -> wide.expand(Shape.of(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[2, 3] does not expand to [3]");
    Expr mean = Expr.full(Shape.of(4, 2), 0);
    Distribution vectors = multiNormalCholesky(mean, Expr.matrix(new double[][] {{1, 0}, {0, 1}}));
    assertThat(vectors.batchShape()).isEqualTo(Shape.of(4));
    assertThat(vectors.eventShape()).isEqualTo(Shape.of(2));
    assertThat(vectors.logProb(Expr.vector(1, 2)).shape()).isEqualTo(Shape.of(4));
  }

  @Test
  void insideTheSupportBothDensitiesAreTheSame() {
    for (Distribution each :
        List.of(halfNormal(2), halfCauchy(2), lognormal(1, 2), exponential(3))) {
      Expr x = Expr.vector(0.1, 1, 7);
      assertThat(Evaluate.constant(each.logProbInside(x)))
          .containsExactly(Evaluate.constant(each.logProb(x)));
    }
  }

  @Test
  void bothListsOfProvidersAgree() throws IOException {
    assertThat(Distributions.class.getModule().isNamed()).isTrue();
    URL list =
        Distributions.class.getResource(
            "/META-INF/services/planish.distributions.DistributionProvider");
    try (var lines = list.openStream()) {
      assertThat(new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines())
          .containsExactlyInAnyOrderElementsOf(
              Reference.PROVIDERS.entries().stream()
                  .map(entry -> entry.provider().getClass().getName())
                  .toList());
    }
    assertThat(Reference.PROVIDERS.names()).contains("flat", "laplace", "normal");
  }
}
