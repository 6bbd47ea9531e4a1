package planish.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import planish.autodiff.LogDensity;
import planish.autodiff.ParameterLayout;
import planish.diagnostics.Draws;
import planish.sampling.ChainProgress.Stage;
import planish.spi.UserException;

final class RunTest {
  private static Run small() {
    return Run.of(EightSchools.rubin()).chains(3).warmup(60).draws(40).seed(7);
  }

  static double[][][] bits(Draws draws) {
    int values = draws.columnNames().size();
    double[][][] all = new double[values + draws.statisticNames().size()][][];
    for (int k = 0; k < values; k++) {
      all[k] = draws.column(k);
    }
    for (int k = values; k < all.length; k++) {
      all[k] = draws.statistic(draws.statisticNames().get(k - values));
    }
    return all;
  }

  @Test
  void theDefaultsAreStans() {
    RunResult result = Run.of(EightSchools.rubin()).draws(1).warmup(0).run();
    RunSettings settings = result.settings();
    assertThat(settings.chains()).isEqualTo(4);
    assertThat(settings.thin()).isEqualTo(1);
    assertThat(settings.kernel().name()).isEqualTo("nuts");
    assertThat(settings.massMatrix().name()).isEqualTo("diagonal");
    assertThat(settings.sampler().name()).isEqualTo("chains");
    assertThat(settings.initial()).isEqualTo(Initial.uniform(2));
    assertThat(settings.seed()).isBetween(1L, 999_999_999L);
    assertThat(Setting.WARMUP.defaultValue()).isEqualTo(1000);
    assertThat(Setting.DRAWS.defaultValue()).isEqualTo(1000);
  }

  @Test
  void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads() {
    double[][][] one = bits(small().threads(1).run().draws());
    assertThat(bits(small().threads(2).run().draws())).isDeepEqualTo(one);
    assertThat(bits(small().threads(5).run().draws())).isDeepEqualTo(one);
    assertThat(bits(small().seed(8).run().draws())[0]).isNotEqualTo(one[0]);
  }

  @Test
  void chainsDifferFromEachOther() {
    double[][] mu = small().run().draws().column("mu");
    assertThat(mu[0]).isNotEqualTo(mu[1]);
    assertThat(mu[1]).isNotEqualTo(mu[2]);
  }

  @Test
  void thinningKeepsEverySecondDraw() {
    double[][] all = small().draws(40).run().draws().column("mu");
    double[][] thinned = small().draws(20).thin(2).run().draws().column("mu");
    for (int k = 0; k < 20; k++) {
      assertThat(thinned[1][k]).isEqualTo(all[1][2 * k + 1]);
    }
  }

  @Test
  void drawsAreNamedAndComeWithTheSamplersStatistics() {
    Draws draws = small().run().draws();
    assertThat(draws.columnNames()).startsWith("mu", "tau", "theta[1]").endsWith("noise[2,3]");
    assertThat(draws.statisticNames())
        .containsExactly(
            "lp__",
            "accept_stat__",
            "stepsize__",
            "treedepth__",
            "n_leapfrog__",
            "divergent__",
            "energy__");
    assertThat(draws.chains()).isEqualTo(3);
    assertThat(draws.draws()).isEqualTo(40);
    assertThat(draws.column("noise[1,1]")[0]).doesNotHaveDuplicates();
  }

  @Test
  void theResultTellsOfTheTuning() {
    RunResult result = small().run();
    assertThat(result.stopped()).isFalse();
    assertThat(result.files()).isEmpty();
    assertThat(result.chains())
        .allSatisfy(chain -> {
          assertThat(chain.complete()).isTrue();
          assertThat(chain.draws()).isEqualTo(40);
          assertThat(chain.tuning().orElseThrow().stepSize()).isBetween(0.01, 3.0);
          assertThat(chain.warmup()).isPositive();
          assertThat(chain.sampling()).isPositive();
        });
  }

