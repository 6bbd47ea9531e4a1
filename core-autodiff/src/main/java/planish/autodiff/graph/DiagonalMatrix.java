package planish.autodiff.graph;

import java.util.Arrays;
import planish.autodiff.Shape;

/** The square matrix with a given diagonal and zeros elsewhere. */
public record DiagonalMatrix() implements Op {
  @Override
  public Shape shape(Shape... operands) {
    Shapes.rank("a diagonal", operands[0], 1);
    return operands[0].then(operands[0]);
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    int n = in[0].size();
    return Evaluation.of(() -> {
      Arrays.fill(out.array(), out.offset(), out.offset() + n * n, 0);
      for (int i = 0; i < n; i++) {
        out.array()[out.offset() + i * n + i] = in[0].array()[in[0].offset() + i];
      }
    });
  }

  @Override
  public void pullback(Pullback p) {
    p.addWhole(0, Functions.diagonal(p.fullAdjoint()));
  }

  @Override
  public String toString() {
    return "diagonal_matrix";
  }
}
