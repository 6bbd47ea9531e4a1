package planish.transforms;

import java.util.List;
import java.util.function.UnaryOperator;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;

/** Values and derivatives of functions of one array. */
final class Evaluate {
  private Evaluate() {}

  static double[] at(UnaryOperator<Expr> function, double[] x, Shape shape) {
    Graph graph = new Graph();
    Expr result = function.apply(graph.input(InputKind.POSITION, "x", 0, shape));
    return run(graph, result, x);
  }

  static double[] at(UnaryOperator<Expr> function, double... x) {
    return at(function, x, Shape.of(x.length));
  }

  /** The derivative of the sum of a function's elements. */
  static double[] slope(UnaryOperator<Expr> function, double... x) {
    Graph graph = new Graph();
    Expr input = graph.input(InputKind.POSITION, "x", 0, Shape.of(x.length));
    Expr sum = function.apply(input).sum();
    return run(graph, Gradient.of(sum, List.of(input)).getFirst(), x);
  }

  /** The derivative of a function's derivative times a direction: a Hessian times a vector. */
  static double[] curvature(UnaryOperator<Expr> function, double[] direction, double... x) {
    Graph graph = new Graph();
    Expr input = graph.input(InputKind.POSITION, "x", 0, Shape.of(x.length));
    Expr slope = Gradient.of(function.apply(input).sum(), List.of(input)).getFirst();
    Expr along = slope.times(Expr.vector(direction)).sum();
    return run(graph, Gradient.of(along, List.of(input)).getFirst(), x);
  }

  private static double[] run(Graph graph, Expr result, double[] x) {
    double[] out = new double[result.shape().size()];
    Programs.compile(graph, List.of(new Output(result, 0, 0)))
        .open()
        .run(new double[][] {x}, new double[][] {out});
    return out;
  }
}
