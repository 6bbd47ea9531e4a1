package planish.autodiff.program;

import java.util.random.RandomGenerator;

/**
 * A compiled graph: one evaluation over one workspace. Allocates nothing where all is fine. Not
 * safe for several threads at once; {@link Source#open()} makes another.
 */
public interface Program {
  /**
   * Evaluates all outputs.
   *
   * @param inputs one array for each {@link planish.autodiff.graph.InputKind}, by ordinal; those
   *     that the program does not read may be empty or missing at the end
   * @param outputs one array for each output slot
   * @return how it ended; outputs are undefined unless fine
   */
  Status run(double[][] inputs, double[][] outputs);

  /**
   * {@return how an evaluation with random operations ended}
   *
   * @param inputs as in {@link #run(double[][], double[][])}
   * @param outputs as there
   * @param random for random operations
   */
  Status run(double[][] inputs, double[][] outputs, RandomGenerator random);

  /** Opens programs that share data and compiled code. Safe for many threads. */
  interface Source {
    /** {@return a program with a workspace of its own} */
    Program open();

    /** {@return the number of doubles in one workspace} */
    int workspaceSize();

    /**
     * {@return the code that its programs run, as text for people; empty where it is interpreted}
     */
    default String listing() {
      return "";
    }
  }
}
