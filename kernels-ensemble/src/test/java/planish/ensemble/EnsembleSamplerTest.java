package planish.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import planish.autodiff.LogDensity;
import planish.autodiff.ParameterLayout;
import planish.kernelcheck.Cdf;
import planish.kernelcheck.KolmogorovSmirnov;
import planish.kernelcheck.PlainDensity;
import planish.kernelcheck.Target;
import planish.kernels.ChainRandom;
import planish.kernels.RunPlan;
import planish.kernels.RunTarget;
import planish.kernels.SamplerProvider;
import planish.kernels.StateReader;
import planish.kernels.WarmupSchedule;
import planish.spi.Options;
import planish.spi.Services;
import planish.spi.UserException;

class EnsembleSamplerTest {
  private static final EnsembleSampler SAMPLER = new EnsembleSampler();
  private static final Options DEFAULTS = Options.defaults(SAMPLER.options());
  private static final Options NONE = Options.defaults(List.of());

  private static RunTarget gaussian() {
    return new RunTarget(
        () -> Target.gaussian(2, 0.9).density().get(),
        ParameterLayout.single("x", 2),
        (chain, density, random) ->
            new double[] {random.nextDouble(-2, 2), random.nextDouble(-2, 2)});
  }

  /** The kernel and mass matrix of a plan are none of this sampler's business. */
  private static RunPlan plan(
      int draws, int thin, int threads, List<Optional<StateReader>> resume, BooleanSupplier stop) {
    return new RunPlan(
        2,
        50,
        draws,
        thin,
        threads,
        ChainRandom.of(7),
        null,
        NONE,
        null,
        NONE,
        WarmupSchedule.stan(),
        resume,
        stop);
  }

  private static Recording run(int draws, int threads) throws InterruptedException {
    Recording recording = new Recording(2);
    List<Optional<StateReader>> afresh = Collections.nCopies(2, Optional.empty());
    SAMPLER.run(gaussian(), plan(draws, 1, threads, afresh, () -> false), DEFAULTS, recording);
    return recording;
  }

  /** Every fiftieth draw, close to independent: four p-values, each below 1e-5 once in 1e5. */
  @Test
  void drawsFromTheTarget() throws InterruptedException {
    Recording recording = new Recording(2);
    List<Optional<StateReader>> afresh = Collections.nCopies(2, Optional.empty());
    SAMPLER.run(gaussian(), plan(1000, 50, 2, afresh, () -> false), DEFAULTS, recording);
    for (List<double[]> draws : recording.draws) {
      assertThat(draws).hasSize(1000);
      assertThat(pValue(draws.stream().map(q -> q[0]))).isGreaterThan(1e-5);
      assertThat(pValue(draws.stream().map(q -> (q[1] - 0.9 * q[0]) / Math.sqrt(0.19))))
          .isGreaterThan(1e-5);
    }
    assertThat(recording.events)
        .allSatisfy(events -> assertThat(events).containsExactly("begin 2", "tuned", "end true"));
  }

  private static double pValue(Stream<Double> normals) {
    return KolmogorovSmirnov.pValue(normals.mapToDouble(Cdf::normal).toArray());
  }

  @Test
  void threadsChangeNothing() throws InterruptedException {
    Recording one = run(100, 1);
    Recording two = run(100, 2);
    for (int chain = 0; chain < 2; chain++) {
      assertThat(one.draws.get(chain).toArray(double[][]::new))
          .isDeepEqualTo(two.draws.get(chain).toArray(double[][]::new));
    }
    assertThat(one.draws.get(0).getLast()).isNotEqualTo(one.draws.get(1).getLast());
  }

