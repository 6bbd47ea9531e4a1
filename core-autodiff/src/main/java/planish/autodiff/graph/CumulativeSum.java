package planish.autodiff.graph;

import planish.autodiff.Shape;

/**
 * The running sums along one axis, each element added to the sum so far.
 *
 * @param axis from 0
 * @param reverse whether from the end to the beginning
 */
public record CumulativeSum(int axis, boolean reverse) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    if (axis < 0 || axis >= operands[0].rank()) {
      throw new IllegalArgumentException(
          "no axis " + axis + " to sum along in an array of shape " + operands[0]);
    }
    return operands[0];
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    Shape shape = in[0].shape();
    int length = shape.length(axis);
    int inner = shape.last(shape.rank() - axis - 1).size();
    int block = length * inner;
    int n = shape.size();
    int step = reverse ? -inner : inner;
    int first = reverse ? block - inner : 0;
    return Evaluation.of(() -> {
      for (int at = 0; at < n; at += block) {
        for (int i = 0; i < inner; i++) {
          run(in[0], out, at + first + i, step, length);
        }
      }
    });
  }

  private static void run(Operand in, Window out, int start, int step, int length) {
    double sum = 0;
    for (int k = 0; k < length; k++) {
      sum += in.array()[in.offset() + start + k * step];
      out.array()[out.offset() + start + k * step] = sum;
    }
  }

  @Override
  public void pullback(Pullback p) {
    p.addWhole(0, Build.apply(new CumulativeSum(axis, !reverse), p.fullAdjoint()));
  }

  @Override
  public String toString() {
    return (reverse ? "reverse_cumulative_sum[" : "cumulative_sum[") + axis + "]";
  }
}
