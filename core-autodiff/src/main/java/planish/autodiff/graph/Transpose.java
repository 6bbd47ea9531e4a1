package planish.autodiff.graph;

import planish.autodiff.Shape;

/** A matrix with rows and columns exchanged. */
public record Transpose() implements Op {
  @Override
  public Shape shape(Shape... operands) {
    Shapes.rank("a matrix to transpose", operands[0], 2);
    return Shape.of(operands[0].length(1), operands[0].length(0));
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    int rows = in[0].shape().length(0);
    int columns = in[0].shape().length(1);
    double[] from = in[0].array();
    int start = in[0].offset();
    double[] to = out.array();
    int offset = out.offset();
    return Evaluation.of(() -> {
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          to[offset + j * rows + i] = from[start + i * columns + j];
        }
      }
    });
  }

  @Override
  public void pullback(Pullback p) {
    p.addWhole(0, Functions.transpose(p.fullAdjoint()));
  }

  @Override
  public String toString() {
    return "transpose";
  }
}
