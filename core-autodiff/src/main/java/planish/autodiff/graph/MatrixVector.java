package planish.autodiff.graph;

import planish.autodiff.Shape;
import planish.autodiff.vector.VectorLoops;

/** A matrix times a column vector: the dot product of each row with it. */
public record MatrixVector() implements Op {
  @Override
  public Shape shape(Shape... operands) {
    Shapes.rank("a matrix", operands[0], 2);
    Shapes.rank("a vector", operands[1], 1);
    Shapes.inner(
        "matrix product", operands[0], operands[1], operands[0].length(1), operands[1].length(0));
    return Shape.of(operands[0].length(0));
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    VectorLoops loops = context.loops();
    double[] m = in[0].array();
    int mOffset = in[0].offset();
    int rows = in[0].shape().length(1);
    int columns = in[0].shape().length(0);
    double[] r = in[1].array();
    int rOffset = in[1].offset();
    double[] to = out.array();
    int offset = out.offset();
    return Evaluation.of(
        () -> loops.transposedMatrixVector(m, mOffset, rows, columns, r, rOffset, to, offset));
  }

  @Override
  public void pullback(Pullback p) {
    Expr adjoint = p.fullAdjoint();
    if (p.wants(0)) {
      p.addWhole(0, Functions.outer(adjoint, p.operand(1)));
    }
    if (p.wants(1)) {
      p.addWhole(1, Build.apply(new VectorMatrix(), adjoint, p.operand(0)));
    }
  }

  @Override
  public String toString() {
    return "matrix_vector";
  }
}
