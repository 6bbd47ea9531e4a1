package planish.autodiff.graph;

import planish.autodiff.Shape;
import planish.autodiff.vector.VectorLoops;

/**
 * The adjoint of a matrix, symmetric, from its lower Cholesky factor L and the factor's adjoint F,
 * whose upper triangle is not read: S / 2, where for k from the last column to the first
 *
 * <pre>
 * S[i, k] = S[k, i] = (F[i, k] - sum over j &gt; k of S[i, j] L[j, k]) / L[k, k]   for i &ge; k.
 * </pre>
 *
 * <p>That is reverse mode of the factorisation, a third of the work of its formula with solves. The
 * sums are chains of fma in the order of j.
 *
 * <p>Source: I. Murray, "Differentiation of the Cholesky decomposition", arXiv 1602.07527, 2016,
 * sections 3 and 4.
 */
public record CholeskyAdjoint() implements Op {
  /** Shorter rows are not worth a call. */
  private static final int SHORT = 32;

  @Override
  public Shape shape(Shape... operands) {
    Shapes.square("a Cholesky factor", operands[0]);
    if (!operands[0].equals(operands[1])) {
      throw new IllegalArgumentException(
          "a Cholesky factor of shape " + operands[0] + " has no adjoint of " + operands[1]);
    }
    return operands[0];
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    int n = in[0].shape().length(0);
    double[] column = new double[n];
    VectorLoops loops = context.loops();
    return Evaluation.of(() -> {
      double[] s = out.array();
      for (int k = n - 1; k >= 0; k--) {
        column(loops, in[0], in[1], k, column, s, out.offset());
      }
      for (int e = 0; e < n * n; e++) {
        s[out.offset() + e] *= 0.5;
      }
    });
  }

  /** Column and row k of S, from those after it. */
  private static void column(
      VectorLoops loops,
      Operand factor,
      Operand adjoint,
      int k,
      double[] v,
      double[] s,
      int start) {
    int n = v.length;
    double[] l = factor.array();
    int lk = factor.offset() + k;
    int fk = adjoint.offset() + k;
    for (int i = k; i < n; i++) {
      v[i] = adjoint.array()[fk + i * n];
    }
    for (int j = k + 1; j < n; j++) {
      subtract(loops, l[lk + j * n], s, start + j * n, v, k + 1, n);
    }
    double inverse = 1 / l[lk + k * n];
    double diagonal = v[k];
    for (int i = k + 1; i < n; i++) {
      double value = v[i] * inverse;
      s[start + k * n + i] = value;
      s[start + i * n + k] = value;
      diagonal = Math.fma(-l[lk + i * n], value, diagonal);
    }
    s[start + k * n + k] = diagonal * inverse;
  }

  /** {@code v[i] = fma(-factor, row[i], v[i])} from one index to another. */
  static void subtract(
      VectorLoops loops, double factor, double[] row, int start, double[] v, int from, int to) {
    if (to - from > SHORT) {
      loops.axpy(-factor, row, start + from, v, from, to - from);
      return;
    }
    for (int i = from; i < to; i++) {
      v[i] = Math.fma(-factor, row[start + i], v[i]);
    }
  }

  /**
   * With W the symmetric part of this result's adjoint, A this result, Φ what takes the lower
   * triangle with half its diagonal, and M = Φ(L⁻¹ W L⁻ᵀ), the adjoint of F is L M, that of L is F
   * Mᵀ - 2 A W L⁻ᵀ: the derivative of A, the symmetric part of L⁻ᵀ Φ(Lᵀ F) L⁻¹.
   */
  @Override
  public void pullback(Pullback p) {
    Expr l = p.operand(0);
    Expr outside = p.fullAdjoint();
    Expr w = outside.plus(Functions.transpose(outside)).times(0.5);
    Expr solved = Functions.solveLower(l, w);
    Expr both = Functions.solveLower(l, Functions.transpose(solved));
    Expr m = Build.apply(new LowerTriangle(0.5), both);
    if (p.wants(0)) {
      Expr left = Functions.product(Functions.lowerTriangle(p.operand(1)), Functions.transpose(m));
      Expr right = Functions.product(p.self(), Functions.transpose(solved)).times(2);
      p.addWhole(0, Functions.lowerTriangle(left.minus(right)));
    }
    p.addWhole(1, Functions.lowerTriangle(Functions.product(Functions.lowerTriangle(l), m)));
  }

  @Override
  public String toString() {
    return "cholesky_adjoint";
  }
}
