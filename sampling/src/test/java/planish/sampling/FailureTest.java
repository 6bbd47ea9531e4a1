package planish.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import planish.autodiff.LogDensity;
import planish.autodiff.ParameterLayout;
import planish.sampling.csv.StanCsvReader;
import planish.spi.UserException;

final class FailureTest {
  @TempDir Path folder;

  /** The second density that is opened throws once it was evaluated that often. */
  private static Run failing(int evaluations) {
    AtomicInteger opened = new AtomicInteger();
    LogDensity.Source source =
        () -> {
          boolean bad = opened.incrementAndGet() == 2;
          AtomicInteger count = new AtomicInteger();
          return Densities.with(
                  1,
                  q -> {
                    if (bad && count.incrementAndGet() > evaluations) {
                      throw new IllegalStateException("out of cheese");
                    }
                    return -0.5 * q * q;
                  })
              .open();
        };
    return Run.of(source, ParameterLayout.single("x", 1)).threads(1).warmup(50).draws(500).seed(1);
  }

  @Test
  void anErrorInOneChainNamesItAndStopsTheOthers() {
    RunFailure failure = catchThrowableOfType(RunFailure.class, () -> failing(400).run());
    assertThat(failure)
        .hasMessageContaining("chain 2, transition ")
        .hasMessageContaining("after the warm-up: kernel 'nuts' (")
        .hasMessageContaining("out of cheese")
        .hasMessageContaining("FailureTest");
    RunResult partial = failure.partial();
    assertThat(partial.stopped()).isTrue();
    assertThat(partial.chains().get(0).draws()).isEqualTo(500);
    assertThat(partial.chains().get(1).draws()).isBetween(1, 499);
    assertThat(partial.chains().get(2).draws()).isZero();
    assertThat(partial.draws().chains()).isEqualTo(2);
  }

  @Test
  void otherThreadsStopAtTheirNextDraw() {
    RunFailure failure =
        catchThrowableOfType(RunFailure.class, () -> failing(400).threads(2).draws(100_000).run());
    assertThat(failure.partial().chains()).noneMatch(ChainResult::complete);
  }

  @Test
  void whatWasWrittenIsKept() throws IOException {
    // The density is opened once more for the side files, before the chains' own.
    RunFailure failure =
        catchThrowableOfType(RunFailure.class, () -> failing(400).output(folder, "bad").run());
    assertThat(failure).hasMessageContaining("chain 1");
    Path csv = folder.resolve("bad_1.csv");
    int draws = StanCsvReader.read(java.util.List.of(csv)).draws().draws();
    assertThat(draws).isEqualTo(failure.partial().chains().getFirst().draws()).isPositive();
    assertThat(Files.readString(csv)).contains("seconds (Total)");
  }

  @Test
  void anErrorAtTheStartNamesTheChainAndNoKernel() {
    Run nowhere =
        Run.of(Densities.with(1, q -> Double.NaN), ParameterLayout.single("x", 1)).threads(1);
    assertThatThrownBy(nowhere::run)
        .isInstanceOf(UserException.class)
        .hasMessageContaining("chain 1, at its start: no starting position")
        .hasMessageNotContaining("nuts");
  }

  @Test
  void errorsOfTheJvmAreToldToo() {
    LogDensity.Source broken =
        Densities.with(
            1,
            q -> {
              throw new NoSuchMethodError("lib.Missing.call()");
            });
    assertThatThrownBy(() -> Run.of(broken, ParameterLayout.single("x", 1)).run())
        .isInstanceOf(RunFailure.class)
        .hasMessageContaining("NoSuchMethodError: lib.Missing.call()");
  }

  @Test
  void aLayoutOfAnotherSizeIsRefused() {
    Run run = Run.of(Densities.normal(2), ParameterLayout.single("x", 3));
    assertThatThrownBy(run::run)
        .hasMessageContaining("the density has 2 coordinates, but its layout has 3");
  }
}
