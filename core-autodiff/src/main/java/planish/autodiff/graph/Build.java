package planish.autodiff.graph;

import planish.autodiff.Shape;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.UnaryFunction;

/** Applies operations: appends a node to the operands' graph, or evaluates constants at once. */
final class Build {
  private Build() {}

  static Expr apply(Op op, Expr... operands) {
    Graph graph = graphOf(operands);
    if (graph != null) {
      return append(graph, op, operands);
    }
    return areNumbers(operands) ? ofNumbers(op, operands) : evaluate(op, operands);
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

  private static boolean areNumbers(Expr[] operands) {
    for (Expr operand : operands) {
      if (!operand.shape().isScalar()) {
        return false;
      }
    }
    return true;
  }

  /** Bounds and data of single statements are looked at number by number: without detours. */
  private static Expr ofNumbers(Op op, Expr[] operands) {
    double[] out = new double[1];
    switch (op) {
      case Unary(UnaryFunction f) -> Loops.plain().unary(f, number(operands[0]), 0, out, 0, 1);
      case Binary(BinaryFunction f) -> {
        double[] a = number(operands[0]);
        Loops.plain().binary(f, a, 0, 0, number(operands[1]), 0, 0, out, 0, 1);
      }
      default -> {
        return evaluate(op, operands);
      }
    }
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
