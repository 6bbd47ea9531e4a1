package planish.compiler;

import java.util.List;
import planish.autodiff.graph.Expr;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.program.TapeSource;
import planish.autodiff.vector.Loops;

/** Prints how many lanes there are, and one number that depends on every bit of some programs. */
final class LaneHash {
  private LaneHash() {}

  /**
   * Prints the line.
   *
   * @param arguments {@code off}, {@code plain} or {@code vector}
   */
  public static void main(String[] arguments) {
    CompilerMode mode = CompilerMode.valueOf(arguments[0].toUpperCase(java.util.Locale.ROOT));
    long hash = 0;
    for (int n : new int[] {5, 17, 21, 40, 300}) {
      for (int seed = 0; seed < 4; seed++) {
        hash = 31 * hash + hash(n, seed, mode);
      }
    }
    for (int n : new int[] {70, 203}) {
      TapeSource tape = Regressions.logistic(n, 20);
      hash = 31 * hash + hash(tape, mode, Regressions.position(20), Regressions.size(n, 20));
    }
    System.out.println(Vectors.copies() + " " + Long.toHexString(hash));
  }

  private static long hash(int n, int seed, CompilerMode mode) {
    GraphPlan plan = GraphPlan.of(100L * n + seed, n, 20);
    if (RandomGraph.stops(plan, RandomGraph.Leaves.INPUTS)) {
      return 0;
    }
    RandomGraph graph = new RandomGraph(plan, RandomGraph.Leaves.INPUTS);
    List<Expr> values = graph.withGradient();
    TapeSource tape = Programs.layOut(graph.graph(), RandomGraph.outputs(values), Loops.plain());
    return hash(tape, mode, plan.position(), RandomGraph.size(values));
  }

  private static long hash(TapeSource tape, CompilerMode mode, double[] position, int size) {
    Program program = new CompilerBackend().compile(tape, mode).open();
    double[][] out = {new double[size]};
    program.run(new double[][] {position}, out);
    long hash = 1;
    for (double value : out[0]) {
      hash = 31 * hash + Double.doubleToLongBits(value);
    }
    return hash;
  }
}
