package planish.vector;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;

/**
 * A program that prints each operation that allocates, and how many there are: {@code
 * AllocationProgram plain|vector|unmasked}, the last for those without masks.
 */
final class AllocationProgram {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int[] SIZES = {16, 67, 250};

  /** Calls after which every loop has long been compiled, where compilation is waited for. */
  private static final int BATCHES = 2000;

  private AllocationProgram() {}

  public static void main(String[] arguments) {
    boolean plain = arguments[0].equals("plain");
    VectorLoops loops = plain ? Loops.plain() : VectorApiLoops.INSTANCE;
    Operations operations = new Operations(3);
    List<String> names =
        arguments[0].equals("unmasked") ? operations.unmasked() : operations.names();
    for (String name : names) {
      Operations.Operation operation = operations.get(name);
      // Loads classes, which does allocate.
      allocated(operation, loops);
      long bytes = allocated(operation, loops);
      for (int k = 0; bytes != 0 && !plain && k < BATCHES; k++) {
        bytes = allocated(operation, loops);
      }
      if (bytes != 0) {
        System.out.println(name + ": " + bytes + " bytes");
      }
    }
    System.out.println(loops.description() + ": " + names.size() + " operations");
  }

  private static long allocated(Operations.Operation operation, VectorLoops loops) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int round = 0; round < 25; round++) {
      for (int n : SIZES) {
        operation.run(loops, n);
      }
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
