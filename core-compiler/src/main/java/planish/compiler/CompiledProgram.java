package planish.compiler;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import planish.autodiff.program.Program;
import planish.autodiff.program.Status;

/**
 * A program that goes over from the interpreter to generated code between two runs. Where code says
 * that something failed, the interpreter runs again and says what.
 */
final class CompiledProgram implements Program {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

  private final CompiledSource source;
  private Program interpreter;
  private CompiledSource.Compiled compiled;
  private Bindings.Bound bound;
  private long lastPause;

  CompiledProgram(CompiledSource source) {
    this.source = source;
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
    long now = System.nanoTime();
    if (now - lastPause > PAUSE) {
      LockSupport.parkNanos(PAUSE);
      lastPause = System.nanoTime();
    }
  }

  private void goOver(CompiledSource.Compiled latest) {
    if (compiled == null || compiled.bindings() != latest.bindings()) {
      bound = latest.bindings().bind();
      interpreter = null;
    }
    compiled = latest;
  }

  private Program interpreter() {
    if (interpreter == null) {
      interpreter = source.tape().open();
    }
    return interpreter;
  }

  @Override
  public Status run(double[][] inputs, double[][] outputs, RandomGenerator random) {
    return run(inputs, outputs);
  }
}
