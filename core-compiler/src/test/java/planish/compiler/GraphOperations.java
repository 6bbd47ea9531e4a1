package planish.compiler;

import static planish.autodiff.graph.Functions.*;
import static planish.autodiff.graph.Reductions.cumulativeSum;
import static planish.autodiff.graph.Reductions.greatest;
import static planish.autodiff.graph.Reductions.least;
import static planish.autodiff.graph.Reductions.sumLog1pExp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Matrices;
import planish.autodiff.graph.MatrixVector;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.program.ScanBodies;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;
import planish.reference.Big;
import planish.reference.ExactFunction;

/**
 * What random graphs are made of: with their derivatives, every operation there is but random
 * draws.
 */
final class GraphOperations {
  private GraphOperations() {}

  /** Makes a number, a vector or a small matrix of those that there are. */
  interface Rule {
    Expr make(RandomGraph g, GraphPlan.Step step);
  }

  /**
   * One operation.
   *
   * @param name for people
   * @param onEmpty whether it works on vectors of length 0
   * @param rule makes it
   */
  record Row(String name, boolean onEmpty, Rule rule) {
    Row(String name, Rule rule) {
      this(name, true, rule);
    }

    Expr made(RandomGraph g, GraphPlan.Step step) {
      return onEmpty || g.length() > 0 ? rule.make(g, step) : g.scalar(step.a());
    }
  }

  /** All rows; the first ones are the simplest. */
  static final List<Row> ALL =
      Stream.of(arithmetic(), unary(), binary(), vectors(), sums(), matrices(), control())
          .flatMap(rows -> rows)
          .toList();

  static Row at(int operation) {
    return ALL.get(operation % ALL.size());
  }

  private static Stream<Row> arithmetic() {
    return Stream.of(
        new Row("plus", (g, s) -> g.vector(s.a()).plus(g.vector(s.b()))),
        new Row("minus", (g, s) -> g.vector(s.a()).minus(g.scalar(s.b()))),
        new Row("times", (g, s) -> g.vector(s.a()).times(g.scalar(s.b()))),
        new Row("product", (g, s) -> g.vector(s.a()).times(g.vector(s.b()))),
        new Row("dividedBy", (g, s) -> g.scalar(s.a()).dividedBy(square(g.vector(s.b())).plus(1))),
        new Row("scalar plus", (g, s) -> g.scalar(s.a()).plus(g.scalar(s.b()))),
        new Row("scalar times", (g, s) -> g.scalar(s.a()).times(g.scalar(s.b()))));
  }

  /** A number or a vector, now and then outside the domain of functions that have one. */
  private static Expr argument(RandomGraph g, int which, int form) {
    return form % 3 == 0 ? g.scalar(which) : g.vector(which);
  }

  private static Stream<Row> unary() {
    return Arrays.stream(UnaryFunction.values())
        .map(f ->
            new Row(
                f.name(),
                (g, s) -> {
                  Expr x = argument(g, s.a(), s.c());
                  return planish.autodiff.graph.Functions.unary(
                      f, s.b() % 8 == 7 ? x : within(f, x));
                }));
  }

  private static Expr within(UnaryFunction f, Expr x) {
    return switch (f) {
      case LOG, SQRT, RECIPROCAL, LOG_GAMMA, DIGAMMA, TRIGAMMA, LOG1P -> abs(x).plus(0.5);
      case ASIN, ACOS, ATANH -> tanh(x).times(0.9);
      case INV_PHI -> tanh(x).times(0.4).plus(0.5);
      case ACOSH -> abs(x).plus(1.25);
      case EXP, EXPM1, SINH, COSH, TAN -> tanh(x);
      default -> x;
    };
  }

  private static Stream<Row> binary() {
    return Arrays.stream(BinaryFunction.values())
        .map(f ->
            new Row(
                f.name(),
                (g, s) -> {
                  Expr x = argument(g, s.a(), s.c());
                  Expr y = argument(g, s.b(), s.c() / 3);
                  return switch (f) {
                    case POW -> pow(abs(x).plus(0.5), y);
                    case LOG_BETA -> logBeta(abs(x).plus(0.5), abs(y).plus(0.5));
                    case POLYGAMMA -> polygamma(2 + s.b() % 2, abs(x).plus(0.7));
                    default -> planish.autodiff.graph.Functions.binary(f, x, y);
                  };
                }));
  }

