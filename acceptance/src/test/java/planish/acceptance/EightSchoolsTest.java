package planish.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import planish.diagnostics.Draws;
import planish.examples.EightSchoolsNoncentered;
import planish.model.Model;
import planish.model.Posteriors;
import planish.sampling.Run;
import planish.spi.Options;

/**
 * Eight schools, non-centred, against posteriordb's reference draws, by the tolerances that come
 * with them: 40 comparisons at four standard errors, so a right sampler is rejected with
 * probability 0.25 %.
 */
class EightSchoolsTest {
  private static Draws draws(int warmup, int draws) {
    Model model =
        new EightSchoolsNoncentered()
            .create(Options.defaults(java.util.List.of()), Optional.empty());
    return Run.of(Posteriors.compile("eight-schools-noncentered", model))
        .kernel("nuts", Map.of("target-accept", "0.95"))
        .warmup(warmup)
        .draws(draws)
        .seed(20261122)
        .run()
        .draws();
  }

  @Test
  void agreesWithTheReferenceDraws() throws IOException {
    ReferenceSummary reference =
        ReferenceSummary.read(
            ReferencePosteriors.folder(), "eight_schools-eight_schools_noncentered");
    Draws draws = draws(1000, 4000);
    assertThat(Arrays.stream(draws.statistic("divergent__")).flatMapToDouble(Arrays::stream).sum())
        .isZero();
    for (String name : reference.names()) {
      Estimates.of(draws, name)
          .areHealthy()
          .haveMean(reference.value("mean", name), reference.value("mcse_mean", name))
          .haveSd(reference.value("sd", name), reference.value("mcse_sd", name))
          .haveQuantile(0.05, reference.value("q5", name), reference.value("mcse_q5", name))
          .haveQuantile(0.95, reference.value("q95", name), reference.value("mcse_q95", name));
    }
    ReferencePosteriors.compared("eight_schools-eight_schools_noncentered");
  }

  /** The two best known numbers, with the errors that posteriordb gives them, without its files. */
  @Test
  void agreesWithThePublishedMeans() {
    Draws draws = draws(1000, 1000);
    Estimates.of(draws, "mu").areHealthy().haveMean(4.4105, 0.0330).haveSd(3.3093, 0.0238);
    Estimates.of(draws, "tau").areHealthy().haveMean(3.6021, 0.0319).haveSd(3.1985, 0.0455);
  }
}
