package planish.compiler;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import planish.autodiff.program.Program;
import planish.autodiff.program.TapeOutput;
import planish.autodiff.program.Workspace;

/**
 * Generates a program's code and runs it on a workspace of its own until the JIT has made it faster
 * than what runs meanwhile: vector loops at once where loops are all there is, else plain ones
 * first. Code of a program that nobody has any more is dropped on the way.
 */
final class Warmup implements Runnable {
  /** Shorter loops may be as fast without vectors. */
  private static final int LONG = 64;

  /** Vector code that is not faster by then lets plain code come first. */
  private static final long HASTE = TimeUnit.MILLISECONDS.toNanos(2500);

  /** Plain code that is not faster by then is not used. */
  private static final long PLAIN_PATIENCE = TimeUnit.MILLISECONDS.toNanos(1500);

  /** Vector code that is not faster by then is not used. */
  private static final long VECTOR_PATIENCE = TimeUnit.SECONDS.toNanos(60);

  /** How long the reference is timed at once. */
  private static final long SHORT_ROUND = TimeUnit.MICROSECONDS.toNanos(200);

  /** How long new code runs at a time, to be seen by the JIT. */
  private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(5);

  /** Code that seems no more than so many times slower by its exercise is measured as a whole. */
  private static final double NEARLY = 4;

  private final WeakReference<CompiledSource> source;
  private final double[][] inputs;
  private final double[][] outputs;
  private Generator generator;
  private Bindings bindings;
  private Bindings.Bound bound;
  private LoopExercise exercise;
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
        lengths = Arrays.copyOf(lengths, result.slot() + 1);
      }
      int end = result.offset() + result.place().shape().size();
      lengths[result.slot()] = Math.max(lengths[result.slot()], end);
    }
    return Arrays.stream(lengths).mapToObj(double[]::new).toArray(double[][]::new);
  }

  /** Generates code, and has it used if it becomes faster than what runs. */
  @Override
  public void run() {
    CompiledSource now = source.get();
    if (now == null) {
      return;
    }
    try {
      prepare(now);
      boolean vectors = Vectors.arePresent() && generator.longestLoop() > 0;
      if (vectors && isAllInLoops() && inHaste(now)) {
        return;
      }
      plain(now);
      if (vectors) {
        vector(now, VECTOR_PATIENCE);
      }
    } catch (RuntimeException | LinkageError e) {
      now.failed(e);
    }
  }

  /** Whether plain code would be little better than what runs now, and worse than vector code. */
  private boolean isAllInLoops() {
    return generator.longestLoop() >= LONG && !generator.hasRecurrence();
  }

  /** Programs that wait for vector code leave it half of the processor. */
  private boolean inHaste(CompiledSource now) {
    now.warms(true);
    try {
      return vector(now, HASTE);
    } finally {
      now.warms(false);
    }
  }

  private void prepare(CompiledSource now) {
    Program interpreter = now.tape().open();
    reference = () -> interpreter.run(inputs, outputs);
    generator = new Generator(now.tape(), now.handedIn());
    bindings = generator.bindings();
    bound = bindings.bind(now.tape(), new Workspace());
  }

  private void plain(CompiledSource now) {
    Code[] code = generator.generate(false);
    if (becomesFaster(code, PLAIN_PATIENCE)) {
      use(now, code);
    }
  }

  private boolean vector(CompiledSource now, long patience) {
    if (exercise == null) {
      Code[] code = generator.generate(true);
      exercise = new LoopExercise(code, bound, generator.hasProducts());
    }
    long start = System.nanoTime();
    double enough = NEARLY * Stopwatch.least(reference, ROUND);
    while (!exercise.isFast(generator.longestLoop(), enough)) {
      if (System.nanoTime() - start > patience || source.get() == null) {
        return false;
      }
    }
    boolean faster = becomesFaster(exercise.code(), patience);
    if (faster) {
      use(now, exercise.code());
    }
    return faster;
  }

  private void use(CompiledSource now, Code[] code) {
    reference = () -> bound.run(code, inputs, outputs);
    now.use(new CompiledSource.Compiled(bindings, code));
  }

  /** Whether code becomes faster than what runs within some patience. */
  private boolean becomesFaster(Code[] code, long patience) {
    Runnable candidate = () -> bound.run(code, inputs, outputs);
    long start = System.nanoTime();
    double best = Double.POSITIVE_INFINITY;
    int wins = 0;
    while (wins < 3 && System.nanoTime() - start < patience && source.get() != null) {
      best = Math.min(best, Stopwatch.least(reference, SHORT_ROUND));
      // A loss may be the clock's: what runs beside us comes and goes.
      boolean won = Stopwatch.least(candidate, ROUND) < best;
      wins += won ? 1 : 0;
      if (!won) {
        LoopExercise.giveWay();
      }
    }
    return wins == 3;
  }
}
