package planish.autodiff.rewrite;

import java.util.List;
import java.util.Optional;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.Leaves;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;
import planish.autodiff.vector.Loops;
import planish.spi.UserException;

/** The value of what depends on data alone, for rewrites that must look at it. */
final class KnownValue {
  private KnownValue() {}

  /**
   * {@return the values of an expression in row-major order, not to be changed; none where they
   * depend on inputs or cannot be computed}
   */
  static Optional<double[]> of(Graph graph, Expr expr) {
    int index = graph.indexOf(expr);
    if (!graph.node(index).known()) {
      return Optional.empty();
    }
    double[] data = Leaves.dataOf(graph.node(index).op());
    return data != null ? Optional.of(data) : evaluated(graph, graph.expr(index));
  }

  private static Optional<double[]> evaluated(Graph graph, Expr expr) {
    double[][] out = {new double[expr.shape().size()]};
    try {
      Programs.compile(graph, List.of(new Output(expr, 0, 0)), Loops.plain())
          .open()
          .run(new double[InputKind.values().length][], out);
    } catch (UserException e) {
      // The compiler will meet the same and tell it with the site's name.
      return Optional.empty();
    }
    return Optional.of(out[0]);
  }
}
