package planish.autodiff.rewrite.statistics;

import static planish.autodiff.graph.Functions.gatherFlat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Indices;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.Unary;
import planish.autodiff.graph.VectorMatrix;
import planish.autodiff.rewrite.gather.Groups;

/**
 * An expression as what is done to each of its rows: functions of one row's numbers on top, below
 * them leaves that know how to give single rows.
 */
final class RowTree {
  /** More nodes than this are not looked at. */
  private static final int NODES = 10_000;

  private final Graph graph;
  private final int root;
  private final int rows;
  private final List<Integer> order = new ArrayList<>();
  private final Map<Integer, Leaf> leaves = new HashMap<>();

  /** A node that stands below the functions of single rows. */
  sealed interface Leaf {
    /** The same for all rows. */
    record Same(Expr value) implements Leaf {}

    /** A known number for each row. */
    record Numbers(Expr vector) implements Leaf {}

    /** A group's parameter. */
    record Grouped(Groups groups) implements Leaf {}

    /** The product of a known matrix's column with parameters. */
    record Product(Expr coefficients, Expr matrix) implements Leaf {}

    /** A parameter of each row's own. */
    record Own(Expr vector) implements Leaf {}
  }

  private RowTree(Graph graph, int root, int rows) {
    this.graph = graph;
    this.root = root;
    this.rows = rows;
  }

  /**
   * {@return an expression taken apart; null if it is too large}
   *
   * @param rows the number of its elements, or of those that a scalar stands for
   */
  static RowTree of(Graph graph, Expr expr, int rows) {
    RowTree tree = new RowTree(graph, graph.indexOf(expr), rows);
    return tree.collect() ? tree : null;
  }

  private boolean collect() {
    TreeSet<Integer> seen = new TreeSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      int k = open.pop();
      if (seen.add(k)) {
        Node node = graph.node(k);
        Leaf leaf = leaf(k, node);
        if (leaf != null) {
          leaves.put(k, leaf);
          continue;
        }
        for (int j = 0; j < node.operandCount(); j++) {
          open.push(node.operand(j));
        }
      }
      if (seen.size() > NODES) {
        return false;
      }
    }
    order.addAll(seen);
    return true;
  }

  private Leaf leaf(int index, Node node) {
    Expr expr = graph.expr(index);
    if (node.shape().size() != rows || node.shape().isScalar()) {
      return new Leaf.Same(expr);
    }
    if (node.known()) {
      return new Leaf.Numbers(Groups.flat(expr));
    }
    Groups groups = Groups.of(graph, node);
    if (groups != null) {
      return new Leaf.Grouped(groups);
    }
    if (node.op() instanceof VectorMatrix && graph.node(node.operand(1)).known()) {
      return new Leaf.Product(graph.expr(node.operand(0)), graph.expr(node.operand(1)));
    }
    return ofRows(node.op()) ? null : new Leaf.Own(Groups.flat(expr));
  }

  private static boolean ofRows(Op op) {
    return op instanceof Unary
        || op instanceof Binary
        || op instanceof Select
        || op instanceof Check
        || op instanceof Reshape;
  }

  /** {@return whether rows are checked: all of them have to be, then} */
  boolean checked() {
    return order.stream()
        .anyMatch(k -> !leaves.containsKey(k) && graph.node(k).op() instanceof Check);
  }

  /** {@return the leaves, operands first} */
  List<Leaf> leaves() {
    return order.stream().filter(leaves::containsKey).map(leaves::get).toList();
  }

  /** {@return the expression at some rows: a vector, or a scalar if all rows are the same} */
  Expr at(int[] taken) {
    Map<Integer, Expr> values = new HashMap<>();
    for (int k : order) {
      values.put(k, leaves.containsKey(k) ? at(leaves.get(k), taken) : inner(k, values));
    }
    return values.get(root);
  }

  private Expr inner(int index, Map<Integer, Expr> values) {
    Node node = graph.node(index);
    if (node.op() instanceof Reshape) {
      return values.get(node.operand(0));
    }
    List<Expr> operands = new ArrayList<>();
    for (int j = 0; j < node.operandCount(); j++) {
      operands.add(values.get(node.operand(j)));
    }
    return graph.apply(node.op(), operands);
  }

  private Expr at(Leaf leaf, int[] taken) {
    return switch (leaf) {
      case Leaf.Same(Expr value) -> value;
      case Leaf.Numbers(Expr vector) -> gather(vector, taken);
      case Leaf.Own(Expr vector) -> gather(vector, taken);
      case Leaf.Grouped(Groups groups) -> groupsAt(groups, taken);
      case Leaf.Product(Expr coefficients, Expr matrix) ->
          graph.apply(new VectorMatrix(), List.of(coefficients, columns(matrix, taken)));
    };
  }

  private Expr gather(Expr vector, int[] taken) {
    return gatherFlat(vector, taken, Shape.of(taken.length));
  }

  /** Of one group for all the rows, the scalar itself. */
  private Expr groupsAt(Groups groups, int[] taken) {
    if (groups.values().shape().size() == 1) {
      return planish.autodiff.graph.Functions.reshape(groups.values(), Shape.scalar());
    }
    int[] index = new int[taken.length];
    boolean identity = taken.length == groups.values().shape().size();
    for (int k = 0; k < taken.length; k++) {
      index[k] = groups.index().values()[taken[k]];
      identity &= index[k] == k;
    }
    return identity
        ? groups.values()
        : graph.apply(
            new Gather(new Indices(index), Shape.of(taken.length)), List.of(groups.values()));
  }

  private static Expr columns(Expr matrix, int[] taken) {
    int height = matrix.shape().length(0);
    int width = matrix.shape().length(1);
    int[] index = new int[height * taken.length];
    for (int i = 0; i < height; i++) {
      for (int k = 0; k < taken.length; k++) {
        index[i * taken.length + k] = i * width + taken[k];
      }
    }
    return gatherFlat(matrix, index, Shape.of(height, taken.length));
  }
}
