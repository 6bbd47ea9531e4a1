package planish.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import planish.diagnostics.Draws;
import planish.model.Posteriors;
import planish.sampling.Run;

/**
 * A posterior of posteriordb sampled and judged by the tolerances that come with it.
 *
 * @param name data, a hyphen, model
 * @param draws of each of four chains
 */
record ReferenceRun(String name, int draws) {
  private static final long SEED = 20261122;

  void compare() throws IOException {
    Path folder = ReferencePosteriors.folder();
    judge(sample(folder), ReferenceSummary.read(folder, name));
    ReferencePosteriors.drawsCompared(name);
  }

  private Draws sample(Path folder) {
    return Run.of(Posteriors.compile(name, ReferenceModels.read(folder, name)))
        .kernel("nuts", settings())
        .warmup(1000)
        .draws(draws)
        .seed(SEED)
        .run()
        .draws();
  }

  /** Smaller steps and deeper trees where the reference runs had them, within what is needed. */
  private Map<String, String> settings() {
    return switch (name) {
      case "eight_schools-eight_schools_noncentered" -> Map.of("target-accept", "0.95");
      case "gp_pois_regr-gp_pois_regr", "hudson_lynx_hare-lotka_volterra" ->
          Map.of("target-accept", "0.99");
      case "diamonds-diamonds" -> Map.of("target-accept", "0.99", "max-tree-depth", "15");
      case "bball_drive_event_0-hmm_drive_0" ->
          Map.of("target-accept", "0.9", "max-tree-depth", "15");
      case "kilpisjarvi_mod-kilpisjarvi", "earnings-logearn_logheight_male" ->
          Map.of("max-tree-depth", "15");
      default -> Map.of();
    };
  }

  private static void judge(Draws draws, ReferenceSummary reference) {
    assertThat(Arrays.stream(draws.statistic("divergent__")).flatMapToDouble(Arrays::stream).sum())
        .as("divergences")
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
  }
}
