package planish.compiler;

import static planish.autodiff.graph.Functions.reshape;
import static planish.autodiff.graph.Functions.sum;
import static planish.autodiff.graph.Functions.tanh;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.vector.Loops;
import planish.spi.UserException;

/** The graph of a {@link GraphPlan}: numbers, vectors of one length and small square matrices. */
final class RandomGraph {
  /** How many coordinates there are besides those of a vector. */
  static final int SCALARS = 4;

  /** Rows of a square matrix. */
  static final int ROWS = 3;

  /** What a graph is a function of. */
  enum Leaves {
    /** Inputs: evaluated at each run. */
    INPUTS,
    /** Data: evaluated once, while the program is made. */
    DATA,
    /** Constants outside the graph: evaluated while the graph is made. */
    CONSTANTS
  }

  private final Graph graph = new Graph();
  private final GraphPlan plan;
  private final Leaves leaves;
  private final Random random;
  private final Expr position;
  private final List<Expr> scalars = new ArrayList<>();
  private final List<Expr> vectors = new ArrayList<>();
  private final List<Expr> matrices = new ArrayList<>();
  private final Expr total;
  private final double shift;

  RandomGraph(GraphPlan plan, Leaves leaves) {
    this(plan, leaves, 0);
  }

  /**
   * A graph whose data are changed a little.
   *
   * @param shift the largest relative change
   */
  RandomGraph(GraphPlan plan, Leaves leaves, double shift) {
    this.shift = shift;
    this.plan = plan;
    this.leaves = leaves;
    this.random = new Random(plan.seed() + 1);
    this.position =
        leaves == Leaves.INPUTS
            ? graph.input(InputKind.POSITION, "x", 0, Shape.of(plan.dimension()))
            : known(plan.position(), plan.dimension());
    begin();
    for (GraphPlan.Step step : plan.steps()) {
      keep(GraphOperations.at(step.operation()).made(this, step));
    }
    this.total = total();
  }

  private void begin() {
    scalars.add(position.get(0));
    scalars.add(position.get(1).times(0.5));
    scalars.add(Expr.of(0.75));
    vectors.add(position.slice(SCALARS, SCALARS + length()));
    vectors.add(data(length()));
    matrices.add(data(ROWS, ROWS).times(position.get(2)));
    matrices.add(data(ROWS, ROWS));
  }

  private void keep(Expr made) {
    switch (made.shape().rank()) {
      case 0 -> scalars.add(made);
      case 1 -> vectors.add(made);
      default -> matrices.add(made);
    }
  }

  /** All that was made; vectors as they are, as in most log densities, or within bounds. */
  private Expr total() {
    Expr total = Expr.of(0);
    for (Expr s : scalars) {
      total = total.plus(tanh(s));
    }
    for (Expr v : vectors) {
      total = total.plus(sum(plan.seed() % 2 == 0 ? v : tanh(v)));
    }
    for (Expr m : matrices) {
      total = total.plus(sum(tanh(m)));
    }
    return total;
  }

  private static Expr last(List<Expr> made, int back) {
    return made.get(made.size() - 1 - back % made.size());
  }

  Expr scalar(int back) {
    return last(scalars, back);
  }

  Expr vector(int back) {
    return last(vectors, back);
  }

  Expr matrix(int back) {
    return last(matrices, back);
  }

  int length() {
    return plan.length();
  }

  /** {@return random data} */
  Expr data(int... lengths) {
    double[] values = random.doubles(Shape.of(lengths).size(), -1, 1).toArray();
    return known(shifted(values, shift), lengths);
  }

  /** {@return numbers changed by up to a part of each} */
  static double[] shifted(double[] values, double shift) {
    double[] shifted = values.clone();
    for (int k = 0; k < shifted.length; k++) {
      shifted[k] *= 1 + shift * (k % 2 == 0 ? 1 : -0.7);
    }
    return shifted;
  }

  /** {@return numbers that do not depend on the position} */
  Expr known(double[] values, int... lengths) {
    Shape shape = Shape.of(lengths);
    return leaves == Leaves.CONSTANTS ? Expr.of(values, shape) : graph.data("d", values, shape);
  }

  /** {@return an index of a vector for each of its elements} */
  int[] indices() {
    return length() == 0 ? new int[0] : random.ints(length(), 0, length()).toArray();
  }

  /** {@return three numbers as a vector} */
  Expr three(GraphPlan.Step step) {
    return planish.autodiff.graph.Functions.concatenate(
        List.of(scalar(step.a()), scalar(step.b()), scalar(step.c())));
  }

  static Expr vectorOf(Expr scalar) {
    return reshape(scalar, Shape.of(1));
  }

  Graph graph() {
    return graph;
  }

  Expr position() {
    return position;
  }

  Expr value() {
    return total;
  }

  /** {@return the value, and the vector and the matrix that were made last} */
  List<Expr> values() {
    return List.of(total, vectors.getLast(), matrices.getLast());
  }

  /** {@return these and the gradient} */
  List<Expr> withGradient() {
    List<Expr> all = new ArrayList<>(values());
    all.add(Gradient.of(total, List.of(position)).getFirst());
    return all;
  }

  /** {@return value and gradient after rewrites} */
  List<Expr> rewritten(Rewrites rewrites) {
    RewriteLog log = new RewriteLog();
    Expr value = rewrites.apply(Rewrite.Stage.DENSITY, graph, List.of(total), log).getFirst();
    List<Expr> both = new ArrayList<>(List.of(value));
    both.addAll(Gradient.of(value, List.of(position)));
    return rewrites.apply(Rewrite.Stage.PROGRAM, graph, both, log);
  }

  /** {@return whether a check of what is known fails, so that there is no program} */
  static boolean stops(GraphPlan plan, Leaves leaves) {
    try {
      RandomGraph random = new RandomGraph(plan, leaves);
      Programs.layOut(random.graph, outputs(random.values()), Loops.plain());
      return false;
    } catch (IllegalArgumentException | UserException failed) {
      return true;
    }
  }

  /** {@return outputs one after the other in one array} */
  static List<Output> outputs(List<Expr> values) {
    List<Output> outputs = new ArrayList<>();
    int at = 0;
    for (Expr value : values) {
      outputs.add(new Output(value, 0, at));
      at += value.shape().size();
    }
    return outputs;
  }

  static int size(List<Expr> values) {
    return values.stream().mapToInt(value -> value.shape().size()).sum();
  }
}
