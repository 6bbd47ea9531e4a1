package planish.autodiff.graph;

import planish.autodiff.Shape;
import planish.autodiff.vector.VectorLoops;

/** The sum of products of two arrays of one shape. */
public record Dot() implements Op {
  @Override
  public Shape shape(Shape... operands) {
    if (!operands[0].equals(operands[1])) {
      throw new IllegalArgumentException(
          "no dot product of shapes " + operands[0] + " and " + operands[1]);
    }
    return Shape.scalar();
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    VectorLoops loops = context.loops();
    double[] a = in[0].array();
    int aOffset = in[0].offset();
    double[] b = in[1].array();
    int bOffset = in[1].offset();
    double[] to = out.array();
    int offset = out.offset();
    int n = in[0].size();
    return Evaluation.of(() -> to[offset] = loops.dot(a, aOffset, b, bOffset, n));
  }

  @Override
  public void pullback(Pullback p) {
    if (p.wants(0)) {
      p.addWhole(0, p.scaled(p.operand(1)));
    }
    if (p.wants(1)) {
      p.addWhole(1, p.scaled(p.operand(0)));
    }
  }

  @Override
  public String toString() {
    return "dot";
  }
}
