package planish.compiler;

import java.util.List;
import java.util.stream.Stream;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Program;
import planish.autodiff.program.SharedCode;
import planish.autodiff.program.TapeSource;
import planish.autodiff.program.Workspace;

/**
 * Opens programs that are interpreted at first and go over to generated code when there is some and
 * it is faster. Code, once there, is shared by all programs.
 */
final class CompiledSource implements Program.Source {
  /** Numbers that are computed before code is generated: some thousandths of a second. */
  private static final long OFTEN = 5_000_000;

  /**
   * Programs of no more operations, all on short arrays, are compiled as soon as they run again.
   */
  private static final int SMALL = 400;

  /**
   * Programs of single shards that go through fewer numbers are compiled at once, too: there may be
   * thousands of them, too many to try the code of each.
   */
  private static final int BRIEF = 4_000;

  /** How often a small program runs before that: what is evaluated once is never compiled. */
  private static final int AGAIN = 30;

  private final TapeSource tape;
  private final HandedIn handedIn;
  private final long work;
  private long done;
  private final boolean small;
  private long next;
  private volatile Compiled compiled;
  private volatile boolean warming;
  private Warmup warmup;
  private volatile String problem = "";

  /**
   * Code and what it needs to run.
   *
   * @param bindings for workspaces
   * @param parts the code
   */
  record Compiled(Bindings bindings, Code[] parts) {}

  private CompiledSource(TapeSource tape, HandedIn handedIn, boolean isOneOfMany) {
    this.tape = tape;
    this.handedIn = handedIn;
    this.work = work(tape);
    boolean brief = isOneOfMany && work < BRIEF;
    this.small = isSmall(tape) || brief;
    this.next = small ? AGAIN * work : OFTEN;
  }

  private static long work(TapeSource tape) {
    long work = 1;
    for (var node : tape.nodes()) {
      work += 10 + node.size();
    }
    return work;
  }

  /** Whether it becomes one method or two without loops: fast though the JIT has not seen them. */
  private static boolean isSmall(TapeSource tape) {
    return tape.nodes().size() <= SMALL
        && tape.nodes().stream()
            .flatMap(node -> Stream.of(node.operands()))
            .allMatch(operand -> operand.shape().size() <= Form.SHORT);
  }

  /** Generates code at once. */
  CompiledSource compileNow(boolean vector) {
    Generator generator = new Generator(tape, handedIn);
    compiled =
        new Compiled(generator.bindings(), generator.generate(vector && Vectors.arePresent()));
    next = Long.MAX_VALUE;
    return this;
  }

  TapeSource tape() {
    return tape;
  }

  HandedIn handedIn() {
    return handedIn;
  }

  /** {@return whether all data are constants of the code} */
  boolean isForOneTape() {
    return handedIn == HandedIn.NOTHING;
  }

  /** {@return whether this is the code of a tape that is {@link TapeSource#isLike like} its own} */
  boolean serves(TapeSource like) {
    return handedIn.covers(tape, like);
  }

  /** {@return the code to run, or null while the tape is to be interpreted} */
  Compiled compiled() {
    return compiled;
  }

  /** {@return whether code is being warmed, by threads that may have to wait for a processor} */
  boolean isWarming() {
    return warming;
  }

  /** Says that code is being warmed, or no more. */
  void warms(boolean now) {
    warming = now;
  }

  void use(Compiled next) {
    compiled = next;
  }

  /** Says why there is no code, or none better than what runs: nobody has to hear of it. */
  void failed(Throwable reason) {
    problem = "interpreted, since no code could be made: " + reason + System.lineSeparator();
  }

  /**
   * Counts an evaluation; many of them make it worthwhile to generate code.
   *
   * @param in inputs to try code with
   */
  void count(double[][] in) {
    // Lost counts of other threads only delay the request.
    done += work;
    if (done > next) {
      request(in);
    }
  }

  private synchronized void request(double[][] in) {
    if (done <= next) {
      return;
    }
    next = Long.MAX_VALUE;
    if (small) {
      compileSmall();
    } else {
      warmup = warmup == null ? new Warmup(this, copies(in)) : warmup;
      warmup.goOn();
    }
  }

  /**
   * {@return how many numbers have been computed, about: it grows as long as somebody runs this}
   */
  long done() {
    return done;
  }

  /** Asks for more of the warm-up once so many numbers more have been computed. */
  synchronized void goOnAfter(long numbers) {
    next = done + numbers;
  }

  /** Asks for more of the warm-up when programs run again. */
  void goOnIfOften() {
    goOnAfter(OFTEN);
  }

  /** Asks for more of the warm-up once runs of so many nanoseconds each have taken some time. */
  void goOnAfter(long nanoseconds, double each) {
    goOnAfter((long) (nanoseconds / each * work));
  }

  /** The warm-up has come to its end. */
  synchronized void isWarm() {
    warmup = null;
  }

  private static double[][] copies(double[][] in) {
    double[][] copies = new double[in.length][];
    for (int k = 0; k < in.length; k++) {
      copies[k] = in[k] == null ? null : in[k].clone();
    }
    return copies;
  }

  private void compileSmall() {
    try {
      compileNow(false);
    } catch (RuntimeException | LinkageError e) {
      failed(e);
    }
  }

  @Override
  public Program open() {
    return new CompiledProgram(this, tape, new Workspace());
  }

  @Override
  public int workspaceSize() {
    Compiled now = compiled;
    return now == null ? tape.workspaceSize() : now.bindings().layout().size();
  }

  @Override
  public String listing() {
    return problem + new Generator(tape, handedIn).listing();
  }

  /**
   * {@return programs of some tapes that are alike, and of all that differ from them where they
   * differ from each other}
   */
  static CompiledSource ofDifferent(List<TapeSource> tapes) {
    return new CompiledSource(tapes.getFirst(), HandedIn.differences(tapes), false);
  }

  /** {@return programs of a tape that this code {@link #serves}, or of its own} */
  Program.Source openedBy(TapeSource run) {
    return run == tape ? this : new ServedSource(this, run);
  }

  /**
   * Programs that run the code of another tape, and tell of failures by their own.
   *
   * @param code that is run
   * @param tape one that it serves
   */
  private record ServedSource(CompiledSource code, TapeSource tape) implements Program.Source {
    @Override
    public Program open() {
      return code.open(tape, new Workspace());
    }

    @Override
    public int workspaceSize() {
      return code.workspaceSize();
    }

    @Override
    public String listing() {
      return code.listing();
    }
  }

  static Program.Source of(TapeSource tape, CompilerMode mode) {
    return switch (mode) {
      case OFF -> tape;
      case PLAIN -> of(tape).compileNow(false);
      case VECTOR -> of(tape).compileNow(true);
      case AUTO -> of(tape);
    };
  }

  /** {@return programs of a tape that are interpreted at first} */
  static CompiledSource of(TapeSource tape) {
    return new CompiledSource(tape, HandedIn.NOTHING, false);
  }

  /** {@return code for some tapes that are alike} */
  static SharedCode share(List<TapeSource> tapes, CompilerMode mode) {
    boolean isOneOfMany = tapes.size() == 1;
    CompiledSource source = new CompiledSource(tapes.getFirst(), HandedIn.of(tapes), isOneOfMany);
    return switch (mode) {
      case OFF -> TapeSource::open;
      case PLAIN -> source.compileNow(false)::open;
      case VECTOR -> source.compileNow(true)::open;
      case AUTO -> source::open;
    };
  }

  private Program open(TapeSource run, Workspace workspace) {
    return new CompiledProgram(this, run, workspace);
  }
}
