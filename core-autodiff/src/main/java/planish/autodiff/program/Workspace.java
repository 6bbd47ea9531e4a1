package planish.autodiff.program;

/**
 * Memory that several programs of one thread work in, one after the other: as large as the largest
 * of them needs.
 */
public final class Workspace {
  private double[] array = {};

  /** A workspace that nobody uses yet. */
  public Workspace() {}

  /**
   * {@return an array of that many numbers or more; those who have a smaller one of before keep it}
   */
  public double[] of(int size) {
    if (array.length < size) {
      array = new double[size];
    }
    return array;
  }

  /** {@return the number of doubles that the latest array holds} */
  public int size() {
    return array.length;
  }
}
