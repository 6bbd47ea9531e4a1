package planish.autodiff.graph;

/** Operands' values in arrays of their own, for code outside that takes whole arrays. */
final class CopiedOperands {
  private final Op.Operand[] operands;
  private final double[][] values;

  CopiedOperands(Op.Operand[] operands) {
    this.operands = operands;
    this.values = new double[operands.length][];
    for (int k = 0; k < operands.length; k++) {
      values[k] = new double[operands[k].size()];
    }
  }

  /** {@return the values as they stand now, in the same arrays at every call} */
  double[][] values() {
    for (int k = 0; k < operands.length; k++) {
      Op.Operand operand = operands[k];
      System.arraycopy(operand.array(), operand.offset(), values[k], 0, values[k].length);
    }
    return values;
  }
}
