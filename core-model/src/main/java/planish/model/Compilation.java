package planish.model;

import java.time.Duration;
import planish.autodiff.LogDensity;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;

/**
 * How a posterior's log density and its gradient are computed: for those who want to know what it
 * costs. Safe for many threads.
 */
public final class Compilation {
  private final DensitySource density;
  private final Duration tracing;
  private final Lazy<Long> dataBytes;

  Compilation(DensitySource density, Duration tracing, Lazy<Long> dataBytes) {
    this.density = density;
    this.tracing = tracing;
    this.dataBytes = dataBytes;
  }

  /** {@return what one evaluation has to do} */
  public Workload workload() {
    return density.gradient().workload();
  }

  /**
   * {@return memory of the model's data and constants, which are there once whatever the number of
   * chains}
   */
  public long dataBytes() {
    return dataBytes.get();
  }

  /** {@return how long it took to run the model once} */
  public Duration tracing() {
    return tracing;
  }

  /** {@return how long the rewrites took} */
  public Duration rewriting() {
    return density.gradient().rewriting();
  }

  /** {@return how long it took to differentiate, and to lay the operations out} */
  public Duration layingOut() {
    return density.gradient().layingOut();
  }

  /**
   * The density in one of the ways to run it; all give the same bits.
   *
   * @param density opens it
   * @param workspaceBytes memory of each chain
   */
  public record Form(LogDensity.Source density, long workspaceBytes) {}

  /**
   * {@return the density, run in a way that is chosen here; code is made before this returns}
   *
   * @param mode how; where {@link Programs#areCompiled() nothing is compiled} it is interpreted all
   *     the same
   */
  public Form in(CompilerMode mode) {
    Program.Source program = Programs.compile(density.gradient().tape(), mode);
    long shards = Workload.shardBytes(density.gradient().tape());
    return new Form(density.of(program), (long) Double.BYTES * program.workspaceSize() + shards);
  }

  /** {@return the code that runs, as text for people; empty where it is interpreted} */
  public String listing() {
    return density.listing();
  }
}
