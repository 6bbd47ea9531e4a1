package planish.compiler;

import java.util.List;
import planish.autodiff.graph.RandomDraw;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Program;
import planish.autodiff.program.ProgramBackend;
import planish.autodiff.program.SharedCode;
import planish.autodiff.program.TapeSource;

/** Programs as generated classes. */
public final class CompilerBackend implements ProgramBackend {
  private static final RecentCode RECENT = RecentCode.ofProcess();

  /** For {@link java.util.ServiceLoader}. */
  public CompilerBackend() {}

  @Override
  public String name() {
    return "bytecode";
  }

  @Override
  public String summary() {
    return "programs compiled to JVM classes";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public SharedCode share(List<TapeSource> tapes, CompilerMode when) {
    boolean draws =
        tapes.getFirst().nodes().stream().anyMatch(node -> node.op() instanceof RandomDraw);
    return draws ? TapeSource::open : CompiledSource.share(tapes, when);
  }

  @Override
  public Program.Source compile(TapeSource tape, CompilerMode when) {
    boolean draws = tape.nodes().stream().anyMatch(node -> node.op() instanceof RandomDraw);
    if (draws) {
      return tape;
    }
    return when == CompilerMode.AUTO
        ? RECENT.of(tape).openedBy(tape)
        : CompiledSource.of(tape, when);
  }
}
