package planish.compiler;

import java.util.List;
import planish.autodiff.graph.Expr;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.program.TapeSource;
import planish.autodiff.vector.Loops;
import planish.spi.UserException;

/**
 * Compiles and drops many programs, value and gradient; prints how many there were, so that none
 * can be left out.
 */
final class ManyPrograms {
  private ManyPrograms() {}

  /**
   * Makes them.
   *
   * @param arguments how many
   */
  public static void main(String[] arguments) {
    int programs = Integer.parseInt(arguments[0]);
    int made = 0;
    for (int seed = 0; made < programs; seed++) {
      made += runs(GraphPlan.of(seed, seed % 40, 12)) ? 1 : 0;
    }
    System.out.println(made);
  }

  /** Not where a check fails that depends on data alone. */
  private static boolean runs(GraphPlan plan) {
    try {
      run(plan);
      return true;
    } catch (UserException ofData) {
      return false;
    }
  }

  private static void run(GraphPlan plan) {
    RandomGraph graph = new RandomGraph(plan, RandomGraph.Leaves.INPUTS);
    List<Expr> values = graph.withGradient();
    TapeSource tape = Programs.layOut(graph.graph(), RandomGraph.outputs(values), Loops.plain());
    Program program = new CompilerBackend().compile(tape, CompilerMode.PLAIN).open();
    program.run(
        new double[][] {plan.position()}, new double[][] {new double[RandomGraph.size(values)]});
  }
}
