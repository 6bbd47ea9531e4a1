package planish.autodiff.graph;

import planish.autodiff.Shape;

/** A window of a flattened array under a shape: looked at where it stands, never copied. */
public record Slice(int offset, Shape result) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    if (offset < 0 || offset + result.size() > operands[0].size()) {
      throw new IndexOutOfBoundsException(
          "an array of shape "
              + operands[0]
              + " has no window of shape "
              + result
              + " at element "
              + offset);
    }
    return result;
  }

  @Override
  public int viewOffset() {
    return offset;
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    return () -> true;
  }

  @Override
  public void pullback(Pullback p) {
    p.addPart(0, offset, p.fullAdjoint());
  }

  @Override
  public String toString() {
    return "slice[" + offset + "]";
  }
}
