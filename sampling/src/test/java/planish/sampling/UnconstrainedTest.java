package planish.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import planish.autodiff.LogDensity;
import planish.autodiff.ParameterLayout;
import planish.diagnostics.Findings;
import planish.diagnostics.Summary;
import planish.diagnostics.UnconstrainedDraws;

/** Draws come with their positions and gradients, so that the spread is held against the slope. */
final class UnconstrainedTest {
  @TempDir Path folder;

  @Test
  void positionsComeWithTheGradientsThere() {
    RunResult result =
        Run.of(EightSchools.rubin()).chains(2).warmup(50).draws(20).thin(2).seed(3).run();
    UnconstrainedDraws draws = result.draws().unconstrained();
    assertThat(draws.names()).hasSize(10);
    assertThat(draws.draws()).isEqualTo(20);
    LogDensity density = EightSchools.rubin().density().open();
    double[] gradient = new double[10];
    for (int i = 0; i < 20; i++) {
      density.valueAndGradient(draws.positions()[1][i], gradient);
      assertThat(draws.gradients()[1][i]).containsExactly(gradient);
    }
  }

  @Test
  void aRunThatGoesOnHasThoseOfItsLastSession() {
    Run run = Run.of(EightSchools.rubin()).chains(2).warmup(50).draws(10).seed(3);
    run.output(folder).run();
    RunResult more = Run.of(EightSchools.rubin()).resume(folder).draws(25).run();
    assertThat(more.draws().draws()).isEqualTo(25);
    assertThat(more.draws().unconstrained().draws()).isEqualTo(15);
  }

  /** The log density is that of sd 1/2, the gradient that of sd 1: the mean is about 1/4, not 1. */
  @Test
  void aGradientThatIsNotTheDensitysIsTold() {
    RunResult result =
        Run.of(Densities.with(2, q -> -2 * q * q), ParameterLayout.single("x", 2))
            .warmup(300)
            .draws(500)
            .seed(1)
            .run();
    Findings findings = Findings.of(result.draws(), Summary.of(result.draws()));
    Optional<String> warning =
        findings.list().stream()
            .filter(finding -> finding.check().equals("gradients"))
            .map(finding -> finding.text())
            .findFirst();
    assertThat(warning).isPresent();
    assertThat(warning.get()).contains("± ", "along the direction of the largest spread (mostly x");
  }
}
