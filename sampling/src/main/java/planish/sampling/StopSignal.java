package planish.sampling;

import java.util.function.BooleanSupplier;

/** The user's wish to stop, which once heard stays. Safe for many threads. */
final class StopSignal implements BooleanSupplier {
  private final BooleanSupplier wish;
  private volatile boolean raised;

  StopSignal(BooleanSupplier wish) {
    this.wish = wish;
  }

  /** {@return whether the wish was heard, without asking for it} */
  boolean isRaised() {
    return raised;
  }

  @Override
  public boolean getAsBoolean() {
    if (!raised && wish.getAsBoolean()) {
      raised = true;
    }
    return raised;
  }
}
