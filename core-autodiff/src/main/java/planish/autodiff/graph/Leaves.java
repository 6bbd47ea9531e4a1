package planish.autodiff.graph;

/** What compilers ask of operations that compute nothing: inputs, data, views. */
public final class Leaves {
  private Leaves() {}

  /** {@return the values of a data array, not to be changed; null for other operations} */
  public static double[] dataOf(Op op) {
    return op instanceof Data data ? data.values() : null;
  }

  /** {@return whether it is an input} */
  public static boolean isInput(Op op) {
    return op instanceof Input;
  }

  /** {@return which array an input is read from} */
  public static InputKind inputKind(Op op) {
    return ((Input) op).kind();
  }

  /** {@return index of an input's first element in its array} */
  public static int inputOffset(Op op) {
    return ((Input) op).offset();
  }

  /** {@return whether there is nothing to run: the value stands where it is} */
  public static boolean doesNothing(Op op) {
    return op instanceof Slice || op instanceof Reshape || op instanceof Data;
  }

  /** {@return whether a node only looks at an operand that stands outside the workspace} */
  public static boolean looksAtKnown(Op op, Op.Operand[] operands, double[] workspace) {
    return op.viewOffset() >= 0 && operands[0].array() != workspace;
  }
}
