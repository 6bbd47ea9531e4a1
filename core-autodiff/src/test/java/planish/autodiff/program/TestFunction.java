package planish.autodiff.program;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;

/**
 * A function of one vector, as graphs that are compiled for its value, for its gradient after a dot
 * product with fixed weights, and for the gradient of that gradient's product with a direction.
 */
final class TestFunction {
  private final Program value;
  private final Program gradient;
  private final Program second;
  private final int inputs;
  private final int outputs;

  TestFunction(int inputs, Function<Expr, Expr> function) {
    this.inputs = inputs;
    Graph graph = new Graph();
    Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(inputs));
    Expr y = function.apply(x);
    Expr flat = Functions.reshape(y, Shape.of(y.shape().size()));
    this.outputs = y.shape().size();
    Expr weighted = Functions.dot(flat, weights(outputs));
    Expr slope = Gradient.of(weighted, List.of(x)).getFirst();
    Expr direction = Functions.dot(slope, weights(inputs));
    Expr curvature = Gradient.of(direction, List.of(x)).getFirst();
    this.value = compile(graph, flat);
    this.gradient = compile(graph, slope);
    this.second = compile(graph, curvature);
  }

  private static Program compile(Graph graph, Expr expr) {
    return Programs.compile(graph, List.of(new Output(expr, 0, 0))).open();
  }

  /** Irregular numbers, so that no two elements can stand for each other. */
  private static Expr weights(int n) {
    double[] w = new double[n];
    for (int k = 0; k < n; k++) {
      w[k] = 0.3 + 0.41 * ((k * 7) % 5) - 0.13 * k;
    }
    return Expr.vector(w);
  }

  int inputs() {
    return inputs;
  }

  double[] value(double[] x) {
    return run(value, x, outputs);
  }

  /** The weighted sum of the outputs, whose gradient {@link #gradient} gives. */
  double weightedValue(double[] x) {
    double[] w = numbers(weights(outputs));
    double[] y = value(x);
    double sum = 0;
    for (int k = 0; k < y.length; k++) {
      sum += w[k] * y[k];
    }
    return sum;
  }

  double[] gradient(double[] x) {
    return run(gradient, x, inputs);
  }

  /** The product of the gradient with fixed weights, whose gradient {@link #second} gives. */
  double weightedGradient(double[] x) {
    double[] w = numbers(weights(inputs));
    double[] g = gradient(x);
    double sum = 0;
    for (int k = 0; k < g.length; k++) {
      sum += w[k] * g[k];
    }
    return sum;
  }

  double[] second(double[] x) {
    return run(second, x, inputs);
  }

  /** NaN where a check stops the evaluation, as of a density. */
  private static double[] run(Program program, double[] x, int n) {
    double[] out = new double[n];
    if (!program.run(new double[][] {x}, new double[][] {out}).isFine()) {
      Arrays.fill(out, Double.NaN);
    }
    return out;
  }

  /** The numbers of an expression without inputs. */
  static double[] numbers(Expr expr) {
    double[] out = new double[expr.shape().size()];
    Programs.compile(new Graph(), List.of(new Output(expr, 0, 0)))
        .open()
        .run(new double[0][], new double[][] {out});
    return out;
  }
}
