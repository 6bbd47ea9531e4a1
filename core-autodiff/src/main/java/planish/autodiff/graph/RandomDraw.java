package planish.autodiff.graph;

import planish.autodiff.Shape;

/**
 * Random numbers, drawn anew at each evaluation.
 *
 * @param serial tells draws of one graph apart: they are never merged
 */
public record RandomDraw(RandomFunction function, Shape result, int serial) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    return result;
  }

  @Override
  public boolean knownIfOperandsAre() {
    return false;
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    CopiedOperands arguments = new CopiedOperands(in);
    double[] drawn = new double[result.size()];
    return Evaluation.of(() -> {
      function.draw(context.random(), arguments.values(), drawn);
      System.arraycopy(drawn, 0, out.array(), out.offset(), drawn.length);
    });
  }

  /** What is drawn has no derivative. */
  @Override
  public void pullback(Pullback p) {
    throw new IllegalArgumentException("a random draw has no derivative");
  }

  @Override
  public String toString() {
    return "random";
  }
}
