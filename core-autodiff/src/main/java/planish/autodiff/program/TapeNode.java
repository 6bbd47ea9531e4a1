package planish.autodiff.program;

import planish.autodiff.Shape;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Window;

/**
 * One operation of a tape, before it is bound to a workspace.
 *
 * @param op the operation
 * @param operands where its operands stand
 * @param offset where in the workspace its result stands
 * @param size number of elements of the result
 * @param origin where in the model it comes from
 */
record TapeNode(
    Op op, Place[] operands, int offset, int size, planish.autodiff.graph.Place origin) {

  /**
   * Where a value stands: in an array of its own if it is known, else in the workspace.
   *
   * @param known the array of a known value, or null
   * @param offset index in the workspace, for others
   * @param shape of the value
   */
  record Place(Window known, int offset, Shape shape) {
    Op.Operand in(double[] workspace) {
      return new Op.Operand(known != null ? known : new Window(workspace, offset), shape);
    }
  }

  Op.Operand[] operandsIn(double[] workspace) {
    Op.Operand[] bound = new Op.Operand[operands.length];
    for (int k = 0; k < bound.length; k++) {
      bound[k] = operands[k].in(workspace);
    }
    return bound;
  }
}
