package planish.compiler;

import static planish.autodiff.graph.Functions.*;
import static planish.autodiff.graph.Matrices.*;
import static planish.autodiff.graph.Reductions.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.Output;
import planish.autodiff.program.ScanBodies;

/** A scalar of vectors of one length and of scalars, of operations drawn at random. */
final class RandomGraph {
  private final Random random;
  private final Graph graph = new Graph();
  private final int n;
  private final Expr position;
  private final List<Expr> scalars = new ArrayList<>();
  private final List<Expr> vectors = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();
  private int size;

  /**
   * A graph.
   *
   * @param seed of its operations
   * @param n length of its vectors
   * @param operations how many
   */
  RandomGraph(long seed, int n, int operations) {
    this(seed, n, operations, null);
  }

  /** The same graph at a position that is known. */
  RandomGraph(long seed, int n, int operations, double[] known) {
    this.random = new Random(seed);
    this.n = n;
    Shape shape = Shape.of(dimension());
    this.position =
        known == null
            ? graph.input(InputKind.POSITION, "x", 0, shape)
            : graph.data("x", known, shape);
    scalars.add(position.get(0));
    scalars.add(position.get(1).times(0.5));
    scalars.add(Expr.of(0.75));
    vectors.add(position.slice(4, 4 + n));
    vectors.add(graph.data("y", random.doubles(n, -2, 2).toArray(), Shape.of(n)));
    for (int k = 0; k < operations; k++) {
      if (random.nextInt(3) == 0) {
        scalars.add(scalar());
      } else {
        vectors.add(vector());
      }
    }
    Expr total = Expr.of(0);
    for (Expr s : scalars) {
      total = total.plus(tanh(s));
    }
    for (Expr v : vectors) {
      total = total.plus(mean(n == 0 ? Expr.vector(1) : tanh(v)));
    }
    add(total);
    add(Gradient.of(total, List.of(position)).getFirst());
    add(vectors.getLast());
  }

  private void add(Expr value) {
    outputs.add(new Output(value, 0, size));
    size += value.shape().size();
  }

  int dimension() {
    return n + 4;
  }

  Graph graph() {
    return graph;
  }

  List<Output> outputs() {
    return outputs;
  }

  int size() {
    return size;
  }

  private Expr s() {
    return scalars.get(random.nextInt(scalars.size()));
  }

  private Expr v() {
    return vectors.get(random.nextInt(vectors.size()));
  }

  private Expr scalar() {
    return switch (random.nextInt(14)) {
      case 0 -> s().plus(s());
      case 1 -> s().times(s());
      case 2 -> exp(tanh(s()));
      case 3 -> s().minus(log1p(square(s())));
      case 4 -> dot(v(), v()).times(0.1);
      case 5 -> sum(v());
      case 6 -> n == 0 ? s() : v().get(random.nextInt(n));
      case 7 -> logSumExp(concatenate(List.of(s(), s(), s())));
      case 8 -> select(less(s(), s()), s(), s().times(2));
      case 9 -> pow(exp(tanh(s())), s());
      case 10 -> n == 0 ? s() : greatest(v());
      case 11 -> cos(s()).times(invLogit(s()));
      case 12 -> n == 0 ? s() : quadratic();
      default -> orderedSum(List.of(s(), s(), s()));
    };
  }

  private Expr quadratic() {
    int p = Math.min(n, 3);
    Expr m = graph.data("m", random.doubles((long) p * p, -1, 1).toArray(), Shape.of(p, p));
    return quadraticForm(m, v().slice(0, p));
  }

  private Expr vector() {
    return switch (random.nextInt(30)) {
      case 0 -> v().plus(v());
      case 1 -> v().minus(s());
      case 2 -> v().times(s());
      case 3 -> s().dividedBy(square(v()).plus(1));
      case 4 -> exp(tanh(v()));
      case 5 -> log(square(v()).plus(0.1));
      case 6 -> log1pExp(v());
      case 7 -> invLogit(v().negate());
      case 8 -> expm1(tanh(v()));
      case 9 -> log1p(abs(v()));
      case 10 -> sin(v()).plus(cos(v()));
      case 11 -> select(less(v(), s()), v(), v().times(0.5));
      case 12 -> sqrt(abs(v()).plus(1));
      case 13 -> n == 0 ? v() : gather(v(), indices());
      case 14 -> minimum(v(), maximum(v(), s()));
      case 15 -> logGamma(abs(v()).plus(0.5));
      case 16 -> pow(abs(v()).plus(0.5), s());
      case 17 -> design();
      case 18 -> n == 0 ? v() : scatterAdd(v(), indices(), Shape.of(n)).times(0.2);
      case 19 -> cumulativeSum(v()).times(0.1);
      case 20 -> orderedSum(List.of(v(), v(), v()));
      case 21 -> recurrence();
      case 22 -> sign(v()).times(reciprocal(square(v()).plus(1)));
      case 23 -> checked(v(), lessOrEqual(Expr.of(0), square(v())), v(), "never");
      case 24 -> n == 0 ? v() : rows();
      case 25 -> concatenate(List.of(v(), v())).slice(n / 2, n / 2 + n);
      case 26 -> phi(v());
      case 27 -> columnSums();
      case 28 -> erf(v()).times(atan(v()));
      default -> v().times(v()).minus(v());
    };
  }

  private int[] indices() {
    return random.ints(n, 0, n).toArray();
  }

  /** X b for a known X of three columns. */
  private Expr design() {
    Expr x = graph.data("X", random.doubles(3L * n, -1, 1).toArray(), Shape.of(n, 3));
    return product(x, concatenate(List.of(s(), s(), s())));
  }

  /** Gradients of X b for an X that is computed. */
  private Expr rows() {
    Expr m = outer(v(), concatenate(List.of(s(), s())));
    return product(m, concatenate(List.of(s(), s()))).times(0.1);
  }

  private Expr columnSums() {
    Expr m = outer(concatenate(List.of(s(), s())), v());
    return sumTo(m, Shape.of(n)).times(0.3);
  }

  private Expr recurrence() {
    var body =
        ScanBodies.of(
            2,
            1,
            1,
            (state, in, shared) ->
                concatenate(
                    List.of(
                        tanh(state.get(0).times(shared.get(0)).plus(in.get(0))),
                        state.get(1).times(0.5).plus(state.get(0)))));
    Expr states =
        scan(body, concatenate(List.of(s(), s())), reshape(v(), Shape.of(n, 1)), vectorOf(s()));
    return reshape(states, Shape.of(2 * n + 2)).slice(2, 2 + n);
  }

  private static Expr vectorOf(Expr scalar) {
    return reshape(scalar, Shape.of(1));
  }
}
