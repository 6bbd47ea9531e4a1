package planish.autodiff.graph;

import planish.autodiff.Shape;

/**
 * Passes its first operand on where a condition holds for every element; otherwise the evaluation
 * stops with the element of the third operand at which it does not.
 *
 * @param message what is wrong then
 * @param outside whether the position lies outside the support
 */
public record Check(String message, boolean outside) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    return operands[0];
  }

  @Override
  public int viewOffset() {
    return 0;
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    Check check = this;
    return new Evaluation() {
      private double refused;

      @Override
      public boolean run() {
        Operand condition = in[1];
        for (int k = 0; k < condition.size(); k++) {
          if (!Select.holds(condition.array()[condition.offset() + k])) {
            refused = in[2].array()[in[2].offset() + k];
            return false;
          }
        }
        return true;
      }

      @Override
      public Failure failure() {
        return new Failure(check.outside, check.message, refused);
      }
    };
  }

  @Override
  public void pullback(Pullback p) {
    p.addWhole(0, p.adjoint());
  }

  @Override
  public String toString() {
    return "check";
  }
}
