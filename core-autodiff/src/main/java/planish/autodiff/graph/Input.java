package planish.autodiff.graph;

import planish.autodiff.Shape;

/** A window of one of the arrays that a program is run with. */
public record Input(InputKind kind, String name, int offset, Shape result) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    return result;
  }

  @Override
  public boolean knownIfOperandsAre() {
    return false;
  }

  /** The program itself copies inputs into its workspace. */
  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    return () -> true;
  }

  @Override
  public void pullback(Pullback p) {}

  @Override
  public String toString() {
    return "input " + name;
  }
}