  private static Stream<Row> vectors() {
    return Stream.of(
        new Row(
            "select",
            (g, s) -> {
              Expr v = g.vector(s.a());
              return select(less(v, g.scalar(s.c())), g.vector(s.b()), v.times(0.5));
            }),
        new Row(
            "scalar select",
            (g, s) ->
                select(
                    less(g.scalar(s.a()), g.scalar(s.b())),
                    g.scalar(s.b()),
                    g.scalar(s.c()).times(2))),
        new Row("get", false, (g, s) -> g.vector(s.a()).get(s.b() * 7 % g.length())),
        new Row("gather", false, (g, s) -> gather(g.vector(s.a()), g.indices())),
        new Row(
            "scatterAdd",
            false,
            (g, s) -> scatterAdd(g.vector(s.a()), g.indices(), Shape.of(g.length())).times(0.2)),
        new Row("gatherAt", false, GraphOperations::takenAt),
        new Row(
            "window",
            (g, s) -> {
              int n = g.length();
              Expr two = concatenate(List.of(g.vector(s.a()), g.vector(s.b())));
              return two.slice(n / 2, n / 2 + n);
            }),
        new Row("reverse", false, (g, s) -> reverse(g.vector(s.a()))),
        new Row("broadcast", (g, s) -> broadcast(g.scalar(s.a()), Shape.of(g.length()))));
  }

  /** Elements at indices that are computed. */
  private static Expr takenAt(RandomGraph g, GraphPlan.Step step) {
    double[] index = Arrays.stream(g.indices()).asDoubleStream().toArray();
    Expr zero = select(less(g.scalar(step.b()), g.scalar(step.b())), Expr.of(1), Expr.of(0));
    return gatherAt(g.vector(step.a()), g.known(index, index.length).plus(zero));
  }

  private static Stream<Row> sums() {
    return Stream.of(
        new Row("sum", (g, s) -> sum(g.vector(s.a()))),
        new Row("dot", (g, s) -> dot(g.vector(s.a()), g.vector(s.b())).times(0.1)),
        new Row("logSumExp", (g, s) -> logSumExp(g.three(s))),
        new Row("logSumExp of many", (g, s) -> logSumExp(g.vector(s.a()))),
        new Row("sumLog1pExp", (g, s) -> sumLog1pExp(g.vector(s.a())).times(0.1)),
        new Row("greatest", false, (g, s) -> greatest(g.vector(s.a()))),
        new Row("least", false, (g, s) -> least(g.vector(s.a()))),
        new Row("cumulativeSum", (g, s) -> cumulativeSum(g.vector(s.a())).times(0.1)),
        new Row("orderedSum", (g, s) -> ordered(g.vector(s.a()), g.vector(s.b()), g.vector(s.c()))),
        new Row(
            "scalar orderedSum",
            (g, s) -> ordered(g.scalar(s.a()), g.scalar(s.b()), g.scalar(s.c()))),
        new Row(
            "sum of rows",
            (g, s) -> {
              Expr two = concatenate(List.of(g.scalar(s.b()), g.scalar(s.c())));
              return sumTo(outer(two, g.vector(s.a())), Shape.of(g.length())).times(0.3);
            }),
        new Row(
            "sums of columns",
            (g, s) -> {
              Expr two = concatenate(List.of(g.scalar(s.b()), g.scalar(s.c())));
              return sumLast(outer(g.vector(s.a()), two), 1).times(0.3);
            }));
  }

  /** Terms that are equal are not merged: constants would be where computed values are not. */
  private static Expr ordered(Expr... terms) {
    return apply(new OrderedSum(List.of(1, 2, 1)), terms);
  }

