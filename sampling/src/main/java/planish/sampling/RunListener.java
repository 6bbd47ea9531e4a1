package planish.sampling;

/**
 * Hears how far a run is.
 *
 * <p>It is called from a thread of its own, about ten times a second, once when the run begins and
 * once when it has ended: a slow listener delays the next call, never a chain. What it throws is
 * logged once and does not touch the run.
 */
@FunctionalInterface
public interface RunListener {
  /** Hears how far all chains are. */
  void progress(RunProgress progress);

  /** {@return a listener that does nothing} */
  static RunListener none() {
    return progress -> {};
  }
}
