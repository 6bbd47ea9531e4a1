package planish.autodiff.graph;

import planish.autodiff.Shape;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.VectorLoops;

/** The matrix of products of two vectors. */
public record Outer() implements Op {
  @Override
  public Shape shape(Shape... operands) {
    Shapes.rank("a vector", operands[0], 1);
    Shapes.rank("a vector", operands[1], 1);
    return operands[0].then(operands[1]);
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    VectorLoops loops = context.loops();
    Operand a = in[0];
    Operand b = in[1];
    int n = b.size();
    return Evaluation.of(() -> {
      for (int i = 0; i < a.size(); i++) {
        loops.binary(
            BinaryFunction.MULTIPLY,
            a.array(),
            a.offset() + i,
            0,
            b.array(),
            b.offset(),
            1,
            out.array(),
            out.offset() + i * n,
            n);
      }
    });
  }

  @Override
  public void pullback(Pullback p) {
    Expr adjoint = p.fullAdjoint();
    if (p.wants(0)) {
      p.addWhole(0, Build.apply(new MatrixVector(), adjoint, p.operand(1)));
    }
    if (p.wants(1)) {
      p.addWhole(1, Build.apply(new VectorMatrix(), p.operand(0), adjoint));
    }
  }

  @Override
  public String toString() {
    return "outer";
  }
}
