package planish.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import planish.autodiff.LogDensity;

/** Log density and gradient at positions that a sampler has visited, one after the other. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GradientBenchmark {
  /** The model. */
  @Param public Subject subject;

  private LogDensity density;
  private double[][] positions;
  private double[] gradient;
  private int next;

  /** Finds positions. */
  @Setup
  public void setUp() {
    TunedChain chain = TunedChain.of(subject);
    positions = chain.positions();
    density = chain.posterior().density().open();
    gradient = new double[density.dimension()];
  }

  /** {@return the log density} */
  @Benchmark
  public double gradient() {
    next = (next + 1) % positions.length;
    return density.valueAndGradient(positions[next], gradient);
  }
}
