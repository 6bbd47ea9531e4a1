package planish.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import planish.diagnostics.Draws;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.sampling.Run;

/**
 * Regressions with flat priors against posteriordb's reference draws, by the tolerances that come
 * with them: with all 17 there are 111 quantities and 444 comparisons at four standard errors, so a
 * right sampler is rejected somewhere with probability 2.8 %; of the three short ones 0.4 %.
 */
class ReferenceRegressionsTest {
  static final List<String> ALL = ReferenceRegressions.NAMES;

  @ParameterizedTest
  @FieldSource("ALL")
  void densitiesDifferAsStansDo(String name) throws IOException {
    Path folder = ReferencePosteriors.folder();
    Posterior posterior = posterior(folder, name);
    String all = Files.readString(folder.resolve("checks.json"));
    String check = all.substring(all.indexOf('"' + name + '"'));
    ReferenceData whole = new ReferenceData(check);
    double difference = density(posterior, check, "B") - density(posterior, check, "A");
    assertThat(difference)
        .isCloseTo(whole.column("log_density_B_minus_A")[0], within(whole.column("tolerance")[0]));
  }

  /** Without the Jacobian of sigma = exp(u), as the pack has it. */
  private static double density(Posterior posterior, String check, String point) {
    int start = check.indexOf('"' + point + '"');
    ReferenceData values = new ReferenceData(check.substring(start, check.indexOf('}', start)));
    double[] sigma = values.column("sigma");
    double[] position =
        posterior.unconstrain(Map.of("beta", values.column("beta"), "sigma", sigma));
    return posterior.density().open().value(position) - Math.log(sigma[0]);
  }

  private static Posterior posterior(Path folder, String name) throws IOException {
    return Posteriors.compile(name, ReferenceRegressions.read(folder, name).model());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kidiq_with_mom_work-kidscore_interaction_c",
        "kidiq_with_mom_work-kidscore_mom_work",
        "mesquite-logmesquite_logva"
      })
  void shortRunsAgreeWithTheReferenceDraws(String name) throws IOException {
    compare(name, 1000);
  }

  @Tag("long")
  @ParameterizedTest
  @FieldSource("ALL")
  void allAgreeWithTheReferenceDraws(String name) throws IOException {
    compare(name, 4000);
  }

  private static void compare(String name, int count) throws IOException {
    Path folder = ReferencePosteriors.folder();
    ReferenceSummary reference = ReferenceSummary.read(folder, name);
    Draws draws =
        Run.of(posterior(folder, name)).warmup(1000).draws(count).seed(20261122).run().draws();
    assertThat(Arrays.stream(draws.statistic("divergent__")).flatMapToDouble(Arrays::stream).sum())
        .isZero();
    for (String quantity : reference.names()) {
      Estimates.of(draws, quantity)
          .areHealthy()
          .haveMean(reference.value("mean", quantity), reference.value("mcse_mean", quantity))
          .haveSd(reference.value("sd", quantity), reference.value("mcse_sd", quantity))
          .haveQuantile(0.05, reference.value("q5", quantity), reference.value("mcse_q5", quantity))
          .haveQuantile(
              0.95, reference.value("q95", quantity), reference.value("mcse_q95", quantity));
    }
    ReferencePosteriors.compared(name);
  }
}
