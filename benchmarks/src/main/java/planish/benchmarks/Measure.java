package planish.benchmarks;

import java.util.function.ObjDoubleConsumer;
import java.util.function.ToDoubleFunction;
import planish.benchmarks.GradientBenchmark.Found;

/** One number that is found of a subject. */
enum Measure {
  /** Nanoseconds a gradient, compiled. */
  COMPILED("compiled", f -> f.compiled, (f, x) -> f.compiled = x),
  /** Nanoseconds a gradient, interpreted. */
  INTERPRETED("interpreted", f -> f.interpreted, (f, x) -> f.interpreted = x),
  /** Nanoseconds a gradient without rewrites. */
  UNREWRITTEN("unrewritten", f -> f.unrewritten, (f, x) -> f.unrewritten = x),
  /** Nanoseconds a leapfrog step. */
  LEAPFROG("leapfrog", f -> f.leapfrog, (f, x) -> f.leapfrog = x),
  /** Nanoseconds a gradient of the first floor. */
  FLOOR("floor", f -> f.floor, (f, x) -> f.floor = x),
  /** Nanoseconds a gradient of the second floor. */
  SECOND_FLOOR("secondFloor", f -> f.secondFloor, (f, x) -> f.secondFloor = x),
  /** Nanoseconds from the model to its first gradient. */
  READY("ready", f -> f.ready, (f, x) -> f.ready = x),
  /** Bytes allocated on that way. */
  READY_HEAP("readyHeap", f -> f.readyHeap, (f, x) -> f.readyHeap = x),
  /** Bytes of a workspace. */
  WORKSPACE("workspace", f -> f.workspace, (f, x) -> f.workspace = x),
  /** Bytes of the model's data. */
  DATA("data", f -> f.data, (f, x) -> f.data = x),
  /** Bytes of what is known that a gradient reads. */
  KNOWN("known", f -> f.known, (f, x) -> f.known = x);

  private final String key;
  private final ToDoubleFunction<Found> get;
  private final ObjDoubleConsumer<Found> set;

  Measure(String key, ToDoubleFunction<Found> get, ObjDoubleConsumer<Found> set) {
    this.key = key;
    this.get = get;
    this.set = set;
  }

  /** {@return its name in results} */
  String key() {
    return key;
  }

  void set(Found found, double value) {
    set.accept(found, value);
  }

  /** Keeps the lesser of what was found before and a value. */
  void least(Found found, double value) {
    double before = get.applyAsDouble(found);
    set(found, before == 0 ? value : Math.min(before, value));
  }
}
