package planish.sampling;

/**
 * How far one chain is.
 *
 * @param chain from 0
 * @param stage what it is doing
 * @param done transitions made, warm-up included
 * @param warmup warm-up transitions of the whole chain
 * @param total all transitions of the whole chain, warm-up included
 * @param divergences divergent transitions since the warm-up
 */
public record ChainProgress(
    int chain, Stage stage, long done, long warmup, long total, long divergences) {
  /** What a chain is doing. */
  public enum Stage {
    /** It has not begun: no thread was free yet. */
    WAITING,
    /** It is being tuned. */
    WARMUP,
    /** It makes draws. */
    SAMPLING,
    /** It has all its draws. */
    COMPLETE,
    /** It ended before it had all its draws, or will not begin any more. */
    STOPPED
  }

  /** {@return whether it goes on or is still to begin} */
  public boolean isRunning() {
    return switch (stage) {
      case WAITING, WARMUP, SAMPLING -> true;
      case COMPLETE, STOPPED -> false;
    };
  }
}
