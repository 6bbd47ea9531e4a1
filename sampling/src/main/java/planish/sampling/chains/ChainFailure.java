package planish.sampling.chains;

/** Says in which chain, and when, something was thrown; the cause is what was thrown. */
public final class ChainFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int chain;
  private final String moment;

  ChainFailure(int chain, String moment, Throwable cause) {
    super("chain " + (chain + 1) + ", " + moment, cause);
    this.chain = chain;
    this.moment = moment;
  }

  /** {@return the chain, from 0} */
  public int chain() {
    return chain;
  }

  /** {@return when, in words: {@code warm-up transition 17}} */
  public String moment() {
    return moment;
  }
}
