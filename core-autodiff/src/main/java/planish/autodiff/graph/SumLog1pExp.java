package planish.autodiff.graph;

import planish.autodiff.Shape;
import planish.autodiff.vector.SoftplusSum;
import planish.autodiff.vector.UnaryFunction;
import planish.autodiff.vector.VectorLoops;

/** Σ log(1 + exp(x)) over all elements, as {@link SoftplusSum} has it. */
public record SumLog1pExp() implements Op {
  private static final int CHUNK = 1024;

  @Override
  public Shape shape(Shape... operands) {
    return Shape.scalar();
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    VectorLoops loops = context.loops();
    double[] from = in[0].array();
    int start = in[0].offset();
    int n = in[0].size();
    double[] to = out.array();
    int offset = out.offset();
    double[] lanes = new double[SoftplusSum.LANES];
    double[] decays = new double[Math.min(n, CHUNK)];
    return Evaluation.of(() -> {
      SoftplusSum.clear(lanes, 0);
      for (int k = 0; k < n; k += Math.min(CHUNK, n - k)) {
        add(loops, from, start + k, Math.min(CHUNK, n - k), lanes, decays);
      }
      to[offset] = SoftplusSum.result(lanes, 0);
    });
  }

  private static void add(
      VectorLoops loops, double[] x, int start, int n, double[] lanes, double[] decays) {
    loops.unary(UnaryFunction.ABS, x, start, decays, 0, n);
    loops.unary(UnaryFunction.NEGATE, decays, 0, decays, 0, n);
    loops.unary(UnaryFunction.EXP, decays, 0, decays, 0, n);
    for (int k = 0; k < n; k++) {
      SoftplusSum.add(lanes, k & 7, x[start + k], decays[k]);
    }
    SoftplusSum.normalise(lanes, 0);
  }

  @Override
  public void pullback(Pullback p) {
    if (p.wants(0)) {
      p.addWhole(0, p.scaled(Functions.invLogit(p.operand(0))));
    }
  }

  @Override
  public String toString() {
    return "sum_log1p_exp";
  }
}
