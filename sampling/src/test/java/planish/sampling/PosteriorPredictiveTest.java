package planish.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.diagnostics.Draws;
import planish.diagnostics.MonteCarloError;
import planish.diagnostics.Quantity;
import planish.distributions.Distributions;
import planish.model.Model;
import planish.model.Posteriors;
import planish.sampling.csv.StanCsvReader;
import planish.spi.UserException;

/** Draws at the draws of a finished run. */
final class PosteriorPredictiveTest {
  private static final double[] Y = {1.2, -0.4, 0.9, 2.1, 0.7};

  private static Draws posterior;

  @TempDir Path folder;

  /** A normal mean with a normal prior and a simplex without data; one number to generate. */
  private static Model model(double[] data) {
    return m -> {
      var mu = m.sample("mu", Distributions.normal(0, 2));
      var share =
          m.sample("share", Distributions.dirichlet(Expr.of(new double[] {1, 2, 3}, Shape.of(3))));
      m.deterministic("twice", mu.times(2));
      m.observe("y", Distributions.normal(mu, 1), data);
      m.generate("first", Distributions.normal(share.get(0), 1e-3));
    };
  }

  @BeforeAll
  static void sample() {
    posterior = Run.of(Posteriors.compile("normal", model(Y))).chains(4).seed(5).run().draws();
  }

  private static double average(double[][] chains) {
    return Arrays.stream(chains).flatMapToDouble(Arrays::stream).average().orElseThrow();
  }

  private static Draws draw(long seed) {
    return PosteriorPredictive.of(model(Y)).draw(posterior, seed);
  }

  @Test
  void observedAndGeneratedSitesAreDrawnAndNothingElse() {
    Draws drawn = draw(1);

    assertThat(drawn.quantities().stream().map(Quantity::name)).containsExactly("y", "first");
    assertThat(drawn.columnNames())
        .containsExactly("y[1]", "y[2]", "y[3]", "y[4]", "y[5]", "first");
    assertThat(drawn.chains()).isEqualTo(4);
    assertThat(drawn.draws()).isEqualTo(1000);
    assertThat(drawn.statisticNames()).isEmpty();
  }

  /** Conjugate: mean as the posterior's, variance that of the posterior and of the data. */
  @Test
  void aConjugateModelHasItsClosedForm() {
    double precision = 0.25 + Y.length;
    double mean = Arrays.stream(Y).sum() / precision;
    Draws drawn = draw(1);

    // Four Monte Carlo standard errors, 10 statements: a false alarm in 1 of 1,600; fixed seeds.
    for (int k = 1; k <= Y.length; k++) {
      double[][] y = drawn.column("y[" + k + "]");
      double[][] squares =
          Arrays.stream(y)
              .map(c -> Arrays.stream(c).map(v -> (v - mean) * (v - mean)).toArray())
              .toArray(double[][]::new);
      assertThat(Math.abs(average(y) - mean)).isLessThan(4 * MonteCarloError.mean(y));
      assertThat(Math.abs(average(squares) - (1 + 1 / precision)))
          .isLessThan(4 * MonteCarloError.mean(squares));
    }
  }

  /** Six standard deviations of 1e-3: a false alarm in 1 of 100,000 for all 4,000; fixed seeds. */
  @Test
  void eachDrawIsMadeAtItsOwnDrawOfTheParameters() {
    Draws drawn = draw(1);

    for (int c = 0; c < 4; c++) {
      for (int d = 0; d < 1000; d++) {
        double share = posterior.column("share[1]")[c][d];
        assertThat(drawn.column("first")[c][d]).isBetween(share - 6e-3, share + 6e-3);
      }
    }
  }

  @Test
  void theSeedAloneDecidesAndChainsAndSitesHaveNumbersOfTheirOwn() {
    assertThat(draw(1).column("y[1]")).isDeepEqualTo(draw(1).column("y[1]"));
    assertThat(draw(1).column("y[1]")).isNotEqualTo(draw(2).column("y[1]"));
    double[] noises =
        java.util.stream.IntStream.range(0, 4)
            .mapToDouble(c -> draw(1).column("y[1]")[c][0] - posterior.column("mu")[c][0])
            .toArray();
    assertThat(noises).doesNotHaveDuplicates();
  }

  @Test
  void otherDataAreAnotherNumberToPredict() {
    Draws drawn = PosteriorPredictive.of(model(new double[] {0, 0})).draw(posterior, 1);

    assertThat(drawn.columnNames()).containsExactly("y[1]", "y[2]", "first");
  }

  @Test
  void drawsOfAnotherModelAreToldByTheSite() {
    Model other =
        m -> m.observe("y", Distributions.normal(m.sample("nu", Distributions.normal(0, 1)), 1), Y);
    Model longer =
        m ->
            m.observe(
                "y", Distributions.normal(m.sample("mu", Distributions.normal(0, 1), 5), 1), Y);

    assertThatThrownBy(() -> PosteriorPredictive.of(other).draw(posterior, 1))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "the draws are not of this model: it samples 'nu', which is not among them (mu, share,"
                + " twice, first)");
    assertThatThrownBy(() -> PosteriorPredictive.of(longer).draw(posterior, 1))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "the draws are not of this model with these data: its site 'mu' has shape [5], but [] in"
                + " the draws");
  }

  @Test
  void aModelThatObservesNothingIsTold() {
    assertThatThrownBy(
            () -> PosteriorPredictive.of(m -> m.sample("mu", Distributions.normal(0, 1))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("nothing to generate");
  }

  @Test
  void filesReadBackToTheSameBits() {
    Draws drawn = draw(1);

    List<Path> files =
        DrawFiles.write(drawn, Map.of("model", "normal"), folder.resolve("out"), "normal", false);

    assertThat(files).hasSize(4).allMatch(Files::exists);
    Draws read = StanCsvReader.read(files).draws();
    assertThat(read.columnNames()).isEqualTo(drawn.columnNames());
    for (int k = 0; k < read.columnNames().size(); k++) {
      assertThat(read.column(k)).isDeepEqualTo(drawn.column(k));
    }
    assertThatThrownBy(
            () -> DrawFiles.write(drawn, Map.of(), folder.resolve("out"), "normal", false))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("is there already", "--overwrite");
  }
}
