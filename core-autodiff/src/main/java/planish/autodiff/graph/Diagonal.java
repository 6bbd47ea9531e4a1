package planish.autodiff.graph;

import planish.autodiff.Shape;

/** The diagonal of a square matrix. */
public record Diagonal() implements Op {
  @Override
  public Shape shape(Shape... operands) {
    Shapes.square("a matrix with a diagonal", operands[0]);
    return Shape.of(operands[0].length(0));
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    int n = in[0].shape().length(0);
    return Evaluation.of(() -> {
      for (int i = 0; i < n; i++) {
        out.array()[out.offset() + i] = in[0].array()[in[0].offset() + i * n + i];
      }
    });
  }

  @Override
  public void pullback(Pullback p) {
    p.addWhole(0, Functions.diagonalMatrix(p.fullAdjoint()));
  }

  @Override
  public String toString() {
    return "diagonal";
  }
}
