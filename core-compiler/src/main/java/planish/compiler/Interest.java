package planish.compiler;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;

/** Whether somebody runs a program: code that nobody waits for lets others go first. */
final class Interest {
  /** How long nobody has to run a program to be taken for having gone. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

  /** The same where other programs wait. */
  private static final long HASTE = TimeUnit.MILLISECONDS.toNanos(50);

  private final WeakReference<CompiledSource> source;
  private Background background = Background.SOON;
  private long seen = -1;
  private long since;

  /** Interest in a program, which anybody may drop. */
  Interest(CompiledSource source) {
    this.source = new WeakReference<>(source);
  }

  /** {@return the program, or null if nobody has it any more} */
  CompiledSource source() {
    return source.get();
  }

  /** Begins anew: somebody has just run the program, which is looked after there. */
  void begin(Background where) {
    background = where;
    seen = -1;
  }

  /** {@return whether somebody runs the program, to be asked now and then} */
  boolean lasts() {
    CompiledSource now = source.get();
    if (now == null) {
      return false;
    }
    long time = System.nanoTime();
    if (now.done() != seen) {
      seen = now.done();
      since = time;
    }
    return time - since < (background.isAwaited() ? HASTE : PATIENCE);
  }
}
