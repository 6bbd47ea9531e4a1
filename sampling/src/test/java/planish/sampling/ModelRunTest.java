package planish.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import planish.autodiff.graph.Functions;
import planish.diagnostics.Draws;
import planish.diagnostics.MonteCarloError;
import planish.distributions.Distributions;
import planish.model.Model;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.spi.UserException;

/** Runs of models in the modelling language. */
final class ModelRunTest {
  private static final double[] Y = {1.2, -0.4, 0.9, 2.1, 0.7};

  @TempDir Path folder;

  /** A normal mean with a normal prior, a positive scale without data, and a prediction. */
  private static final Model NORMAL =
      m -> {
        var mu = m.sample("mu", Distributions.normal(0, 2));
        var tau = m.sample("tau", Distributions.exponential(1));
        m.observe("y", Distributions.normal(mu, 1), Y);
        m.deterministic("twice", mu.times(2));
        m.generate("y_new", Distributions.normal(mu, tau));
      };

  private static Run run(Posterior posterior) {
    return Run.of(posterior).seed(2);
  }

  /** Conjugate: the posterior's precision is 1/4 + 5, its mean the sum of the data over that. */
  @Test
  void aConjugateModelHasItsClosedForm() {
    Draws draws = run(Posteriors.compile("normal", NORMAL)).run().draws();
    double precision = 0.25 + Y.length;
    double mean = Arrays.stream(Y).sum() / precision;
    // Four Monte Carlo standard errors: a false alarm in 1 of 16,000; the seed is fixed.
    check(draws.column("mu"), mean);
    check(draws.column("twice"), 2 * mean);
    check(draws.column("tau"), 1);
    check(draws.column("y_new"), mean);
    assertThat(draws.column("twice")[1][17]).isEqualTo(2 * draws.column("mu")[1][17]);
    assertThat(draws.column("y_new")[0]).doesNotHaveDuplicates();
  }

  private static void check(double[][] chains, double mean) {
    double found = Arrays.stream(chains).flatMapToDouble(Arrays::stream).average().orElseThrow();
    assertThat(Math.abs(found - mean)).isLessThan(4 * MonteCarloError.mean(chains));
  }

  @Test
  void generatedQuantitiesDoNotChangeTheDrawsOfParameters() {
    double[][] with = run(Posteriors.compile("normal", NORMAL)).run().draws().column("mu");
    Model without =
        m -> {
          var mu = m.sample("mu", Distributions.normal(0, 2));
          m.sample("tau", Distributions.exponential(1));
          m.observe("y", Distributions.normal(mu, 1), Y);
        };
    double[][] alone = run(Posteriors.compile("normal", without)).run().draws().column("mu");
    assertThat(alone).isDeepEqualTo(with);
  }

  @Test
  void aModelIsResumedWithTheSameBitsAndOtherDataAreRefused() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Run run = run(Posteriors.compile("normal", NORMAL)).chains(2).draws(100).warmup(100);
    RunResult whole = run.run();
    run.output(folder).stopWhen(() -> asked.incrementAndGet() > 300).run();
    RunResult last = Run.of(Posteriors.compile("normal", NORMAL)).resume(folder).run();
    assertThat(RunTest.bits(last.draws())).isDeepEqualTo(RunTest.bits(whole.draws()));

    run(posterior(Y)).warmup(20).draws(20).output(folder.resolve("b")).run();
    double[] other = Y.clone();
    other[4] += 1e-9;
    assertThatThrownBy(() -> Run.of(posterior(other)).resume(folder.resolve("b")).run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("of other data");
  }

  private static Posterior posterior(double[] y) {
    return Posteriors.compile(
        "normal",
        m -> {
          var mu = m.sample("mu", Distributions.normal(0, 2));
          m.observe("y", Distributions.normal(mu, 1), y);
        });
  }

  @Test
  void startingValuesAreTheSites() throws IOException {
    Path good = Files.writeString(folder.resolve("good.json"), "{\"mu\": 1, \"tau\": 2}");
    Run run = run(Posteriors.compile("normal", NORMAL)).warmup(0).draws(1).chains(1);
    assertThat(run.init(Initial.file(good)).run().draws().draws()).isEqualTo(1);
    assertThat(run.init(Initial.prior()).run().draws().draws()).isEqualTo(1);
    refuses(run, "{\"mu\": 1, \"tau\": -2}", "tau");
    refuses(run, "{\"mu\": 1}", "tau");
    refuses(run, "{\"mu\": 1, \"tau\": 2, \"nu\": 3}", "nu");
    refuses(run, "{\"mu\": [1], \"tau\": 2}", "'mu' has shape []");
  }

  private void refuses(Run run, String json, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.json"), json);
    assertThatThrownBy(() -> run.init(Initial.file(file)).run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("bad.json")
        .hasMessageContaining(message);
  }

  @Test
  void aModelThatIsNowhereFiniteNamesTheSite() {
    Model model =
        m -> {
          var mu = m.sample("mu", Distributions.normal(0, 1));
          m.factor("cliff", Functions.log(mu.times(mu).plus(1).negate()));
        };
    assertThatThrownBy(() -> run(Posteriors.compile("cliff", model)).run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("at its start: no starting position")
        .hasMessageContaining("cliff");
  }

  @Test
  void aModelWithoutParametersGivesItsGeneratedQuantities() {
    Posterior fixed = Posteriors.compile("fixed", m -> m.generate("x", Distributions.normal(0, 1)));
    RunResult result = run(fixed).chains(2).warmup(50).draws(200).run();
    assertThat(result.draws().columnNames()).isEqualTo(List.of("x"));
    assertThat(result.draws().column("x")[1]).hasSize(200).doesNotHaveDuplicates();
    assertThat(result.stopped()).isFalse();
  }
}
