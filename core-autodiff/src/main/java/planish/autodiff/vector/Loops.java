package planish.autodiff.vector;

import planish.spi.Services;

/**
 * Where loops are had from.
 *
 * <p>The best loops are plain ones at first. With a {@link VectorBackend} on the module path, each
 * operation on long arrays moves to it once it was much used, its vector code was compiled in the
 * background and was measured to be as fast; the bits are the same, so that nobody can tell. The
 * system property {@code planish.vector} can be {@code auto} (this), {@code off} (plain always) or
 * {@code on} (vector at once).
 *
 * <p>Safe for many threads.
 */
public final class Loops {
  private static volatile LoopChoice choice;

  private Loops() {}

  /** {@return the plain loops: always there, as fast at the first call as ever} */
  public static VectorLoops plain() {
    return PlainLoops.INSTANCE;
  }

  /**
   * {@return the best loops of this run time: always the same object}
   *
   * @throws planish.spi.UserException if {@code planish.vector} has another value, or if there are
   *     two back ends
   */
  public static VectorLoops best() {
    return choice().loops();
  }

  /**
   * {@return one line on which loops are used and why, for people}
   *
   * @throws planish.spi.UserException as {@link #best}
   */
  public static String describe() {
    return choice().reason();
  }

  /**
   * {@return whether the loops are plain for want of a back end, not because someone asked for
   * that}
   *
   * @throws planish.spi.UserException as {@link #best}
   */
  public static boolean fellBack() {
    return choice().fallBack();
  }

  private static LoopChoice choice() {
    LoopChoice chosen = choice;
    return chosen != null ? chosen : choose();
  }

  private static synchronized LoopChoice choose() {
    if (choice == null) {
      choice =
          LoopChoice.of(
              System.getProperty("planish.vector", "auto"),
              Services.boot().find(VectorBackend.class, "vector back end"));
    }
    return choice;
  }
}
