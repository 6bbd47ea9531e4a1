package planish.compiler;

import java.util.List;
import planish.autodiff.graph.Expr;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.program.TapeSource;
import planish.autodiff.vector.Loops;

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
      GraphPlan plan = GraphPlan.of(seed, seed % 40, 12);
      if (!RandomGraph.stops(plan, RandomGraph.Leaves.INPUTS)) {
        run(plan);
        made++;
      }
    }
    System.out.println(made);
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
