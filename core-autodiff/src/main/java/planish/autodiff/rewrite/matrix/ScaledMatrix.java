package planish.autodiff.rewrite.matrix;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Outer;
import planish.autodiff.graph.Unary;
import planish.autodiff.rewrite.algebra.ElementSigns;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/** A matrix whose elements are multiplied by numbers of their rows and of their columns. */
final class ScaledMatrix {
  private static final int MOST_SCALES = 16;

  private final Graph graph;
  private final ElementSigns signs;
  private final Factors factors;
  private final List<Integer> rows = new ArrayList<>();
  private final List<Integer> columns = new ArrayList<>();
  private final List<Integer> scalars = new ArrayList<>();
  private final List<Integer> matrices = new ArrayList<>();

  ScaledMatrix(Graph graph, ElementSigns signs, Factors factors) {
    this.graph = graph;
    this.signs = signs;
    this.factors = factors;
  }

  /**
   * {@return the Cholesky factor of a matrix that was scaled by the same positive numbers along
   * rows and columns; null for others}
   */
  Expr factor(int index) {
    takeApart(index);
    Collections.sort(rows);
    Collections.sort(columns);
    if (matrices.size() != 1 || !rows.equals(columns) || rows.size() + scalars.size() == 0) {
      return null;
    }
    Expr factor = factors.ofProduct(factors.behindViews(matrices.getFirst()));
    return factor != null && positive(rows) && positive(scalars) ? scaled(factor) : null;
  }

  private boolean positive(List<Integer> nodes) {
    return nodes.stream().allMatch(signs::allPositive);
  }

  private Expr scaled(Expr factor) {
    Expr scaled = factor;
    for (int row : rows) {
      scaled = Factors.scaledRows(graph.expr(row), scaled);
    }
    for (int scalar : scalars) {
      scaled = root(scalar).times(scaled);
    }
    return scaled;
  }

  /** The root of a positive number, which is at hand where it was squared. */
  private Expr root(int scalar) {
    Node node = graph.node(scalar);
    boolean square =
        node.op() instanceof Unary(UnaryFunction f) && f == UnaryFunction.SQUARE
            || isProduct(node) && node.operand(0) == node.operand(1);
    return square && signs.allPositive(node.operand(0))
        ? graph.expr(node.operand(0))
        : Functions.sqrt(graph.expr(scalar));
  }

  private static boolean isProduct(Node node) {
    return node.op() instanceof Binary(BinaryFunction f) && f == BinaryFunction.MULTIPLY;
  }

  private void takeApart(int index) {
    int size = graph.node(index).shape().length(0);
    Deque<Integer> open = new ArrayDeque<>(List.of(index));
    while (!open.isEmpty() && open.size() + matrices.size() < MOST_SCALES) {
      int next = factors.behindViews(open.pop());
      Node node = graph.node(next);
      if (node.shape().isScalar()) {
        scalars.add(next);
      } else if (isProduct(node)) {
        open.push(node.operand(1));
        open.push(node.operand(0));
      } else if (node.op() instanceof Outer) {
        rows.add(factors.behindViews(node.operand(0)));
        columns.add(factors.behindViews(node.operand(1)));
      } else if (size > 1 && node.op() instanceof Broadcast) {
        addRepeated(next, node.operand(0), size);
      } else {
        matrices.add(next);
      }
    }
    matrices.addAll(open);
  }

  private void addRepeated(int index, int vector, int size) {
    Node node = graph.node(vector);
    int base = factors.behindViews(vector);
    if (node.shape().size() != size) {
      matrices.add(index);
    } else if (node.shape().length(-1) == size) {
      columns.add(base);
    } else {
      rows.add(base);
    }
  }
}
