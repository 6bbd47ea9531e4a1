package planish.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import planish.autodiff.ParameterLayout;
import planish.spi.Services;
import planish.spi.UserException;

/** A third party's way to run: all chains in step, on one thread, without kernel and tuning. */
final class PluginSamplerTest {
  private static final String MODULE =
      """
      module stepper {
        requires planish.kernels;
        provides planish.kernels.SamplerProvider with stepper.Stepper;
      }
      """;
  private static final String STEPPER =
"""
      package stepper;

      import java.util.EnumMap;
import java.util.List;
      import planish.autodiff.LogDensity;
      import planish.kernels.*;
      import planish.spi.*;

      public final class Stepper implements SamplerProvider {
        public Stepper() {}
        public String name() { return "in-step"; }
        public String summary() { return "independent normals, all chains in step"; }
        public int spiVersion() { return 1; }
        public List<OptionSpec> options() {
          return List.of(OptionSpec.integer("fail-at", 0, 0, 1000, "throws in that step"));
        }
        public void run(RunTarget target, RunPlan plan, Options options, DrawSink sink) {
          LogDensity density = target.density().open();
          ChainRandom random = plan.root().split(0);
          long begun = 0;
          if (plan.resume().getFirst().isPresent()) {
            StateReader saved = plan.resume().getFirst().get();
            random.restore(saved.child("random"));
            begun = saved.longs("made")[0];
          }
          for (int c = 0; c < plan.chains(); c++) {
            sink.begin(c, List.of());
          }
          long made = begun;
          while (made < plan.draws() && !plan.stop().getAsBoolean()) {
            made++;
            if (made == options.integer("fail-at")) {
              throw new IllegalStateException("out of step");
            }
            for (int c = 0; c < plan.chains(); c++) {
              double[] q = new double[target.layout().dimension()];
              for (int i = 0; i < q.length; i++) {
                q[i] = random.nextGaussian();
              }
              ChainState state = ChainState.of(q, density.value(q), new double[0]);
              Transition transition = new Transition(state, 1, false, new double[0]);
              sink.transition(c, Phase.SAMPLING, made, true, null, transition);
            }
            checkpoint(plan, sink, random, made);
          }
          checkpoint(plan, sink, random, made);
          for (int c = 0; c < plan.chains(); c++) {
            sink.end(c, made >= plan.draws());
          }
        }
        private static void checkpoint(RunPlan plan, DrawSink sink, ChainRandom random, long made) {
          for (int c = 0; c < plan.chains(); c++) {
            sink.checkpoint(c, out -> {
              out.putLongs("made", made);
              random.save(out.child("random"));
            });
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
            home, Map.of("module-info.java", MODULE, "stepper/Stepper.java", STEPPER));
    services =
        Services.boot().with(List.of(Plugins.load("step.jar", new Path[] {classes}, "stepper")));
  }

  private static Run again() {
    return Run.of(Densities.normal(2), ParameterLayout.single("x", 2)).services(services);
  }

  private static Run run(String failAt) {
    return again()
        .sampler("in-step", Map.of("fail-at", failAt))
        .chains(3)
        .warmup(0)
        .draws(100)
        .seed(1);
  }

  @Test
  void itGoesOnWithTheSameBits() {
    RunResult whole = run("0").run();
    assertThat(whole.draws().statisticNames()).containsExactly("lp__", "accept_stat__");
    assertThat(whole.chains()).allSatisfy(chain -> assertThat(chain.tuning()).isEmpty());
    AtomicInteger asked = new AtomicInteger();
    assertThat(run("0").output(folder).stopWhen(() -> asked.incrementAndGet() > 150).run())
        .satisfies(result -> assertThat(result.stopped()).isTrue());
    RunResult last = again().resume(folder).run();
    assertThat(RunTest.bits(last.draws())).isDeepEqualTo(RunTest.bits(whole.draws()));
  }

  @Test
  void aSamplerIsRunWithoutTheKernelThatNobodyAskedFor() {
    Map<Setting, Object> values = new EnumMap<>(Setting.class);
    values.put(Setting.SAMPLER, Part.named("in-step"));
    values.put(Setting.KERNEL, Part.named("absent"));
    values.put(Setting.MASS_MATRIX, Part.named("absent"));
    Parts parts = Parts.find(services, values, Map.of());
    assertThat(parts.kernel()).isEmpty();
    assertThat(parts.massMatrix().part().name()).isEqualTo("none");
    assertThatThrownBy(
            () -> Parts.find(services, values, Map.of(Setting.KERNEL, Part.named("absent"))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("absent");
  }

  @Test
  void aKernelOrMassMatrixThatItWouldIgnoreIsRefused() {
    assertThatThrownBy(() -> run("0").kernel("chains").run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("sampler 'in-step' uses no kernel");
    assertThatThrownBy(() -> run("0").massMatrix("diagonal").run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("this sampler uses none");
  }

  @Test
  void itIsNamedWithItsSourceWhenItFailsAndNothingIsLost() {
    assertThatThrownBy(() -> run("40").output(folder).run())
        .isInstanceOf(RunFailure.class)
        .hasMessageContaining("sampler 'in-step' (plugin step.jar (module stepper))")
        .hasMessageContaining("out of step")
        .satisfies(
            failure -> assertThat(((RunFailure) failure).partial().draws().draws()).isEqualTo(39));
    assertThat(folder.resolve("density_1.csv")).isNotEmptyFile();
  }
}
