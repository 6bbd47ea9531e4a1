package planish.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import planish.autodiff.LogDensity;
import planish.kernels.ChainRandom;
import planish.kernels.ChainState;
import planish.kernels.Kernel;
import planish.kernels.KernelContext;
import planish.kernels.Phase;
import planish.kernels.Transition;
import planish.kernels.Tuning;
import planish.nuts.NutsProvider;
import planish.spi.Options;

/**
 * Transitions of the No-U-Turn sampler with a diagonal mass matrix; the leapfrog steps in them are
 * counted, so that their rate tells what one costs, tree and all.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class LeapfrogBenchmark {
  /** The model. */
  @Param public Subject subject;

  private Kernel kernel;
  private Tuning tuning;
  private ChainRandom random;
  private ChainState state;
  private int leapfrogColumn;

  /** The leapfrog steps of one iteration. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counter {
    /** How many there were. */
    public long leapfrogs;

    /** Begins anew. */
    @Setup(Level.Iteration)
    public void clear() {
      leapfrogs = 0;
    }
  }

  /** Warms a chain up. */
  @Setup
  public void setUp() {
    TunedChain chain = TunedChain.of(subject);
    NutsProvider nuts = new NutsProvider();
    Options options = Options.of("nuts", nuts.options(), TunedChain.KERNEL);
    LogDensity density = chain.posterior().density().open();
    kernel = nuts.create(new KernelContext(density, chain.posterior().layout(), options));
    leapfrogColumn =
        nuts.spec(options).columns().stream()
            .map(column -> column.name())
            .toList()
            .indexOf("n_leapfrog__");
    tuning = chain.tuning();
    random = ChainRandom.of(1);
    state = kernel.start(chain.positions()[0], random);
  }

  /** {@return the outcome of one transition} */
  @Benchmark
  public Transition transition(Counter counter) {
    Transition transition = kernel.step(random, state, tuning, Phase.SAMPLING);
    state = transition.state();
    counter.leapfrogs += (long) transition.statistics()[leapfrogColumn];
    return transition;
  }
}
