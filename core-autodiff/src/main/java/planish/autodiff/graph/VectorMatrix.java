package planish.autodiff.graph;

import planish.autodiff.Shape;
import planish.autodiff.vector.VectorLoops;

/** A row vector times a matrix: a linear combination of the matrix's rows. */
public record VectorMatrix() implements Op {
  @Override
  public Shape shape(Shape... operands) {
    Shapes.rank("a vector", operands[0], 1);
    Shapes.rank("a matrix", operands[1], 2);
    Shapes.inner(
        "matrix product", operands[0], operands[1], operands[0].length(0), operands[1].length(0));
    return Shape.of(operands[1].length(1));
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    VectorLoops loops = context.loops();
    double[] x = in[0].array();
    int xOffset = in[0].offset();
    double[] m = in[1].array();
    int mOffset = in[1].offset();
    // The rows of this matrix are the columns of the one that the loops speak of.
    int rows = in[1].shape().length(1);
    int columns = in[1].shape().length(0);
    double[] to = out.array();
    int offset = out.offset();
    return Evaluation.of(
        () -> loops.matrixVector(m, mOffset, rows, columns, x, xOffset, to, offset));
  }

  @Override
  public void pullback(Pullback p) {
    Expr adjoint = p.fullAdjoint();
    if (p.wants(0)) {
      p.addWhole(0, Build.apply(new MatrixVector(), p.operand(1), adjoint));
    }
    if (p.wants(1)) {
      p.addWhole(1, Functions.outer(p.operand(0), adjoint));
    }
  }

  @Override
  public String toString() {
    return "vector_matrix";
  }
}
