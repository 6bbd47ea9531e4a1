package planish.autodiff.graph;

import planish.autodiff.Shape;

/** The same elements under another shape: looked at where they stand, never copied. */
public record Reshape(Shape result) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    Shapes.sizes("a change of shape", operands[0], result);
    return result;
  }

  @Override
  public int viewOffset() {
    return 0;
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    return () -> true;
  }

  @Override
  public void pullback(Pullback p) {
    p.addWhole(0, Functions.reshape(p.fullAdjoint(), p.shapeOf(0)));
  }

  @Override
  public String toString() {
    return "reshape" + result;
  }
}
