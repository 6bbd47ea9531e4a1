package planish.autodiff.graph;

import planish.autodiff.Shape;

/**
 * A matrix with zeros above the diagonal.
 *
 * @param diagonal what the diagonal is multiplied by
 */
public record LowerTriangle(double diagonal) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    Shapes.rank("a matrix", operands[0], 2);
    return operands[0];
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    int rows = in[0].shape().length(0);
    int columns = in[0].shape().length(1);
    return Evaluation.of(() -> {
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          double value = in[0].array()[in[0].offset() + i * columns + j];
          double kept = j < i ? value : j == i ? diagonal * value : 0;
          out.array()[out.offset() + i * columns + j] = kept;
        }
      }
    });
  }

  @Override
  public void pullback(Pullback p) {
    p.addWhole(0, Build.apply(this, p.fullAdjoint()));
  }

  @Override
  public String toString() {
    return "lower_triangle";
  }
}
