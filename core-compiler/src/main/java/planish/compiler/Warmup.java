package planish.compiler;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import planish.autodiff.program.Program;
import planish.autodiff.program.TapeOutput;

/**
 * Generates a program's code and runs it on a workspace of its own until the JIT has made it faster
 * than what runs meanwhile: first plain loops, then vector loops. Code of a program that nobody has
 * any more is dropped on the way.
 */
final class Warmup implements Runnable {
  /** Code that is not faster by then is not used. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

  /** How long one measurement lasts, about. */
  private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(1);

  private final WeakReference<CompiledSource> source;
  private final double[][] inputs;
  private final double[][] outputs;

  /**
   * A warm-up that has not begun.
   *
   * @param source whose code it is
   * @param inputs to run with
   */
  Warmup(CompiledSource source, double[][] inputs) {
    this.source = new WeakReference<>(source);
    this.inputs = inputs;
    this.outputs = outputs(source.tape().outputs());
  }

  private static double[][] outputs(Iterable<TapeOutput> results) {
    int[] lengths = {};
    for (TapeOutput result : results) {
      if (result.slot() >= lengths.length) {
        lengths = java.util.Arrays.copyOf(lengths, result.slot() + 1);
      }
      int end = result.offset() + result.place().shape().size();
      lengths[result.slot()] = Math.max(lengths[result.slot()], end);
    }
    return java.util.Arrays.stream(lengths).mapToObj(double[]::new).toArray(double[][]::new);
  }

  @Override
  public void run() {
    CompiledSource now = source.get();
    if (now != null) {
      try {
        compile(now);
      } catch (RuntimeException | LinkageError e) {
        now.failed(e);
      }
    }
  }

  private void compile(CompiledSource now) {
    Program interpreter = now.tape().open();
    Generator generator = new Generator(now.tape());
    Bindings bindings = generator.bindings();
    Bindings.Bound bound = bindings.bind();
    Code[] plain = generator.generate(false);
    Runnable interpreted = () -> interpreter.run(inputs, outputs);
    Runnable inPlainLoops = () -> bound.run(plain, inputs, outputs);
    boolean faster = becomesFaster(inPlainLoops, interpreted);
    if (faster) {
      now.use(new CompiledSource.Compiled(bindings, plain));
    }
    if (Vectors.arePresent() && generator.hasLoops()) {
      Code[] vector = generator.generate(true);
      if (becomesFaster(
          () -> bound.run(vector, inputs, outputs), faster ? inPlainLoops : interpreted)) {
        now.use(new CompiledSource.Compiled(bindings, vector));
      }
    }
  }

  /** Whether one becomes faster than another within some patience. */
  private boolean becomesFaster(Runnable candidate, Runnable reference) {
    long start = System.nanoTime();
    double best = Double.POSITIVE_INFINITY;
    int wins = 0;
    while (wins < 3 && System.nanoTime() - start < PATIENCE && source.get() != null) {
      best = Math.min(best, time(reference));
      wins = time(candidate) < best ? wins + 1 : 0;
    }
    return wins == 3;
  }

  /** Nanoseconds for one run. */
  private static double time(Runnable body) {
    long start = System.nanoTime();
    long now = start;
    int runs = 0;
    while (now - start < ROUND) {
      body.run();
      runs++;
      now = runs % 4 == 0 || runs < 4 ? System.nanoTime() : now;
    }
    return (double) (System.nanoTime() - start) / runs;
  }
}
