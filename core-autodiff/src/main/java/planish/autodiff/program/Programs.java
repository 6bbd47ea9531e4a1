package planish.autodiff.program;

import java.util.List;
import planish.autodiff.graph.Graph;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;

/** Compiles graphs. */
public final class Programs {
  private Programs() {}

  /**
   * {@return a program that computes these outputs, compiled where there is a {@link
   * ProgramBackend}}
   *
   * <p>Nodes that depend on data alone are evaluated now, once; data arrays are shared by all
   * programs of the source, never copied.
   *
   * @param graph not to be added to while this runs
   * @param outputs what is computed, and where it is written
   * @throws planish.spi.UserException if a check fails that depends on data alone, or the system
   *     property {@code planish.compiler} is none of {@code auto}, {@code off}, {@code plain} and
   *     {@code vector}
   */
  public static Program.Source compile(Graph graph, List<Output> outputs) {
    return compile(layOut(graph, outputs, Loops.best()));
  }

  /**
   * {@return a program that runs a tape, compiled where there is a {@link ProgramBackend}}
   *
   * @throws planish.spi.UserException if the system property {@code planish.compiler} is none of
   *     {@code auto}, {@code off}, {@code plain} and {@code vector}
   */
  public static Program.Source compile(TapeSource tape) {
    return Backends.best().compile(tape);
  }

  /**
   * {@return a program that runs a tape in a way that is chosen here, for those who compare them}
   *
   * @param mode how; where {@link #areCompiled() nothing is compiled}, it is interpreted all the
   *     same
   * @throws planish.spi.UserException as {@link #compile(TapeSource)}
   */
  public static Program.Source compile(TapeSource tape, CompilerMode mode) {
    return Backends.best().compile(tape, mode);
  }

  /**
   * {@return code for some tapes, compiled where there is a {@link ProgramBackend}}
   *
   * @param tapes at least one, and others that are {@link TapeSource#isLike like} it
   * @throws planish.spi.UserException as {@link #compile(TapeSource)}
   */
  public static SharedCode share(List<TapeSource> tapes) {
    return Backends.best().share(tapes);
  }

  /**
   * {@return whether there is a {@link ProgramBackend} and it is not switched off}
   *
   * @throws planish.spi.UserException as {@link #compile(TapeSource)}
   */
  public static boolean areCompiled() {
    return Backends.best().areThere();
  }

  /**
   * {@return an interpreted program that computes these outputs on the given loops; the bits are
   * the same on all}
   *
   * @param graph not to be added to while this runs
   * @param outputs what is computed, and where it is written
   * @param loops the loops
   * @throws planish.spi.UserException if a check fails that depends on data alone
   */
  public static Program.Source compile(Graph graph, List<Output> outputs, VectorLoops loops) {
    return layOut(graph, outputs, loops);
  }

  /**
   * {@return the tape that computes these outputs, for back ends and for those who look at it}
   *
   * @param graph not to be added to while this runs
   * @param outputs what is computed, and where it is written
   * @param loops the loops that it is interpreted on
   * @throws planish.spi.UserException if a check fails that depends on data alone
   */
  public static TapeSource layOut(Graph graph, List<Output> outputs, VectorLoops loops) {
    return new TapeCompiler(graph, List.copyOf(outputs), loops).compile();
  }
}
