package planish.autodiff.graph;

/** A loop over indices that stand in an array of doubles and must lie in a range. */
abstract class IndexedLoop implements Evaluation {
  private final int length;
  private final Op.Operand indices;
  private double refused;

  IndexedLoop(int length, Op.Operand indices) {
    this.length = length;
    this.indices = indices;
  }

  /** Handles element k, whose index is good. */
  abstract void element(int k, int index);

  @Override
  public boolean run() {
    for (int k = 0; k < indices.size(); k++) {
      double value = indices.array()[indices.offset() + k];
      int index = (int) value;
      if (index != value || index < 0 || index >= length) {
        refused = value;
        return false;
      }
      element(k, index);
    }
    return true;
  }

  @Override
  public Failure failure() {
    return new Failure(
        false, "an index into a vector of " + length + " elements is out of range", refused);
  }
}
