package planish.distributions;

import java.util.List;
import java.util.SplittableRandom;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;

/** Values of expressions. */
final class Evaluate {
  private Evaluate() {}

  static double[] constant(Expr expression) {
    return of(new Graph(), expression, new double[0]);
  }

  static double[] of(Graph graph, Expr expression, double[] position) {
    double[] out = new double[expression.shape().size()];
    open(graph, expression).run(new double[][] {position}, new double[][] {out});
    return out;
  }

  /** {@return a distribution's draws by the program that its expression makes} */
  static double[] draws(Distribution distribution, long seed) {
    Graph graph = new Graph();
    Expr draw = distribution.draw(graph);
    double[] x = new double[draw.shape().size()];
    open(graph, draw).run(new double[0][], new double[][] {x}, new SplittableRandom(seed));
    return x;
  }

  static Program open(Graph graph, Expr expression) {
    return Programs.compile(graph, List.of(new Output(expression, 0, 0))).open();
  }
}
