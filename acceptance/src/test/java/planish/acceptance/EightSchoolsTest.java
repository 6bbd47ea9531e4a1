package planish.acceptance;

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
 * Eight schools, non-centred: four comparisons at four standard errors, so a right sampler is
 * rejected with probability 0.03 %.
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

  /** The two best known numbers, with the errors that posteriordb gives them, without its files. */
  @Test
  void agreesWithThePublishedMeans() {
    Draws draws = draws(1000, 1000);
    Estimates.of(draws, "mu").areHealthy().haveMean(4.4105, 0.0330).haveSd(3.3093, 0.0238);
    Estimates.of(draws, "tau").areHealthy().haveMean(3.6021, 0.0319).haveSd(3.1985, 0.0455);
  }
}
