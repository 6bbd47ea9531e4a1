package planish.autodiff.graph;

import java.util.Random;
import java.util.random.RandomGenerator;
import planish.autodiff.Shape;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;

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
    double[] out = new double[shape.size()];
    if (op.viewOffset() >= 0) {
      System.arraycopy(values[0].array(), op.viewOffset(), out, 0, out.length);
    }
    Evaluation evaluation = op.bind(ConstantContext.INSTANCE, values, new Window(out, 0));
    if (!evaluation.run()) {
      Evaluation.Failure failure = evaluation.failure();
      throw new IllegalArgumentException(failure.message() + ": " + failure.value());
    }
    return Constant.array(out, shape);
  }

  /** Constants are evaluated on plain loops and never draw. */
  private enum ConstantContext implements Op.Context {
    INSTANCE;

    @Override
    public VectorLoops loops() {
      return Loops.plain();
    }

    @Override
    public RandomGenerator random() {
      return new Random(0);
    }
  }
}
