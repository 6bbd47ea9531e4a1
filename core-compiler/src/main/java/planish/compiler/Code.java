package planish.compiler;

import planish.autodiff.graph.Evaluation;

/** What generated classes implement: one part of an evaluation, in order. */
interface Code {
  /**
   * Runs the part.
   *
   * @param w the workspace
   * @param known known values that are handed in, where code is shared by several tapes, and their
   *     offsets
   * @param in the program's inputs
   * @param out the program's outputs
   * @param calls evaluations of operations for which no code is generated
   * @return whether all went well; if not, the interpreter says what went wrong
   */
  boolean run(double[] w, Object[] known, double[][] in, double[][] out, Evaluation[] calls);

  /**
   * Runs the body of each vector loop over a few elements, and often over none, so that the JIT
   * compiles it; what it computes is nothing.
   *
   * @param w a workspace that is not needed
   * @param known as for a run
   * @param most how many elements, if a loop has as many at a time
   */
  void exercise(double[] w, Object[] known, int most);
}
