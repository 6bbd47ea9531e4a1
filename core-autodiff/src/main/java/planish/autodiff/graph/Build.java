package planish.autodiff.graph;

import planish.autodiff.Shape;

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
