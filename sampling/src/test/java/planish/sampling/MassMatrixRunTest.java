package planish.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planish.autodiff.ParameterLayout;
import planish.sampling.csv.Adaptation;
import planish.sampling.csv.StanCsvReader;
import planish.spi.UserException;

/** Forms of mass matrix as a user asks for them, and what becomes of them in files. */
final class MassMatrixRunTest {
  @TempDir private Path folder;

  private static Run run(String massMatrix) {
    return Run.of(EightSchools.rubin())
        .chains(1)
        .warmup(150)
        .draws(20)
        .seed(3)
        .kernel("nuts", Map.of("max-tree-depth", "4,5"))
        .massMatrix(massMatrix);
  }

  private static RunSettings settings(Run run) {
    return run.warmup(0).draws(1).run().settings();
  }

  @Test
  void theTextAfterTheColonIsTheFirstOption() {
    Part expected = new Part("blocks", Map.of("groups", "(mu,tau)"));
    assertThat(settings(run("blocks:(mu,tau)")).massMatrix()).isEqualTo(expected);
    assertThat(
            settings(run("blocks").massMatrix("blocks", Map.of("groups", "(mu,tau)"))).massMatrix())
        .isEqualTo(expected);
    assertThatThrownBy(() -> run("diagonal:(mu)").run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'diagonal:(mu)'")
        .hasMessageContaining("no options");
    assertThatThrownBy(() -> run("").massMatrix("blocks:(mu)", Map.of("groups", "(mu)")).run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("--groups, which was given too");
  }

  /** Before any chain begins or any file is there. */
  @Test
  void anUnknownSiteIsToldBeforeAnythingIsWritten() {
    Path out = folder.resolve("out");
    assertThatThrownBy(() -> run("blocks:(mu,taus)").output(out).run())
        .isExactlyInstanceOf(UserException.class)
        .hasMessageContaining("unknown site 'taus'; did you mean 'tau'?");
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4,21", "0", "4,5,6", "deep"})
  void depthsOutOfRangeAreRefused(String depth) {
    assertThatThrownBy(() -> run("dense").kernel("nuts", Map.of("max-tree-depth", depth)).run())
        .isExactlyInstanceOf(UserException.class)
        .hasMessageContaining("option --max-tree-depth: expected a whole number from 1 to 20")
        .hasMessageContaining("'" + depth + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dense", "blocks:(mu,tau)", "blocks:(theta)(tau)"})
  void theRowsStandInTheFile(String form) {
    RunResult result = run(form).output(folder).run();
    double[][] rows = result.chains().getFirst().tuning().orElseThrow().metric().inverseRows();
    var file = StanCsvReader.read(List.of(result.files().getFirst())).files().getFirst();
    assertThat(file.configuration().find("metric")).contains("dense_e");
    assertThat(file.configuration().integer("max_depth", -1)).isEqualTo(5);
    Adaptation written = file.adaptation().orElseThrow();
    assertThat(written.diagonal()).isFalse();
    assertThat(written.inverseRows()).hasDimensions(rows.length, rows.length);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows.length; j++) {
        assertThat(written.inverseRows()[i][j]).isCloseTo(rows[i][j], withinPercentage(1e-3));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dense", "blocks:(mu,theta)", "blocks:(tau)(theta)"})
  void aRunThatWasStoppedGoesOnWithTheSameBits(String form) throws IOException {
    RunResult whole = run(form).output(folder.resolve("whole")).run();
    for (int after : new int[] {30, 110, 145, 160, 290}) {
      Path parts = folder.resolve("parts" + after);
      AtomicInteger asked = new AtomicInteger();
      run(form).stopWhen(() -> asked.incrementAndGet() > after).output(parts).run();
      RunResult last = Run.of(EightSchools.rubin()).resume(parts).run();
      assertThat(RunTest.bits(last.draws())).isDeepEqualTo(RunTest.bits(whole.draws()));
      assertThat(ResumeTest.lines(parts, 1))
          .isEqualTo(ResumeTest.lines(folder.resolve("whole"), 1));
    }
  }

  @Test
  void fewDrawsForTheDimensionAreToldOnce() {
    Run wide =
        Run.of(Densities.normal(60), ParameterLayout.single("x", 60)).draws(2).chains(3).seed(1);
    assertThat(wide.massMatrix("dense").run().warnings())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.kind()).isEqualTo(RunWarning.Kind.MASS_MATRIX);
          assertThat(warning.message()).contains("60 coordinates", "500 draws", "Warm up longer");
        });
    assertThat(wide.massMatrix("diagonal").run().warnings()).isEmpty();
    assertThat(wide.warmup(2000).massMatrix("dense").run().warnings()).isEmpty();
  }
}
