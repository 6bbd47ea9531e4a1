package planish.benchmarks;

import java.lang.management.ManagementFactory;

/** What threads allocate. */
final class Allocation {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  /** {@return the bytes that this thread has allocated so far} */
  static long ofThisThread() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
