package planish.autodiff.graph;

import planish.autodiff.Shape;
import planish.autodiff.vector.VectorLoops;

/**
 * The lower Cholesky factor of the symmetric part of a matrix; {@link CholeskyAdjoint} is its
 * derivative. Where a pivot is not positive, or NaN, the evaluation stops.
 *
 * @param matrix what the matrix is called in messages
 */
public record Cholesky(String matrix) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    Shapes.square("a matrix with a Cholesky factor", operands[0]);
    return operands[0];
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    return new Factorisation(matrix, context.loops(), in[0], out);
  }

  @Override
  public void pullback(Pullback p) {
    p.addWhole(0, Build.apply(new CholeskyAdjoint(), p.self(), p.fullAdjoint()));
  }

  @Override
  public String toString() {
    return "cholesky";
  }

  /**
   * Row by row of the transposed factor, which stands beside the result: sums are chains of fma
   * over the rows before.
   */
  private static final class Factorisation implements Evaluation {
    private final String name;
    private final VectorLoops loops;
    private final Operand in;
    private final Window out;
    private final int n;
    private final double[] transposed;
    private final double[] row;
    private int at;
    private double pivot;

    Factorisation(String name, VectorLoops loops, Operand in, Window out) {
      this.name = name;
      this.loops = loops;
      this.in = in;
      this.out = out;
      this.n = in.shape().length(0);
      this.transposed = new double[n * n];
      this.row = new double[n];
    }

    @Override
    public boolean run() {
      for (int j = 0; j < n; j++) {
        if (!row(j)) {
          return false;
        }
      }
      return true;
    }

    private boolean row(int j) {
      double[] a = in.array();
      int start = in.offset();
      for (int i = j; i < n; i++) {
        row[i] = 0.5 * (a[start + i * n + j] + a[start + j * n + i]);
      }
      for (int k = 0; k < j; k++) {
        CholeskyAdjoint.subtract(loops, transposed[k * n + j], transposed, k * n, row, j, n);
      }
      if (!(row[j] > 0)) {
        at = j + 1;
        pivot = row[j];
        return false;
      }
      double root = Math.sqrt(row[j]);
      store(j, j, root);
      double inverse = 1 / root;
      for (int i = j + 1; i < n; i++) {
        store(j, i, row[i] * inverse);
      }
      return true;
    }

    private void store(int j, int i, double value) {
      transposed[j * n + i] = value;
      out.array()[out.offset() + i * n + j] = value;
      if (i > j) {
        out.array()[out.offset() + j * n + i] = 0;
      }
    }

    @Override
    public Failure failure() {
      String message = " is not positive definite; its pivot in row " + at + " is";
      return new Failure(false, name + message, pivot);
    }
  }
}
