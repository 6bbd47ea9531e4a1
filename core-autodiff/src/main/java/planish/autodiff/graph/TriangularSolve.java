package planish.autodiff.graph;

import planish.autodiff.Shape;
import planish.autodiff.vector.VectorLoops;

/**
 * The solution X of L X = B, or of Lᵀ X = B, for a lower triangular L; what stands above its
 * diagonal is not read. A zero on the diagonal gives infinities or NaN.
 *
 * <p>For one right-hand side the sums of L run over eight virtual lanes, those of Lᵀ and of many
 * right-hand sides in the order in which the unknowns are solved.
 *
 * @param transposed whether the system is that of Lᵀ
 */
public record TriangularSolve(boolean transposed) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    Shapes.square("a triangular matrix", operands[0]);
    if (operands[1].rank() != 1 && operands[1].rank() != 2) {
      throw new IllegalArgumentException(
          "the right-hand side of a linear system is a vector or a matrix, but has shape "
              + operands[1]);
    }
    Shapes.inner(
        "linear system", operands[0], operands[1], operands[0].length(0), operands[1].length(0));
    return operands[1];
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    int n = in[0].shape().length(0);
    int columns = n == 0 ? 0 : in[1].size() / n;
    VectorLoops loops = context.loops();
    return Evaluation.of(() -> {
      System.arraycopy(in[1].array(), in[1].offset(), out.array(), out.offset(), n * columns);
      if (columns == 1 && transposed) {
        backwards(loops, in[0].array(), in[0].offset(), n, out.array(), out.offset());
      } else if (columns == 1) {
        forwards(loops, in[0].array(), in[0].offset(), n, out.array(), out.offset());
      } else {
        solveRows(loops, in[0], n, out, columns);
      }
    });
  }

  /** Each row of L is read once, from end to end: as a dot product forwards, as an update back. */
  private static void forwards(
      VectorLoops loops, double[] l, int start, int n, double[] x, int offset) {
    for (int i = 0; i < n; i++) {
      int row = start + i * n;
      x[offset + i] = (x[offset + i] - loops.dot(l, row, x, offset, i)) / l[row + i];
    }
  }

  private static void backwards(
      VectorLoops loops, double[] l, int start, int n, double[] x, int offset) {
    for (int i = n - 1; i >= 0; i--) {
      int row = start + i * n;
      double solved = x[offset + i] / l[row + i];
      x[offset + i] = solved;
      loops.axpy(-solved, l, row, x, offset, i);
    }
  }

  private void solveRows(VectorLoops loops, Operand l, int n, Window x, int columns) {
    for (int step = 0; step < n; step++) {
      int i = transposed ? n - 1 - step : step;
      int row = x.offset() + i * columns;
      for (int done = 0; done < step; done++) {
        int k = transposed ? n - 1 - done : done;
        double factor = -l.array()[element(l.offset(), i, k, n)];
        loops.axpy(factor, x.array(), x.offset() + k * columns, x.array(), row, columns);
      }
      double pivot = l.array()[l.offset() + i * n + i];
      for (int j = 0; j < columns; j++) {
        x.array()[row + j] /= pivot;
      }
    }
  }

  private int element(int start, int i, int k, int n) {
    return start + (transposed ? k * n + i : i * n + k);
  }

  @Override
  public void pullback(Pullback p) {
    Expr l = p.operand(0);
    Expr b = Build.apply(new TriangularSolve(!transposed), l, p.fullAdjoint());
    p.addWhole(1, b);
    if (p.wants(0)) {
      Expr product = transposed ? times(p.self(), b) : times(b, p.self());
      p.addWhole(0, Functions.lowerTriangle(product).negate());
    }
  }

  private static Expr times(Expr a, Expr b) {
    return a.shape().rank() == 1
        ? Functions.outer(a, b)
        : Functions.product(a, Functions.transpose(b));
  }

  @Override
  public String toString() {
    return transposed ? "solve_lower_transposed" : "solve_lower";
  }
}
