package planish.autodiff.graph;

import java.util.Arrays;
import planish.autodiff.Shape;

/** An array put as a window into a larger one of zeros. */
public record Pad(int offset, Shape result) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    return result;
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    int n = in[0].size();
    return Evaluation.of(() -> {
      Arrays.fill(out.array(), out.offset(), out.offset() + result.size(), 0);
      System.arraycopy(in[0].array(), in[0].offset(), out.array(), out.offset() + offset, n);
    });
  }

  @Override
  public void pullback(Pullback p) {
    p.addWhole(0, Build.apply(new Slice(offset, p.shapeOf(0)), p.fullAdjoint()));
  }

  /**
   * {@return the one element of an array that is not zero for certain, if there is no other; null
   * where there may be others}
   */
  static Expr only(Expr array, int offset) {
    return switch (array) {
      case Constant constant -> only(constant.values(), offset);
      case NodeRef(Graph graph, int index) -> {
        Node node = graph.node(index);
        yield node.op() instanceof Pad pad
                && pad.offset == offset
                && graph.node(node.operand(0)).shape().size() == 1
            ? graph.expr(node.operand(0))
            : null;
      }
    };
  }

  private static Expr only(double[] values, int offset) {
    for (int k = 0; k < values.length; k++) {
      if (k != offset && values[k] != 0) {
        return null;
      }
    }
    return Expr.of(values[offset]);
  }

  @Override
  public String toString() {
    return "pad[" + offset + "]";
  }
}