  @Test
  void anUnknownPartIsAnErrorThatListsThoseThatExist() {
    assertThatThrownBy(() -> small().kernel("nutz").run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("nutz")
        .hasMessageContaining("nuts");
    assertThatThrownBy(() -> small().massMatrix("round").run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("diagonal");
    assertThatThrownBy(() -> small().sampler("chain").run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("chains");
    assertThatThrownBy(() -> small().kernel("nuts", Map.of("max-tree-dept", "3")).run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("max-tree-depth");
  }

  @Test
  void countsOutOfRangeAreRefusedAtOnce() {
    assertThatThrownBy(() -> small().chains(0)).hasMessageContaining("chains: expected");
    assertThatThrownBy(() -> small().warmup(-1)).hasMessageContaining("at least 0, but got -1");
    assertThatThrownBy(() -> small().thin(0)).isInstanceOf(UserException.class);
    assertThatThrownBy(() -> small().threads(0)).isInstanceOf(UserException.class);
    assertThatThrownBy(() -> small().saveWarmup(true).run()).hasMessageContaining("output folder");
  }

  @Test
  void withoutDrawsThereIsAnEmptyResult() {
    Draws draws = small().draws(0).run().draws();
    assertThat(draws.draws()).isZero();
    assertThat(draws.chains()).isEqualTo(3);
    assertThat(small().warmup(0).draws(0).run().warnings()).isEmpty();
  }

  @Test
  void longChainsAreKeptWhole() {
    Draws draws =
        Run.of(Densities.normal(1), ParameterLayout.single("x", 1))
            .chains(1)
            .warmup(50)
            .draws(5000)
            .seed(1)
            .run()
            .draws();
    assertThat(draws.column("x[1]")[0]).hasSize(5000).doesNotContain(0);
  }

  @Test
  void theListenerHearsTheBeginningAndTheEnd() {
    List<RunProgress> heard = new CopyOnWriteArrayList<>();
    small().listener(heard::add).run();
    assertThat(heard.size()).isGreaterThanOrEqualTo(2);
    RunProgress last = heard.getLast();
    assertThat(last.total()).isEqualTo(300);
    assertThat(last.done()).isEqualTo(300);
    assertThat(last.left()).isZero();
    assertThat(last.chains())
        .allSatisfy(chain -> assertThat(chain.stage()).isEqualTo(Stage.COMPLETE));
  }

  @Test
  void aListenerThatFailsDoesNotTouchTheRun() {
    AtomicInteger calls = new AtomicInteger();
    RunListener failing =
        progress -> {
          calls.incrementAndGet();
          throw new IllegalStateException("listener");
        };
    assertThat(small().listener(failing).run().stopped()).isFalse();
    assertThat(calls).hasValue(1);
  }

  @Test
  void aStopEndsAllChainsAtTheirNextDraw() {
    AtomicInteger asked = new AtomicInteger();
    RunResult result = small().threads(1).stopWhen(() -> asked.incrementAndGet() > 85).run();
    assertThat(result.stopped()).isTrue();
    assertThat(result.chains().getFirst().draws()).isBetween(1, 39);
    assertThat(result.chains().getLast().draws()).isZero();
    assertThat(result.warnings())
        .anySatisfy(warning -> {
          assertThat(warning.kind()).isEqualTo(RunWarning.Kind.STOPPED);
          assertThat(warning.message()).contains("of 120 draws");
        });
    assertThat(result.draws().column("mu")[0]).hasSize(result.chains().getFirst().draws());
  }

  @Test
  void chainsThatWaitedWhenTheRunWasStoppedWaitNoMore() {
    List<RunProgress> heard = new CopyOnWriteArrayList<>();
    AtomicInteger asked = new AtomicInteger();
    small().threads(1).listener(heard::add).stopWhen(() -> asked.incrementAndGet() > 85).run();

    RunProgress last = heard.getLast();
    assertThat(last.chains()).allMatch(chain -> chain.stage() == Stage.STOPPED);
    assertThat(last.isRunning()).isFalse();
    assertThat(last.left()).isZero();
  }

  @Test
  void anInterruptIsAStop() {
    Thread.currentThread().interrupt();
    RunResult result = small().draws(1_000_000).run();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.stopped()).isTrue();
  }

  @Test
  void aDensityWithoutAModelCanBeRun() {
    Draws draws =
        Run.of(Densities.normal(3), ParameterLayout.single("x", 3)).chains(1).seed(1).run().draws();
    assertThat(draws.columnNames()).containsExactly("x[1]", "x[2]", "x[3]");
    // 1,000 nearly independent draws: the mean's error is about 0.03, 5 of which are 0.16
    // (false-alarm rate below 1e-6).
    assertThat(java.util.Arrays.stream(draws.column("x[2]")[0]).average().orElseThrow())
        .isBetween(-0.16, 0.16);
  }

  @Test
  void divergencesAndFailedEvaluationsAreToldOnceWithTheirCount() {
    LogDensity.Source narrow = Densities.with(1, q -> q < 0.5 ? -0.5 * q * q : Double.NaN);
    RunResult result =
        Run.of(narrow, ParameterLayout.single("x", 1))
            .chains(2)
            .warmup(100)
            .draws(100)
            .init(Initial.values(Map.of("x", new double[] {0})))
            .seed(3)
            .run();
    assertThat(result.warnings())
        .extracting(RunWarning::kind)
        .containsExactly(RunWarning.Kind.DIVERGENCES, RunWarning.Kind.NUMERICAL_FAILURE);
    long divergences = result.chains().stream().mapToLong(ChainResult::divergences).sum();
    assertThat(result.warnings().getFirst().count()).isEqualTo(divergences);
    assertThat(result.warnings().getLast().message()).contains("the log density was NaN");
  }
}
