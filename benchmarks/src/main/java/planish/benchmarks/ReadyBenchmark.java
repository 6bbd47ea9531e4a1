package planish.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import planish.model.Model;

/**
 * The way from a model to its first gradient, stage by stage: once in a JVM that has done nothing
 * else, and then, after at least {@value #WARM} repetitions, again: the least of {@value #COUNTED}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReadyBenchmark {
  private static final int WARM = 20;
  private static final int COUNTED = 7;
  private static final long LEAST_WARM_UP = TimeUnit.SECONDS.toNanos(3);

  /** The model's name. */
  @Param("")
  public String subject;

  /** Milliseconds, and bytes. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Found {
    /** Tracing, warm. */
    public double trace;

    /** Rewriting, warm. */
    public double rewrite;

    /** All else, warm. */
    public double compile;

    /** Allocated, warm. */
    public double heap;

    /** In memory afterwards. */
    public double kept;

    /** Tracing, the first time. */
    public double coldTrace;

    /** Rewriting, the first time. */
    public double coldRewrite;

    /** All else, the first time. */
    public double coldCompile;
  }

  /** First cold, then warm. */
  @Benchmark
  public void ready(Found found) {
    Model model = ReadyModels.named(subject);
    Stages cold = Stages.of(model);
    found.coldTrace = cold.trace();
    found.coldRewrite = cold.rewrite();
    found.coldCompile = cold.compile();
    Stages warm = warm(model);
    found.trace = warm.trace();
    found.rewrite = warm.rewrite();
    found.compile = warm.compile();
    found.heap = warm.heap();
    found.kept = Stages.kept(model);
  }

  private static Stages warm(Model model) {
    long start = System.nanoTime();
    for (int k = 0; k < WARM || System.nanoTime() - start < LEAST_WARM_UP; k++) {
      Stages.of(model);
    }
    Stages least = Stages.of(model);
    for (int k = 1; k < COUNTED; k++) {
      least = least.least(Stages.of(model));
    }
    return least;
  }
}
