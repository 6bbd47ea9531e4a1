package planish.autodiff.rewrite.matrix;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.MatrixVector;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Unary;
import planish.autodiff.graph.VectorMatrix;
import planish.autodiff.rewrite.basics.DoubleDouble;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * A term of a sum that is a quadratic or a linear function of a vector x with known numbers.
 *
 * @param vector x
 * @param factors what all of it is multiplied by
 * @param parts what is added up
 */
record QuadraticTerm(Expr vector, ScalarFactors factors, List<Part> parts) {
  /** More parts than this are not taken apart. */
  private static final int PARTS = 32;

  /** What is added up. */
  sealed interface Part {
    /** A number that all of it is multiplied by. */
    DoubleDouble number();
  }

  /**
   * A number times xᵀ M x.
   *
   * @param known M
   */
  record OfMatrix(DoubleDouble number, Expr known) implements Part {}

  /** A number times xᵀ x. */
  record OfSquares(DoubleDouble number) implements Part {}

  /**
   * A number times vᵀ x.
   *
   * @param known v, or a number in place of a vector of equal ones
   */
  record OfVector(DoubleDouble number, Expr known) implements Part {}

  /** {@return whether there is a part with a matrix} */
  boolean hasMatrix() {
    return parts.stream().anyMatch(OfMatrix.class::isInstance);
  }

  /** {@return the number that the first part with a matrix is multiplied by} */
  DoubleDouble ofMatrix() {
    return parts.stream()
        .filter(OfMatrix.class::isInstance)
        .map(Part::number)
        .findFirst()
        .orElseThrow();
  }

  /** {@return whether there is nothing but xᵀ x} */
  boolean isSquares() {
    return parts.stream().allMatch(OfSquares.class::isInstance);
  }

  /** {@return a term as such a function; null if it is none, or if a part is used elsewhere too} */
  static QuadraticTerm of(Graph graph, KnownValues values, int[] uses, int index) {
    Node node = graph.node(index);
    return node.known() ? null : new Reader(graph, values, uses).read(node);
  }

  /** Reads terms. */
  private record Reader(Graph graph, KnownValues values, int[] uses) {
    /** A vector with what it is multiplied by. */
    private record Scaled(ScalarFactors factors, int index) {}

    private record Open(DoubleDouble number, int index) {}

    QuadraticTerm read(Node node) {
      if (node.op() instanceof Dot) {
        return pair(node.operand(0), node.operand(1));
      }
      if (!(node.op() instanceof SumTo) || !node.shape().isScalar()) {
        return null;
      }
      Scaled summed = scaled(node.operand(0), true);
      Node inner = summed == null ? null : graph.node(summed.index());
      if (inner == null || inner.shape().rank() != 1) {
        return null;
      }
      QuadraticTerm term =
          isProduct(inner) && uses[summed.index()] == 1
              ? pair(inner.operand(0), inner.operand(1))
              : linear(summed.index(), Expr.of(1));
      return term == null
          ? null
          : new QuadraticTerm(term.vector(), term.factors().times(summed.factors()), term.parts());
    }

    private boolean isProduct(Node node) {
      return node.op() instanceof Binary(BinaryFunction f)
          && f == BinaryFunction.MULTIPLY
          && graph.node(node.operand(0)).shape().equals(graph.node(node.operand(1)).shape());
    }

    private QuadraticTerm pair(int a, int b) {
      if (graph.node(a).shape().rank() != 1) {
        return null;
      }
      if (graph.node(a).known()) {
        return linear(b, graph.expr(a));
      }
      if (graph.node(b).known()) {
        return linear(a, graph.expr(b));
      }
      QuadraticTerm one = quadratic(a, b);
      return one == null ? quadratic(b, a) : one;
    }

    private QuadraticTerm linear(int vector, Expr known) {
      Scaled x = scaled(vector, false);
      return x == null
          ? null
          : new QuadraticTerm(
              graph.expr(x.index()), x.factors(), List.of(new OfVector(DoubleDouble.ONE, known)));
    }

    /** The product of x with a vector that is linear in x. */
    private QuadraticTerm quadratic(int x, int other) {
      Scaled sum = scaled(other, true);
      List<Part> parts = sum == null ? null : parts(x, sum.index());
      return parts == null ? null : new QuadraticTerm(graph.expr(x), sum.factors(), parts);
    }

