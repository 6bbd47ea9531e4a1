package planish.benchmarks;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * A floor with its data, called within this JVM, so that it is measured in the same moments as what
 * it is compared with.
 */
@SuppressWarnings("restricted")
final class Floor implements Evaluations {
  private final MethodHandle run;
  private final MemorySegment task;
  private final MemorySegment positions;
  private final MemorySegment values;
  private final MemorySegment gradient;
  private final long dimension;
  private final long count;

  private Floor(SymbolLookup library, MemorySegment task, double[][] visited) {
    Arena arena = Arena.ofAuto();
    this.task = task;
    this.count = visited.length;
    this.dimension = visited[0].length;
    this.positions = arena.allocate(JAVA_DOUBLE, count * dimension);
    this.values = arena.allocate(JAVA_DOUBLE, count);
    this.gradient = arena.allocate(JAVA_DOUBLE, dimension);
    for (int k = 0; k < count; k++) {
      MemorySegment.copy(
          visited[k], 0, positions, JAVA_DOUBLE, k * dimension * Double.BYTES, (int) dimension);
    }
    this.run =
        handle(
            library,
            "floor_run",
            FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS, ADDRESS));
  }

  static Floor open(Path library, FloorTask task, double[][] positions) {
    SymbolLookup lookup = SymbolLookup.libraryLookup(library, Arena.global());
    MethodHandle open =
        handle(
            lookup,
            "floor_open",
            FunctionDescriptor.of(
                ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment opened =
          (MemorySegment)
              open.invokeExact(
                  arena.allocateFrom(task.function()),
                  arena.allocateFrom(JAVA_DOUBLE, task.x()),
                  arena.allocateFrom(JAVA_DOUBLE, task.y()),
                  arena.allocateFrom(JAVA_DOUBLE, task.group()),
                  task.rows(),
                  task.columns());
      if (opened.equals(MemorySegment.NULL)) {
        throw new IllegalArgumentException("there is no floor '" + task.function() + "'");
      }
      return new Floor(lookup, opened, positions);
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle handle(
      SymbolLookup library, String name, FunctionDescriptor descriptor) {
    return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), descriptor);
  }

  /** {@return the log density at one of the positions, its gradient written} */
  double valueAndGradient(int position, double[] derivatives) {
    call(positions.asSlice(position * dimension * Double.BYTES), 1);
    MemorySegment.copy(gradient, JAVA_DOUBLE, 0, derivatives, 0, (int) dimension);
    return values.get(JAVA_DOUBLE, 0);
  }

  @Override
  public long evaluate(long times) {
    long done = 0;
    while (done < times) {
      long some = Math.min(count, times - done);
      call(positions, some);
      done += some;
    }
    return done;
  }

  private void call(MemorySegment from, long times) {
    try {
      run.invokeExact(task, from, dimension, times, values, gradient);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
