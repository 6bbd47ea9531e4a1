package planish.autodiff.graph;

import planish.autodiff.Shape;
import planish.autodiff.vector.Loops;

/** Applies operations: appends a node to the operands' graph, or evaluates constants at once. */
final class Build {
  private Build() {}

  static Expr apply(Op op, Expr... operands) {
    Graph graph = graphOf(operands);
    return graph == null ? evaluate(op, operands) : append(graph, op, operands);
  }

  private static Graph graphOf(Expr[] operands) {
    for (Expr operand : operands) {
      if (operand instanceof NodeRef ref) {
        return ref.graph();
      }
    }
    return null;
  }

  private static Expr append(Graph graph, Op op, Expr[] operands) {
    int[] indices = new int[operands.length];
    for (int k = 0; k < operands.length; k++) {
      indices[k] = graph.indexOf(operands[k]);
    }
    return graph.append(op, indices);
  }

  /**
   * {@return a function of a number: most of what a loop of the model's program leaves, and of how
   * its data are looked at; without detours}
   */
  static Expr ofNumber(Unary op, Expr x) {
    if (x instanceof NodeRef ref) {
      return ref.graph().append(op, ref.index());
    }
    double[] out = new double[1];
    Loops.plain().unary(op.function(), number(x), 0, out, 0, 1);
    return Constant.scalar(out[0]);
  }

  /** {@return a function of two numbers} */
  static Expr ofNumbers(Binary op, Expr a, Expr b) {
    if (a instanceof NodeRef ref) {
      return ref.graph().append(op, ref.index(), ref.graph().indexOf(b));
    }
    if (b instanceof NodeRef ref) {
      return ref.graph().append(op, ref.graph().indexOf(a), ref.index());
    }
    double[] out = new double[1];
    Loops.plain().binary(op.function(), number(a), 0, 0, number(b), 0, 0, out, 0, 1);
    return Constant.scalar(out[0]);
  }

  private static double[] number(Expr constant) {
    return ((Constant) constant).values();
  }

  private static Expr evaluate(Op op, Expr[] operands) {
    Shape[] shapes = new Shape[operands.length];
    Op.Operand[] values = new Op.Operand[operands.length];
    for (int k = 0; k < operands.length; k++) {
      shapes[k] = operands[k].shape();
      values[k] = new Op.Operand(new Window(((Constant) operands[k]).values(), 0), shapes[k]);
    }
    Shape shape = op.shape(shapes);
    return Constant.array(KnownValues.of(op, values, shape), shape);
  }
}
