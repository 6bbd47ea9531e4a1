package planish.compiler;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import planish.autodiff.program.Program;
import planish.autodiff.program.Status;
import planish.autodiff.program.TapeSource;
import planish.autodiff.program.Workspace;

/**
 * A program that goes over from the interpreter to generated code between two runs. Where code says
 * that something failed, the interpreter runs again and says what.
 */
final class CompiledProgram implements Program {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

  /** A thread may run many programs in turns, such as those of shards. */
  private static final ThreadLocal<long[]> LAST_PAUSE =
      ThreadLocal.withInitial(() -> new long[] {System.nanoTime()});

  private final CompiledSource source;
  private final TapeSource tape;
  private final Workspace workspace;
  private Program interpreter;
  private CompiledSource.Compiled compiled;
  private Bindings.Bound bound;

  /**
   * A program.
   *
   * @param source the code
   * @param tape what is run: the tape that the code was made for, or one like it
   * @param workspace what it works in, others too
   */
  CompiledProgram(CompiledSource source, TapeSource tape, Workspace workspace) {
    this.source = source;
    this.tape = tape;
    this.workspace = workspace;
  }

  @Override
  public Status run(double[][] inputs, double[][] outputs) {
    source.count(inputs);
    CompiledSource.Compiled latest = source.compiled();
    if (latest == null) {
      if (source.isWarming()) {
        giveWay();
      }
      return interpreter().run(inputs, outputs);
    }
    if (latest != compiled) {
      goOver(latest);
    }
    return bound.run(latest.parts(), inputs, outputs)
        ? Status.FINE
        : interpreter().run(inputs, outputs);
  }

  /**
   * Leaves the processor, half of the time, to those who make the code that will be several times
   * as fast.
   */
  private void giveWay() {
    long[] lastPause = LAST_PAUSE.get();
    if (System.nanoTime() - lastPause[0] > PAUSE) {
      LockSupport.parkNanos(PAUSE);
      lastPause[0] = System.nanoTime();
    }
  }

  private void goOver(CompiledSource.Compiled latest) {
    if (compiled == null || compiled.bindings() != latest.bindings()) {
      bound = latest.bindings().bind(tape, workspace);
      interpreter = null;
    }
    compiled = latest;
  }

  private Program interpreter() {
    if (interpreter == null) {
      interpreter = tape.open(workspace);
    }
    return interpreter;
  }

  @Override
  public Status run(double[][] inputs, double[][] outputs, RandomGenerator random) {
    return run(inputs, outputs);
  }
}
