package planish.compiler;

import static planish.autodiff.graph.Functions.*;
import static planish.autodiff.graph.Reductions.sumLog1pExp;

import java.util.List;
import java.util.Random;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;
import planish.autodiff.program.TapeSource;
import planish.autodiff.vector.Loops;

/** Value and gradient of a regression on known predictors, of any size, and what it predicts. */
final class Regressions {
  private Regressions() {}

  static TapeSource logistic(int rows, int columns) {
    Graph graph = new Graph();
    Expr b = graph.input(InputKind.POSITION, "b", 0, Shape.of(columns));
    double[] design = new Random(1).doubles((long) columns * rows, -1, 1).toArray();
    Expr eta = product(graph.data("X", design, Shape.of(rows, columns)), b);
    Expr logs = sum(log1pExp(eta)).plus(sumLog1pExp(eta.negate()));
    Expr value = logs.negate().minus(dot(eta, exp(eta)));
    Expr gradient = Gradient.of(value, List.of(b)).getFirst();
    List<Output> outputs =
        List.of(
            new Output(value, 0, 0), new Output(gradient, 0, 1), new Output(eta, 0, 1 + columns));
    return Programs.layOut(graph, outputs, Loops.plain());
  }

  static double[] position(int columns) {
    return new Random(2).doubles(columns, -1, 1).toArray();
  }

  /** {@return the number of results} */
  static int size(int rows, int columns) {
    return 1 + columns + rows;
  }
}
