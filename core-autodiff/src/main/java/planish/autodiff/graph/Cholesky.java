package planish.autodiff.graph;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import planish.autodiff.Shape;

/**
 * The lower Cholesky factor of the symmetric part of a matrix.
 *
 * <p>Source of the derivative: I. Murray, "Differentiation of the Cholesky decomposition", arXiv
 * 1602.07527, 2016, equation 10.
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
    return new Factorisation(matrix, in[0], out);
  }

  @Override
  public void pullback(Pullback p) {
    Expr l = p.self();
    Expr adjoint = Functions.lowerTriangle(p.fullAdjoint());
    Expr product = Functions.product(Functions.transpose(l), adjoint);
    Expr phi = Build.apply(new LowerTriangle(0.5), product);
    Expr left = Functions.solveLowerTransposed(l, phi);
    Expr whole = Functions.solveLowerTransposed(l, Functions.transpose(left));
    p.addWhole(0, whole.plus(Functions.transpose(whole)).times(0.5));
  }

  @Override
  public String toString() {
    return "cholesky";
  }

  /** EJML's decomposition over one matrix of its own. */
  private static final class Factorisation implements Evaluation {
    private final String name;
    private final Operand in;
    private final Window out;
    private final int n;
    private final DMatrixRMaj matrix;
    private final CholeskyDecompositionInner_DDRM decomposition;
    private int row;
    private double pivot;

    Factorisation(String name, Operand in, Window out) {
      this.name = name;
      this.in = in;
      this.out = out;
      this.n = in.shape().length(0);
      this.matrix = new DMatrixRMaj(n, n);
      this.decomposition = new CholeskyDecompositionInner_DDRM(true);
    }

    @Override
    public boolean run() {
      copySymmetricPart();
      if (n > 0 && !decomposition.decompose(matrix)) {
        pivot = firstBadPivot();
        return false;
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          out.array()[out.offset() + i * n + j] = j <= i ? matrix.data[i * n + j] : 0;
        }
      }
      return true;
    }

    private void copySymmetricPart() {
      double[] a = in.array();
      int start = in.offset();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          double mean = 0.5 * (a[start + i * n + j] + a[start + j * n + i]);
          matrix.data[i * n + j] = mean;
          matrix.data[j * n + i] = mean;
        }
      }
    }

    /** The decomposition stops at the first pivot that is not positive; found again for people. */
    private double firstBadPivot() {
      copySymmetricPart();
      double[] l = matrix.data;
      for (int j = 0; j < n; j++) {
        double d = l[j * n + j];
        for (int k = 0; k < j; k++) {
          d -= l[j * n + k] * l[j * n + k];
        }
        if (!(d > 0)) {
          row = j + 1;
          return d;
        }
        l[j * n + j] = Math.sqrt(d);
        for (int i = j + 1; i < n; i++) {
          double s = l[i * n + j];
          for (int k = 0; k < j; k++) {
            s -= l[i * n + k] * l[j * n + k];
          }
          l[i * n + j] = s / l[j * n + j];
        }
      }
      return Double.NaN;
    }

    @Override
    public Failure failure() {
      String message = " is not positive definite; its pivot in row " + row + " is";
      return new Failure(false, name + message, pivot);
    }
  }
}
