package planish.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import planish.spi.Services;
import planish.spi.UserException;

/** A third party's kernel: random-walk Metropolis whose width depends on how often it has moved. */
final class PluginKernelTest {
  private static final String MODULE =
      """
      module stranger {
        requires planish.kernels;
        provides planish.kernels.KernelProvider with stranger.Walk;
      }
      """;
  private static final String WALK =
      """
      package stranger;

      import java.util.List;
      import java.util.Map;
      import java.util.OptionalDouble;
      import java.util.random.RandomGenerator;
      import planish.autodiff.LogDensity;
      import planish.kernels.*;
      import planish.spi.*;

      public final class Walk implements KernelProvider {
        public Walk() {}
        public String name() { return "walk"; }
        public String summary() { return "random-walk Metropolis"; }
        public int spiVersion() { return 1; }
        public List<OptionSpec> options() {
          return List.of(
              OptionSpec.integer("fail-at", 0, 0, 1000, "throws in that step"),
              OptionSpec.integer("numbers", 1, 0, 5, "statistics it gives"),
              OptionSpec.choice("mistake", "none", List.of("none", "null", "rate", "size"), "what it does wrong"));
        }
        public KernelSpec spec(Options options) {
          return new KernelSpec(
              OptionalDouble.empty(), false, List.of(StatisticColumn.integer("moved__")));
        }
        public Kernel create(KernelContext context) { return new Step(context); }

        private static final class Step implements Kernel {
          private final KernelContext context;
          private int steps;
          Step(KernelContext context) { this.context = context; }
          public ChainState start(double[] position, RandomGenerator random) {
            double[] copy = position.clone();
            return state(copy, context.density().value(copy), 0, random.nextDouble());
          }
          private static ChainState state(double[] q, double value, double moves, double width) {
            return new ChainState(
                q, value, new double[0], Map.of("moves", new double[] {moves, width}));
          }
          public Transition step(
              RandomGenerator random, ChainState state, Tuning tuning, Phase phase) {
            double[] memory = state.extras().get("moves");
            if (phase == Phase.SAMPLING && ++steps == context.options().integer("fail-at")) {
              throw new IllegalStateException("the walker fell");
            }
            double[] q = state.position().clone();
            for (int i = 0; i < q.length; i++) {
              q[i] += (0.1 + memory[1] / (1 + memory[0] % 5)) * random.nextGaussian();
            }
            LogDensity density = context.density();
            double value = density.value(q);
            boolean moves = Math.log(random.nextDouble()) < value - state.logDensity();
            ChainState next =
                moves ? state(q, value, memory[0] + 1, memory[1]) : state;
            double[] statistics = new double[(int) context.options().integer("numbers")];
            java.util.Arrays.fill(statistics, moves ? 1 : 0);
            return switch (context.options().text("mistake")) {
              case "null" -> null;
              case "rate" -> new Transition(next, Double.NaN, false, statistics);
              case "size" ->
                  new Transition(state(new double[3], 0, 0, 0), 1, false, statistics);
              default -> new Transition(next, moves ? 1 : 0, false, statistics);
            };
          }
        }
      }
      """;

  @TempDir static Path home;
  private static Services services;

  @TempDir Path folder;

  @BeforeAll
  static void compile() throws IOException {
    Path classes =
        CompiledModule.compile(
            home, Map.of("module-info.java", MODULE, "stranger/Walk.java", WALK));
    services =
        Services.boot().with(List.of(Plugins.load("walk.jar", new Path[] {classes}, "stranger")));
  }

  private static Run walk(String... options) {
    Map<String, String> map = options.length == 0 ? Map.of() : Map.of(options[0], options[1]);
    return again().kernel("walk", map).chains(2).threads(1).warmup(30).draws(70).seed(4);
  }

  private static Run again() {
    return Run.of(EightSchools.rubin()).services(services);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 33, 60, 111, 222, 333})
  void itIsResumedWithTheSameBits(int after) throws IOException {
    Path whole = folder.resolve("whole");
    Path parts = folder.resolve("parts");
    walk().output(whole).run();
    AtomicInteger asked = new AtomicInteger();
    walk().output(parts).stopWhen(() -> asked.incrementAndGet() > after).run();
    RunResult last = again().resume(parts).run();
    assertThat(last.settings().kernel().name()).isEqualTo("walk");
    assertThat(ResumeTest.lines(parts, 1)).isEqualTo(ResumeTest.lines(whole, 1));
    assertThat(ResumeTest.lines(parts, 2)).isEqualTo(ResumeTest.lines(whole, 2));
    assertThat(last.draws().statistic("moved__")[0]).contains(1.0).contains(0.0);
  }

  @Test
  void itIsNamedWithItsSourceWhenItFails() {
    assertThatThrownBy(() -> walk("fail-at", "20").run())
        .isInstanceOf(RunFailure.class)
        .hasMessageContaining("chain 1, transition 20 after the warm-up")
        .hasMessageContaining("kernel 'walk' (plugin walk.jar (module stranger))")
        .hasMessageContaining("the walker fell");
  }

  @Test
  void theNumberOfItsStatisticsIsChecked() {
    assertThatThrownBy(() -> walk("numbers", "2").run())
        .isInstanceOf(RunFailure.class)
        .hasMessageContaining("declares 1 statistic columns, but a transition has 2");
  }

  @ParameterizedTest
  @CsvSource({
    "null, a step of the kernel gave null",
    "rate, but the kernel gave NaN",
    "size, 'the density has 10 coordinates, but the kernel gave a state with 3'"
  })
  void whatItGivesIsChecked(String mistake, String said) {
    assertThatThrownBy(() -> walk("mistake", mistake).run())
        .isInstanceOf(RunFailure.class)
        .hasMessageContaining("kernel 'walk' (plugin walk.jar (module stranger))")
        .hasMessageContaining(said);
  }

  @Test
  void aMassMatrixThatItWouldIgnoreIsRefused() {
    assertThatThrownBy(() -> walk().massMatrix("diagonal").run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("kernel 'walk' uses none");
  }

  @Test
  void itIsListedWhereANameIsUnknown() {
    assertThatThrownBy(() -> walk().kernel("wald").run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("walk");
  }
}
