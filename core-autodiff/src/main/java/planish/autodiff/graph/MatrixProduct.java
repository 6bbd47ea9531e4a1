package planish.autodiff.graph;

import planish.autodiff.Shape;
import planish.autodiff.vector.VectorLoops;

/** The product of two matrices, row by row. */
public record MatrixProduct() implements Op {
  @Override
  public Shape shape(Shape... operands) {
    Shapes.rank("a matrix", operands[0], 2);
    Shapes.rank("a matrix", operands[1], 2);
    Shapes.inner(
        "matrix product", operands[0], operands[1], operands[0].length(1), operands[1].length(0));
    return Shape.of(operands[0].length(0), operands[1].length(1));
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    VectorLoops loops = context.loops();
    Operand a = in[0];
    Operand b = in[1];
    int rows = a.shape().length(0);
    int inner = a.shape().length(1);
    int columns = b.shape().length(1);
    return Evaluation.of(() -> {
      for (int i = 0; i < rows; i++) {
        loops.matrixVector(
            b.array(),
            b.offset(),
            columns,
            inner,
            a.array(),
            a.offset() + i * inner,
            out.array(),
            out.offset() + i * columns);
      }
    });
  }

  @Override
  public void pullback(Pullback p) {
    Expr adjoint = p.fullAdjoint();
    if (p.wants(0)) {
      p.addWhole(0, Functions.product(adjoint, Functions.transpose(p.operand(1))));
    }
    if (p.wants(1)) {
      p.addWhole(1, Functions.product(Functions.transpose(p.operand(0)), adjoint));
    }
  }

  @Override
  public String toString() {
    return "matrix_product";
  }
}
