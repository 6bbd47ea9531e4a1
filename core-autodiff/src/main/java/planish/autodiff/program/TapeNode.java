package planish.autodiff.program;

import planish.autodiff.Shape;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Window;

/**
 * One operation of a tape, before it is bound to a workspace.
 *
 * @param op the operation
 * @param operands where its operands stand; not to be changed
 * @param offset where in the workspace its result stands
 * @param shape the shape of the result
 * @param origin where in the model it comes from
 */
public record TapeNode(
    Op op, Place[] operands, int offset, Shape shape, planish.autodiff.graph.Place origin) {

  /**
   * Where a value stands: in an array of its own if it is known, else in the workspace.
   *
   * @param known the array of a known value, or null
   * @param node which node of the tape computes it, for others
   * @param offset index in the workspace, for others
   * @param shape of the value
   */
  public record Place(Window known, int node, int offset, Shape shape) {
    Op.Operand in(double[] workspace) {
      return new Op.Operand(known != null ? known : new Window(workspace, offset), shape);
    }
  }

  /** {@return the number of elements of the result} */
  public int size() {
    return shape.size();
  }

  Op.Operand[] operandsIn(double[] workspace) {
    Op.Operand[] bound = new Op.Operand[operands.length];
    for (int k = 0; k < bound.length; k++) {
      bound[k] = operands[k].in(workspace);
    }
    return bound;
  }
}
