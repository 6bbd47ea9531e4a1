package planish.compiler;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import planish.autodiff.program.Program;
import planish.autodiff.program.TapeOutput;

/**
 * Generates a program's code and runs it on a workspace of its own until the JIT has made it faster
 * than what runs meanwhile: first plain loops, then vector loops. Code of a program that nobody has
 * any more is dropped on the way.
 */
final class Warmup {
  /** Plain code that is not faster by then is not used. */
  private static final long PLAIN_PATIENCE = TimeUnit.MILLISECONDS.toNanos(1500);

  /** Vector code that is not faster by then is not used. */
  private static final long VECTOR_PATIENCE = TimeUnit.SECONDS.toNanos(60);

  /** How long one measurement lasts, about: rather within one slice of the processor's time. */
  private static final long SHORT_ROUND = TimeUnit.MICROSECONDS.toNanos(200);

  /** How long new code runs at a time, to be seen by the JIT. */
  private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(5);

  private final WeakReference<CompiledSource> source;
  private final double[][] inputs;
  private final double[][] outputs;
  private Generator generator;
  private Bindings bindings;
  private Bindings.Bound bound;
  private Code[] plain;
  private Runnable reference;

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

  /** Generates plain code, and has it used if it becomes faster than the interpreter. */
  void plain() {
    attempt(this::generatePlain);
  }

  /** Generates vector code, and has it used if it becomes faster than what runs. */
  void vector() {
    if (Vectors.arePresent() && generator != null && generator.hasLoops()) {
      attempt(this::generateVector);
    }
  }

  private void attempt(Consumer<CompiledSource> work) {
    CompiledSource now = source.get();
    if (now != null) {
      try {
        work.accept(now);
      } catch (RuntimeException | LinkageError e) {
        now.failed(e);
      }
    }
  }

  private void generatePlain(CompiledSource now) {
    Program interpreter = now.tape().open();
    generator = new Generator(now.tape());
    bindings = generator.bindings();
    bound = bindings.bind();
    plain = generator.generate(false);
    reference = () -> interpreter.run(inputs, outputs);
    Runnable candidate = () -> bound.run(plain, inputs, outputs);
    if (becomesFaster(candidate, reference, PLAIN_PATIENCE)) {
      reference = candidate;
      now.use(new CompiledSource.Compiled(bindings, plain));
    }
  }

  /** Vector code is a thousand times slower until it is compiled: on a few elements at first. */
  private void generateVector(CompiledSource now) {
    Code[] vector = generator.generate(true);
    boolean compiled =
        becomesFaster(() -> exercise(vector, bound), () -> exercise(plain, bound), VECTOR_PATIENCE);
    Runnable candidate = () -> bound.run(vector, inputs, outputs);
    if (compiled && becomesFaster(candidate, reference, VECTOR_PATIENCE)) {
      now.use(new CompiledSource.Compiled(bindings, vector));
    }
  }

  private static void exercise(Code[] parts, Bindings.Bound bound) {
    for (Code part : parts) {
      part.exercise(bound.workspace());
    }
  }

  /** Whether one becomes faster than another within some patience. */
  private boolean becomesFaster(Runnable candidate, Runnable reference, long patience) {
    long start = System.nanoTime();
    double best = Double.POSITIVE_INFINITY;
    int wins = 0;
    while (wins < 3 && System.nanoTime() - start < patience && source.get() != null) {
      best = Math.min(best, time(reference, SHORT_ROUND));
      // A loss may be the clock's: what runs beside us comes and goes.
      boolean won = time(candidate, ROUND) < best;
      wins += won ? 1 : 0;
      if (!won) {
        giveWay();
      }
    }
    return wins == 3;
  }

  /** Leaves the processor to the JIT, and to those who wait for results. */
  private static void giveWay() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The least nanoseconds for one run: others may have had the processor at the same time. */
  private static double time(Runnable body, long round) {
    long start = System.nanoTime();
    double best = Double.POSITIVE_INFINITY;
    do {
      best = Math.min(best, shortTime(body));
    } while (System.nanoTime() - start < round);
    return best;
  }

  private static double shortTime(Runnable body) {
    long start = System.nanoTime();
    long now = start;
    int runs = 0;
    while (now - start < SHORT_ROUND) {
      body.run();
      runs++;
      now = runs % 4 == 0 || runs < 4 ? System.nanoTime() : now;
    }
    return (double) (System.nanoTime() - start) / runs;
  }
}
