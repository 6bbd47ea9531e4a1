package planish.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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

  /** The bytes that this thread has allocated: no module need be read by the one under test. */
  private static final MethodHandle ALLOCATED = counter();

  private static MethodHandle counter() {
    try {
      Object threads =
          Class.forName("java.lang.management.ManagementFactory")
              .getMethod("getThreadMXBean")
              .invoke(null);
      return MethodHandles.publicLookup()
          .findVirtual(
              Class.forName("com.sun.management.ThreadMXBean"),
              "getCurrentThreadAllocatedBytes",
              MethodType.methodType(long.class))
          .bindTo(threads);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The first calls of the handle itself allocate. */
  @BeforeAll
  static void settle() throws Throwable {
    for (int i = 0; i < 1000; i++) {
      assertThat((long) ALLOCATED.invokeExact()).isPositive();
    }
  }

  static List<String> names() {
    return OPERATIONS.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void plainLoopsNever(String name) throws Throwable {
    Operations.Operation operation = OPERATIONS.get(name);
    // Loads classes, which does allocate.
    operation.run(Loops.plain(), 0);
    assertThat(allocated(operation, Loops.plain(), 1)).isZero();
  }

  @ParameterizedTest
  @MethodSource("names")
  void vectorLoopsOnceCompiled(String name) throws Throwable {
    Operations.Operation operation = OPERATIONS.get(name);
    long start = System.nanoTime();
    long bytes = Long.MAX_VALUE;
    while (bytes != 0 && System.nanoTime() - start < PATIENCE) {
      bytes = allocated(operation, VectorApiLoops.INSTANCE, 100);
    }
    assertThat(bytes).isZero();
  }

  private static long allocated(Operations.Operation operation, VectorLoops loops, int rounds)
      throws Throwable {
    long before = (long) ALLOCATED.invokeExact();
    for (int round = 0; round < rounds; round++) {
      for (int n : SIZES) {
        operation.run(loops, n);
      }
    }
    return (long) ALLOCATED.invokeExact() - before;
  }
}
