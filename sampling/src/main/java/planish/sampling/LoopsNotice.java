package planish.sampling;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;
import planish.autodiff.vector.Loops;

/** Says once in the life of a program that vector loops are missing. */
final class LoopsNotice {
  private static final AtomicBoolean SAID = new AtomicBoolean();

  private LoopsNotice() {}

  static void give() {
    if (Loops.fellBack() && SAID.compareAndSet(false, true)) {
      LoggerFactory.getLogger(LoopsNotice.class)
          .warn("{}; draws are the same, models with much data are slower", Loops.describe());
    }
  }
}
