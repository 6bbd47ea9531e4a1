package planish.compiler;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import planish.autodiff.program.Program;
import planish.autodiff.program.TapeOutput;
import planish.autodiff.program.TapeSource;
import planish.autodiff.program.Workspace;

/**
 * Generates a program's code and runs it on a workspace of its own until the JIT has made it faster
 * than what runs meanwhile: vector loops at once where loops are all there is, else plain ones
 * first. Code of a program that nobody has any more is dropped on the way; that of one which nobody
 * runs waits until somebody does.
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

  /** Plain code that has run as long has earned vector code, which costs about as much. */
  private static final long EARNED = TimeUnit.MILLISECONDS.toNanos(250);

  /** Code that seems no more than so many times slower by its exercise is measured as a whole. */
  private static final double NEARLY = 4;

  private final double[][] inputs;
  private final double[][] outputs;
  private final Interest interest;
  private volatile Stage stage = Stage.NOTHING;
  private Generator generator;
  private Bindings bindings;
  private Bindings.Bound bound;
  private Code[] plain;
  private LoopExercise exercise;
  private Runnable reference;

  /** What is to be done next. */
  private enum Stage {
    NOTHING(Background.SOON),
    VECTOR_IN_HASTE(Background.SOON),
    PLAIN(Background.SOON),
    VECTOR(Background.LATER),
    WARM(Background.LATER);

    private final Background background;

    Stage(Background background) {
      this.background = background;
    }
  }

  /**
   * A warm-up that has not begun.
   *
   * @param source whose code it is
   * @param inputs to run with
   */
  Warmup(CompiledSource source, double[][] inputs) {
    this.interest = new Interest(source);
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

  /** Goes on in the background where it stopped. */
  void goOn() {
    stage.background.submit(this);
  }

  /** Goes on until others should, or nobody runs the program, or all is done. */
  @Override
  public void run() {
    CompiledSource now = interest.source();
    if (now == null) {
      return;
    }
    interest.begin(stage.background);
    try {
      Stage before;
      do {
        before = stage;
        step(now);
      } while (stage != before && stage.background == before.background);
      if (stage == Stage.WARM) {
        now.isWarm();
      }
    } catch (RuntimeException | LinkageError e) {
      now.failed(e);
    }
  }

  private void step(CompiledSource now) {
    switch (stage) {
      case NOTHING -> {
        prepare(now);
        stage = hasVectors() && isAllInLoops() ? Stage.VECTOR_IN_HASTE : Stage.PLAIN;
      }
      case VECTOR_IN_HASTE -> after(inHaste(now), Stage.WARM, Stage.PLAIN, now);
      case PLAIN -> plain(now);
      case VECTOR -> after(vector(now, VECTOR_PATIENCE), Stage.WARM, Stage.WARM, now);
      case WARM -> {}
    }
  }

  private void after(Race.End end, Stage won, Stage lost, CompiledSource now) {
    switch (end) {
      case WON -> stage = won;
      case LOST -> stage = lost;
      case LEFT -> now.goOnIfOften();
    }
  }

  private boolean hasVectors() {
    return Vectors.arePresent() && generator.longestLoop() > 0;
  }

  /** Whether plain code would be little better than what runs now, and worse than vector code. */
  private boolean isAllInLoops() {
    return generator.longestLoop() >= LONG && !generator.hasRecurrence();
  }

  /** Programs that wait for vector code leave it half of the processor. */
  private Race.End inHaste(CompiledSource now) {
    now.warms(true);
    try {
      return vector(now, HASTE);
    } finally {
      now.warms(false);
    }
  }

  private void prepare(CompiledSource now) {
    TapeSource trial = TrialTape.of(now.tape());
    Program interpreter = trial.open();
    reference = () -> interpreter.run(inputs, outputs);
    generator = new Generator(now.tape(), now.handedIn());
    bindings = generator.bindings();
    bound = bindings.bind(trial, new Workspace());
  }

  /** Vector code comes once plain code has run for a while, or at once if that is no better. */
  private void plain(CompiledSource now) {
    plain = plain == null ? generator.generate(false) : plain;
    Race race = new Race(interest);
    Race.End end = race.run(runs(plain), reference, PLAIN_PATIENCE);
    Stage next = hasVectors() ? Stage.VECTOR : Stage.WARM;
    after(end, next, next, now);
    if (end == Race.End.WON) {
      use(now, plain);
    }
    if (stage == Stage.VECTOR) {
      now.goOnAfter(end == Race.End.WON ? EARNED : 0, race.time());
    }
  }

  private Race.End vector(CompiledSource now, long patience) {
    if (exercise == null) {
      exercise = new LoopExercise(generator.generate(true), bound, generator.hasProducts());
    }
    long start = System.nanoTime();
    double enough = NEARLY * Stopwatch.least(reference, 0);
    while (!exercise.isFast(generator.longestLoop(), enough)) {
      if (!interest.lasts()) {
        return Race.End.LEFT;
      }
      if (System.nanoTime() - start > patience) {
        return Race.End.LOST;
      }
    }
    Race.End end = new Race(interest).run(runs(exercise.code()), reference, patience);
    if (end == Race.End.WON) {
      use(now, exercise.code());
    }
    return end;
  }

  private Runnable runs(Code[] code) {
    return () -> bound.run(code, inputs, outputs);
  }

  private void use(CompiledSource now, Code[] code) {
    reference = runs(code);
    now.use(new CompiledSource.Compiled(bindings, code));
  }
}
