package planish.sampling;

import java.time.Duration;
import java.util.List;

/**
 * How far a run is.
 *
 * @param chains one for each chain, in order
 * @param elapsed time since the run began (or went on)
 * @param doneBefore transitions that all chains together had made before this session, where a run
 *     goes on; 0 otherwise
 */
public record RunProgress(List<ChainProgress> chains, Duration elapsed, long doneBefore) {
  /** Copies the list. */
  public RunProgress {
    chains = List.copyOf(chains);
  }

  /** {@return the transitions made by all chains} */
  public long done() {
    return chains.stream().mapToLong(ChainProgress::done).sum();
  }

  /** {@return the transitions to be made by all chains} */
  public long total() {
    return chains.stream().mapToLong(ChainProgress::total).sum();
  }

  /** {@return the divergent transitions of all chains since the warm-up} */
  public long divergences() {
    return chains.stream().mapToLong(ChainProgress::divergences).sum();
  }

  /** {@return whether a chain still has something to do} */
  public boolean isRunning() {
    return chains.stream().anyMatch(ChainProgress::isRunning);
  }

  /**
   * {@return the time that is left if the chains that have not ended go on at the mean pace so far;
   * zero when nothing was made yet}
   */
  public Duration left() {
    long made = done() - doneBefore;
    if (made <= 0) {
      return Duration.ZERO;
    }
    double perTransition = elapsed.toNanos() / (double) made;
    long rest =
        chains.stream()
            .filter(ChainProgress::isRunning)
            .mapToLong(chain -> chain.total() - chain.done())
            .sum();
    return Duration.ofNanos((long) (perTransition * rest));
  }
}