  private static Stream<Row> matrices() {
    int p = RandomGraph.ROWS;
    return Stream.of(
        new Row("X b", (g, s) -> product(g.data(g.length(), p), g.three(s))),
        new Row("r X", (g, s) -> dot(product(g.vector(s.a()), g.data(g.length(), p)), g.three(s))),
        new Row(
            "computed X b",
            (g, s) -> {
              Expr b = g.three(s);
              return apply(new MatrixVector(), outer(g.vector(s.a()), tanh(b)), b).times(0.1);
            }),
        new Row("outer", (g, s) -> outer(g.three(s), tanh(g.three(s)))),
        new Row("matrix product", (g, s) -> product(g.matrix(s.a()), g.matrix(s.b())).times(0.2)),
        new Row("matrix times", (g, s) -> g.matrix(s.a()).times(g.scalar(s.b()))),
        new Row("tanh of matrix", (g, s) -> tanh(g.matrix(s.a()))),
        new Row("transpose", (g, s) -> transpose(g.matrix(s.a()))),
        new Row("lowerTriangle", (g, s) -> lowerTriangle(g.matrix(s.a()))),
        new Row("diagonal", (g, s) -> sum(square(diagonal(g.matrix(s.a()))))),
        new Row("diagonalMatrix", (g, s) -> diagonalMatrix(g.three(s))),
        new Row("cholesky", (g, s) -> cholesky(positive(g.matrix(s.a())))),
        new Row(
            "solveLower",
            (g, s) -> sum(solveLower(factor(g, s.a(), s.b()), g.three(s)).times(0.1))),
        new Row(
            "solveLowerTransposed",
            (g, s) -> solveLowerTransposed(factor(g, s.a(), s.b()), tanh(g.matrix(s.c())))),
        new Row("quadraticForm", (g, s) -> Matrices.quadraticForm(g.data(p, p), tanh(g.three(s)))));
  }

  private static Expr factor(RandomGraph g, int matrix, int form) {
    Expr m = g.matrix(matrix);
    return form % 2 == 0 ? cholesky(positive(m)) : lowerTriangle(tanh(m).plus(2));
  }

  private static Expr positive(Expr m) {
    Expr bounded = tanh(m);
    Expr four = diagonalMatrix(Expr.full(Shape.of(RandomGraph.ROWS), 4));
    return product(bounded, transpose(bounded)).plus(four);
  }

  private static Stream<Row> control() {
    return Stream.of(
        new Row(
            "check",
            (g, s) -> {
              Expr v = g.vector(s.a());
              return checked(v, lessOrEqual(v, Expr.of(s.c() < 4 ? 1 : 1e6)), v, "too large");
            }),
        new Row(
            "scalar guard",
            (g, s) -> {
              Expr x = g.scalar(s.a());
              return guarded(g.scalar(s.b()), equal(x, x), x, "no number");
            }),
        new Row("external", (g, s) -> external(Cube.CUBE, tanh(g.vector(s.a())))),
        new Row("scan", GraphOperations::recurrence),
        new Row("scan of one number", GraphOperations::growth));
  }

  private static Expr recurrence(RandomGraph g, GraphPlan.Step step) {
    var body =
        ScanBodies.of(
            2,
            2,
            1,
            (state, in, shared) ->
                concatenate(
                    List.of(
                        tanh(state.get(0).times(shared.get(0)).plus(in.get(0))),
                        state.get(1).times(0.5).plus(state.get(0)).plus(in.get(1)))));
    int n = g.length();
    Expr first = concatenate(List.of(g.scalar(step.a()), g.scalar(step.b())));
    List<Expr> reads =
        List.of(
            reshape(g.vector(step.a()), Shape.of(n, 1)),
            reshape(g.vector(step.b()).times(0.1), Shape.of(n, 1)));
    Expr states = scan(body, first, reads, RandomGraph.vectorOf(g.scalar(step.c())));
    return reshape(states, Shape.of(2 * n + 2)).slice(2, 2 + n);
  }

  /** Of which the end alone is used. */
  private static Expr growth(RandomGraph g, GraphPlan.Step step) {
    var body =
        ScanBodies.of(1, 1, 1, (state, in, shared) -> tanh(state.times(shared)).plus(log1pExp(in)));
    Expr states =
        scan(
            body,
            RandomGraph.vectorOf(g.scalar(step.a())),
            reshape(g.vector(step.b()), Shape.of(g.length(), 1)),
            RandomGraph.vectorOf(g.scalar(step.c())));
    return states.get(g.length(), 0);
  }

  /** x cubed, as code outside the graph that brings its derivative. */
  private enum Cube implements ExactFunction {
    CUBE;

    @Override
    public Shape shape(List<Shape> operands) {
      return operands.getFirst();
    }

    @Override
    public void evaluate(double[][] operands, double[] out) {
      Arrays.setAll(out, k -> operands[0][k] * operands[0][k] * operands[0][k]);
    }

    @Override
    public Big[] exactly(Big[][] operands) {
      return Arrays.stream(operands[0]).map(x -> x.times(x).times(x)).toArray(Big[]::new);
    }

    @Override
    public List<Expr> pullback(Expr self, List<Expr> operands, Expr adjoint) {
      return List.of(adjoint.times(square(operands.getFirst()).times(3)));
    }
  }
}
