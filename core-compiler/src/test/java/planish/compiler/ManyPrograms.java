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
  /** Runs after which small programs are compiled in any mode. */
  private static final int ENOUGH = 40;

  private ManyPrograms() {}

  /**
   * Makes them.
   *
   * @param arguments how many, and how soon they are compiled, as one text
   */
  public static void main(String[] arguments) {
    String[] words = arguments[0].split(" ");
    int programs = Integer.parseInt(words[0]);
    CompilerMode mode = CompilerMode.valueOf(words[1]);
    int made = 0;
    for (int seed = 0; made < programs; seed++) {
      GraphPlan plan = GraphPlan.of(seed, seed % 40, 12);
      if (!RandomGraph.stops(plan, RandomGraph.Leaves.INPUTS)) {
        run(plan, mode);
        made++;
      }
    }
    System.out.println(made);
  }

  private static void run(GraphPlan plan, CompilerMode mode) {
    RandomGraph graph = new RandomGraph(plan, RandomGraph.Leaves.INPUTS);
    List<Expr> values = graph.withGradient();
    TapeSource tape = Programs.layOut(graph.graph(), RandomGraph.outputs(values), Loops.plain());
    Program program = new CompilerBackend().compile(tape, mode).open();
    double[][] out = {new double[RandomGraph.size(values)]};
    for (int k = 0; k < ENOUGH; k++) {
      program.run(new double[][] {plan.position()}, out);
    }
  }
}
