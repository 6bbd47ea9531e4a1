package planish.compiler;

import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Evaluation;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Window;
import planish.autodiff.program.TapeSource;
import planish.autodiff.program.Workspace;
import planish.autodiff.vector.VectorLoops;

/**
 * Makes workspaces, and the evaluations that generated code calls over them.
 *
 * @param tape what was compiled
 * @param handedIn which of its known values are handed in
 * @param layout where values stand
 * @param called the nodes that are evaluated as the interpreter does it
 */
record Bindings(TapeSource tape, HandedIn handedIn, Layout layout, List<Integer> called)
    implements Op.Context {

  /** A workspace with its evaluations and the data of one tape. */
  record Bound(double[] workspace, Object[] known, Evaluation[] calls) {
    boolean run(Code[] parts, double[][] in, double[][] out) {
      for (Code part : parts) {
        if (!part.run(workspace, known, in, out, calls)) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * {@return what code needs to run}
   *
   * @param run the tape that was compiled, or one like it where arrays are handed in
   * @param memory what it works in
   */
  Bound bind(TapeSource run, Workspace memory) {
    double[] workspace = memory.of(layout.size());
    Nodes nodes = new Nodes(run);
    Evaluation[] calls = new Evaluation[called.size()];
    for (int c = 0; c < calls.length; c++) {
      int k = called.get(c);
      Op.Operand[] operands = new Op.Operand[nodes.operands(k).length];
      for (int j = 0; j < operands.length; j++) {
        operands[j] = operand(nodes.operand(k, j), workspace);
      }
      calls[c] = nodes.op(k).bind(this, operands, new Window(workspace, layout.place(k)));
    }
    return new Bound(workspace, handedIn.in(run), calls);
  }

  private Op.Operand operand(Operand operand, double[] workspace) {
    Window window =
        operand.isKnown()
            ? new Window(operand.known(), operand.offset())
            : new Window(workspace, layout.place(operand));
    return new Op.Operand(window, operand.shape());
  }

  @Override
  public VectorLoops loops() {
    return tape.loops();
  }

  /** Programs that draw random numbers are not compiled. */
  @Override
  public RandomGenerator random() {
    throw new IllegalStateException("this program draws random numbers: run it with a generator");
  }
}
