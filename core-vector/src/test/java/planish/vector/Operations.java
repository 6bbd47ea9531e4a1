package planish.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;
import planish.autodiff.vector.VectorLoops;

/** Every operation of the loops over windows of the same arrays. */
final class Operations {
  /** Runs on n elements and gives what it computed. */
  interface Operation {
    double[] run(VectorLoops loops, int n);
  }

  static final int ROOM = 4200;

  /** Have masks: the JIT makes objects of those of two lanes. */
  private static final Pattern MASKED =
      Pattern.compile(
          "(LESS|EQUAL|SIGN|EXP|LOG|LOG1P|SIN|COS|TANH|INV_LOGIT)\\b.*|LESS_.*|EXPM1|LOG1P_EXP");

  private final double[] a;
  private final double[] b;
  private final double[] out = new double[ROOM];
  private final Map<String, Operation> byName = new LinkedHashMap<>();

  Operations(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    a = Inputs.mixed(random, ROOM);
    b = Inputs.paired(random, a);
    double[] m = Inputs.finite(random, ROOM * 5, 1);
    double[] x = Inputs.finite(random, ROOM, 1);
    for (UnaryFunction f : UnaryFunction.values()) {
      add(f.name(), (loops, n) -> loops.unary(f, a, 3, out, 1, n));
    }
    for (BinaryFunction f : BinaryFunction.values()) {
      add(f.name(), (loops, n) -> loops.binary(f, a, 3, 1, b, 1, 1, out, 2, n));
      add(f + " number first", (loops, n) -> loops.binary(f, a, n, 0, b, 1, 1, out, 2, n));
      add(f + " number last", (loops, n) -> loops.binary(f, a, 3, 1, b, n, 0, out, 2, n));
    }
    add("sum", (loops, n) -> out[0] = loops.sum(x, 1, n));
    add("dot", (loops, n) -> out[0] = loops.dot(m, 1, x, 2, n));
    add("weighted squares", (loops, n) -> out[0] = loops.weightedSquares(m, 3, x, 1, n));
    add("axpy", (loops, n) -> loops.axpy(0.3, x, 1, out, 2, n));
    add("weighted axpy", (loops, n) -> loops.weightedAxpy(-0.7, m, 1, x, 1, out, 2, n));
    add("product", (loops, n) -> loops.matrixVector(m, 3, n, 5, x, 2, out, 1));
    add("transposed product", (loops, n) -> loops.transposedMatrixVector(m, 3, n, 5, x, 2, out, 1));
  }

  private interface Step {
    void run(VectorLoops loops, int n);
  }

  private void add(String name, Step step) {
    byName.put(
        name,
        (loops, n) -> {
          step.run(loops, n);
          return out;
        });
  }

  List<String> names() {
    return new ArrayList<>(byName.keySet());
  }

  /** {@return those whose loops need no mask} */
  List<String> unmasked() {
    return names().stream().filter(name -> !MASKED.matcher(name).matches()).toList();
  }

  Operation get(String name) {
    return byName.get(name);
  }
}
