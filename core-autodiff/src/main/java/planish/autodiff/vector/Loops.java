package planish.autodiff.vector;

/**
 * Where loops are had from.
 *
 * <p>Safe for many threads.
 */
public final class Loops {
  private Loops() {}

  /** {@return the plain loops: always there, as fast at the first call as ever} */
  public static VectorLoops plain() {
    return PlainLoops.INSTANCE;
  }

  /** {@return the best loops of this run time: always the same object} */
  public static VectorLoops best() {
    return PlainLoops.INSTANCE;
  }

  /** {@return one line on which loops are used and why, for people} */
  public static String describe() {
    return best().description();
  }
}
