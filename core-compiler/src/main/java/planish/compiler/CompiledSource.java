package planish.compiler;

import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Program;
import planish.autodiff.program.TapeSource;

/**
 * Opens programs that are interpreted at first and go over to generated code when there is some and
 * it is faster. Code, once there, is shared by all programs.
 */
final class CompiledSource implements Program.Source {
  /** Operations of the interpreter before code is generated: a hundredth of a second or two. */
  private static final long OFTEN = 4_000_000;

  private final TapeSource tape;
  private final long work;
  private long done;
  private boolean requested;
  private volatile Compiled compiled;

  /**
   * Code and what it needs to run.
   *
   * @param bindings for workspaces
   * @param parts the code
   */
  record Compiled(Bindings bindings, Code[] parts) {}

  CompiledSource(TapeSource tape) {
    this.tape = tape;
    this.work = work(tape);
  }

  private static long work(TapeSource tape) {
    long work = 1;
    for (var node : tape.nodes()) {
      work += 10 + node.size();
    }
    return work;
  }

  /** Generates code at once. */
  CompiledSource compileNow(boolean vector) {
    Generator generator = new Generator(tape);
    compiled =
        new Compiled(generator.bindings(), generator.generate(vector && Vectors.arePresent()));
    requested = true;
    return this;
  }

  TapeSource tape() {
    return tape;
  }

  /** {@return the code to run, or null while the tape is to be interpreted} */
  Compiled compiled() {
    return compiled;
  }

  void use(Compiled next) {
    compiled = next;
  }

  /**
   * Counts an interpreted evaluation; many of them make it worthwhile to generate code.
   *
   * @param in inputs to try code with
   */
  void count(double[][] in) {
    // Lost counts of other threads only delay the request.
    done += work;
    if (done > OFTEN && !requested) {
      request(in);
    }
  }

  private synchronized void request(double[][] in) {
    if (!requested) {
      requested = true;
      double[][] copies = new double[in.length][];
      for (int k = 0; k < in.length; k++) {
        copies[k] = in[k] == null ? null : in[k].clone();
      }
      Background.submit(new Warmup(this, copies));
    }
  }

  @Override
  public Program open() {
    return new CompiledProgram(this);
  }

  @Override
  public int workspaceSize() {
    Compiled now = compiled;
    return now == null ? tape.workspaceSize() : now.bindings().layout().size();
  }

  @Override
  public String listing() {
    return new Generator(tape).listing();
  }

  static Program.Source of(TapeSource tape, CompilerMode mode) {
    return switch (mode) {
      case OFF -> tape;
      case PLAIN -> new CompiledSource(tape).compileNow(false);
      case VECTOR -> new CompiledSource(tape).compileNow(true);
      case AUTO -> new CompiledSource(tape);
    };
  }
}
