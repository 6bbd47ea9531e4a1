package planish.autodiff.graph;

import planish.autodiff.Shape;

/** Vectors and scalars joined end to end. */
public record Concatenate() implements Op {
  @Override
  public Shape shape(Shape... operands) {
    int length = 0;
    for (Shape shape : operands) {
      if (shape.rank() > 1) {
        throw new IllegalArgumentException(
            "vectors and scalars are joined, but got an array of shape " + shape);
      }
      length += shape.size();
    }
    return Shape.of(length);
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    return Evaluation.of(() -> {
      int at = out.offset();
      for (Operand part : in) {
        System.arraycopy(part.array(), part.offset(), out.array(), at, part.size());
        at += part.size();
      }
    });
  }

  @Override
  public void pullback(Pullback p) {
    int at = 0;
    for (int k = 0; k < p.operandCount(); k++) {
      if (p.wants(k)) {
        p.addWhole(k, Functions.window(p.fullAdjoint(), at, p.shapeOf(k)));
      }
      at += p.shapeOf(k).size();
    }
  }

  @Override
  public String toString() {
    return "concatenate";
  }
}