    private List<Part> parts(int x, int linear) {
      Deque<Open> open = new ArrayDeque<>();
      open.add(new Open(DoubleDouble.ONE, linear));
      List<Part> parts = new ArrayList<>();
      while (!open.isEmpty()) {
        Open next = open.removeLast();
        Part part = part(x, next);
        if (part != null) {
          parts.add(part);
        } else if (parts.size() + open.size() > PARTS || !takeApart(next, open)) {
          return null;
        }
      }
      return parts;
    }

    private Part part(int x, Open next) {
      Node node = graph.node(next.index());
      if (next.index() == x) {
        return new OfSquares(next.number());
      }
      if (node.known()) {
        return new OfVector(next.number(), graph.expr(next.index()));
      }
      boolean left = node.op() instanceof MatrixVector;
      boolean product = left || node.op() instanceof VectorMatrix;
      if (!product || uses[next.index()] != 1 || node.operand(left ? 1 : 0) != x) {
        return null;
      }
      Expr matrix = graph.expr(node.operand(left ? 0 : 1));
      return matrix.known() ? new OfMatrix(next.number(), matrix) : null;
    }

    private boolean takeApart(Open next, Deque<Open> open) {
      Node node = graph.node(next.index());
      if (uses[next.index()] != 1) {
        return false;
      }
      return switch (node.op()) {
        case OrderedSum(List<Integer> times) -> {
          for (int k = 0; k < times.size() && times.size() <= PARTS; k++) {
            open.add(new Open(next.number().times(times.get(k)), node.operand(k)));
          }
          yield times.size() <= PARTS;
        }
        case Unary(UnaryFunction f) when f == UnaryFunction.NEGATE ->
            open.add(new Open(next.number().negated(), node.operand(0)));
        case Binary(BinaryFunction f)
            when f == BinaryFunction.ADD || f == BinaryFunction.SUBTRACT ->
            open.add(new Open(next.number(), node.operand(0)))
                && open.add(
                    new Open(
                        f == BinaryFunction.ADD ? next.number() : next.number().negated(),
                        node.operand(1)));
        default -> {
          Scaled step = step(node);
          boolean known = step != null && step.factors().powers().isEmpty();
          yield known
              && open.add(new Open(next.number().times(step.factors().number()), step.index()));
        }
      };
    }

    /**
     * A vector with the scalars that it is multiplied by taken out.
     *
     * @param computed whether the vector itself must not be used elsewhere, either
     */
    private Scaled scaled(int vector, boolean computed) {
      Scaled all = new Scaled(ScalarFactors.ONE, vector);
      Scaled step = step(graph.node(vector));
      while (step != null && uses[all.index()] == 1) {
        all = new Scaled(all.factors().times(step.factors()), step.index());
        step = step(graph.node(all.index()));
      }
      return computed && graph.node(all.index()).known() ? null : all;
    }

    /** {@return a vector without the scalar that it is multiplied by; null if there is none} */
    private Scaled step(Node node) {
      if (node.known()) {
        return null;
      }
      return switch (node.op()) {
        case Unary(UnaryFunction f) when f == UnaryFunction.NEGATE ->
            new Scaled(ScalarFactors.ONE.times(-1), node.operand(0));
        case Binary(BinaryFunction f) when f == BinaryFunction.MULTIPLY -> {
          int k = graph.node(node.operand(0)).shape().isScalar() ? 0 : 1;
          yield without(node, k, true);
        }
        case Binary(BinaryFunction f) when f == BinaryFunction.DIVIDE -> without(node, 1, false);
        default -> null;
      };
    }

    private Scaled without(Node node, int k, boolean multiplied) {
      int scalar = node.operand(k);
      if (!graph.node(scalar).shape().isScalar() || node.shape().isScalar()) {
        return null;
      }
      ScalarFactors factors = ScalarFactors.of(graph, values, scalar);
      if (factors == null) {
        return null;
      }
      ScalarFactors taken = multiplied ? factors : ScalarFactors.ONE.over(factors);
      return new Scaled(taken, node.operand(1 - k));
    }
  }
}
