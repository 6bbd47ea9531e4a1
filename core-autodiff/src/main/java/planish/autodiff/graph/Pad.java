package planish.autodiff.graph;

import java.util.Arrays;
import planish.autodiff.Shape;

/** An array put as a window into a larger one of zeros. */
public record Pad(int offset, Shape result) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    return result;
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    int n = in[0].size();
    return Evaluation.of(() -> {
      Arrays.fill(out.array(), out.offset(), out.offset() + result.size(), 0);
      System.arraycopy(in[0].array(), in[0].offset(), out.array(), out.offset() + offset, n);
    });
  }

  @Override
  public void pullback(Pullback p) {
    p.addWhole(0, Build.apply(new Slice(offset, p.shapeOf(0)), p.fullAdjoint()));
  }

  @Override
  public String toString() {
    return "pad[" + offset + "]";
  }
}
