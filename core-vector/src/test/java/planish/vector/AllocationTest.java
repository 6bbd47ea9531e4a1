package planish.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;

/** Plain loops allocate nothing from the first call, vector loops nothing once compiled. */
class AllocationTest {
  private static final Operations OPERATIONS = new Operations(3);
  private static final long PATIENCE = 20_000_000_000L;
  private static final int[] SIZES = {16, 67, 250};

  static List<String> names() {
    return OPERATIONS.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void plainLoopsNever(String name) throws ReflectiveOperationException {
    Operations.Operation operation = OPERATIONS.get(name);
    operation.run(Loops.plain(), 0);
    assertThat(allocated(operation, Loops.plain(), 1)).isZero();
  }

  @ParameterizedTest
  @MethodSource("names")
  void vectorLoopsOnceCompiled(String name) throws ReflectiveOperationException {
    Operations.Operation operation = OPERATIONS.get(name);
    long start = System.nanoTime();
    long bytes = Long.MAX_VALUE;
    while (bytes > 0 && System.nanoTime() - start < PATIENCE) {
      bytes = allocated(operation, VectorApiLoops.INSTANCE, 100);
    }
    assertThat(bytes).isZero();
  }

  /** What running an operation allocates beyond what asking for it does. */
  private static long allocated(Operations.Operation operation, VectorLoops loops, int rounds)
      throws ReflectiveOperationException {
    long idle = -bytes() + bytes();
    long before = bytes();
    for (int round = 0; round < rounds; round++) {
      for (int n : SIZES) {
        operation.run(loops, n);
      }
    }
    return bytes() - before - idle;
  }

  private static final Object THREADS = threads();

  /** Reflection compiles itself anew after some calls, and allocates then. */
  @BeforeAll
  static void settle() throws ReflectiveOperationException {
    for (int i = 0; i < 1000; i++) {
      bytes();
    }
  }

  private static Object threads() {
    try {
      // Reflection needs no module to be read by the one under test.
      Class<?> factory = Class.forName("java.lang.management.ManagementFactory");
      return factory.getMethod("getThreadMXBean").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static long bytes() throws ReflectiveOperationException {
    Method method =
        Class.forName("com.sun.management.ThreadMXBean")
            .getMethod("getCurrentThreadAllocatedBytes");
    return (long) method.invoke(THREADS);
  }
}