  @Test
  void goesOnWithTheSameBitsAfterAStopAnywhere() throws InterruptedException {
    Recording straight = run(60, 1);
    for (int stop : new int[] {1, 49, 50, 51, 90}) {
      AtomicInteger asked = new AtomicInteger();
      Recording first = new Recording(2);
      List<Optional<StateReader>> afresh = Collections.nCopies(2, Optional.empty());
      // Asked once before the chain, then before each of its transitions.
      BooleanSupplier signal = () -> asked.getAndIncrement() > stop;
      SAMPLER.run(gaussian(), plan(60, 1, 1, afresh, signal), DEFAULTS, first);
      assertThat(first.events.get(0)).endsWith("end false");
      Recording second = new Recording(2);
      List<Optional<StateReader>> resume = List.of(Optional.of(first.saved[0]), Optional.empty());
      SAMPLER.run(gaussian(), plan(60, 1, 1, resume, () -> false), DEFAULTS, second);
      List<double[]> together =
          Stream.concat(first.draws.get(0).stream(), second.draws.get(0).stream()).toList();
      assertThat(together.toArray(double[][]::new))
          .as("stopped after %s", stop)
          .isDeepEqualTo(straight.draws.get(0).toArray(double[][]::new));
      assertThat(second.draws.get(1).getLast()).isEqualTo(straight.draws.get(1).getLast());
    }
  }

  /** A given initial position is the same for every walker: they must part all the same. */
  @Test
  void walkersPartFromOnePlace() throws InterruptedException {
    LogDensity.Source half =
        () -> new PlainDensity(1, (q, g) -> q[0] < 0 ? Double.NEGATIVE_INFINITY : -q[0]);
    RunTarget target =
        new RunTarget(
            half, ParameterLayout.single("x", 1), (chain, density, random) -> new double[] {1e-3});
    Recording recording = new Recording(2);
    List<Optional<StateReader>> afresh = Collections.nCopies(2, Optional.empty());
    SAMPLER.run(target, plan(400, 1, 1, afresh, () -> false), DEFAULTS, recording);
    double mean = recording.draws.get(0).stream().mapToDouble(q -> q[0]).average().orElseThrow();
    assertThat(mean).isBetween(0.5, 1.5);
  }

  @Test
  void whatADensityThrowsEndsTheRun() {
    IllegalStateException fault = new IllegalStateException("the model failed");
    RunTarget target =
        new RunTarget(
            () ->
                new PlainDensity(
                    1,
                    (q, g) -> {
                      throw fault;
                    }),
            ParameterLayout.single("x", 1),
            (chain, density, random) -> new double[1]);
    Recording recording = new Recording(2);
    List<Optional<StateReader>> afresh = Collections.nCopies(2, Optional.empty());
    RunPlan plan = plan(10, 1, 1, afresh, () -> false);
    assertThatThrownBy(() -> SAMPLER.run(target, plan, DEFAULTS, recording)).isSameAs(fault);
    assertThat(recording.events.get(0)).containsExactly("begin 2", "end false");
  }

  @Test
  void tooFewWalkersAreRefused() {
    assertThat(EnsembleSampler.walkers(3, 0)).isEqualTo(8);
    assertThat(EnsembleSampler.walkers(30, 0)).isEqualTo(60);
    assertThat(EnsembleSampler.walkers(3, 6)).isEqualTo(6);
    assertThatThrownBy(() -> EnsembleSampler.walkers(3, 5))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("5 walkers")
        .hasMessageContaining("at least 6");
    Walkers walkers = new Walkers(4);
    for (int k = 0; k < 4; k++) {
      walkers.set(k, new double[1], 0);
    }
    planish.kernels.StateTree saved = planish.kernels.StateTree.of(walkers);
    assertThatThrownBy(() -> new Walkers(5).restore(saved))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("4 walkers");
    assertThatThrownBy(
            () -> Options.of("sampler 'ensemble'", SAMPLER.options(), Map.of("stretch", "1")))
        .isInstanceOf(UserException.class);
  }

  /** On the class path the module's own list is not seen: both must say the same. */
  @Test
  void bothListsOfProvidersAgree() throws IOException {
    Module module = EnsembleSampler.class.getModule();
    var provides = module.getDescriptor().provides().iterator().next();
    try (InputStream in = module.getResourceAsStream("META-INF/services/" + provides.service())) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
          .containsExactlyElementsOf(provides.providers());
    }
    assertThat(Services.boot().find(SamplerProvider.class, "sampler").names())
        .containsExactly("ensemble");
  }
}
