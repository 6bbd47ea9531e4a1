package planish.autodiff.rewrite.large;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.Leaves;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.VectorMatrix;

/**
 * Where the graph is cut: the nodes that are computed for each row, what all rows read of the rest,
 * and the data that they read.
 */
final class Cut {
  /** The most columns of a matrix that one loop reads; 16 were measured to be slower so. */
  private static final int NARROW = 8;

  private final Graph graph;
  private final Rows rows;
  private final boolean[] inside;
  private final Map<Integer, Integer> parameters = new LinkedHashMap<>();
  private final Set<Integer> constants = new HashSet<>();
  private final KnownValues known;
  private final List<Integer> matrices = new ArrayList<>();
  private int size;
  private int perRow;

  /**
   * A cut.
   *
   * @param sums sums over rows
   * @param factors what each is multiplied by
   */
  Cut(Graph graph, Rows rows, int[] sums, List<Expr> factors) {
    this.graph = graph;
    this.rows = rows;
    this.known = new KnownValues(graph);
    this.inside = new boolean[graph.size()];
    for (int k : sums) {
      inside[k] = true;
    }
    factors.forEach(factor -> outside(graph.indexOf(factor)));
    for (int k = inside.length - 1; k >= 0; k--) {
      if (inside[k] && !graph.node(k).known()) {
        read(graph.node(k));
      }
    }
  }

  private void read(Node node) {
    for (int j = 0; j < node.operandCount(); j++) {
      int operand = node.operand(j);
      if (rows.has(operand)) {
        perRow += !inside[operand] && graph.node(operand).known() ? 1 : 0;
        inside[operand] = true;
      } else if (node.op() instanceof VectorMatrix && j == 1) {
        perRow += graph.node(operand).shape().length(0);
        matrices.add(operand);
      } else {
        outside(operand);
      }
    }
  }

  private void outside(int k) {
    if (graph.node(k).known()) {
      constants.add(k);
    } else if (parameters.putIfAbsent(k, size) == null) {
      size += graph.node(k).shape().size();
    }
  }

  /** {@return the number of parameters that rows read} */
  int size() {
    return size;
  }

  /** {@return how many numbers of the data are read for each row} */
  int perRow() {
    return perRow;
  }

  /** {@return whether a node is computed for each row, or known for each} */
  boolean isInside(int k) {
    return k < inside.length && inside[k];
  }

  /** {@return what rows read of the rest, in one vector} */
  Expr parameters() {
    List<Expr> parts = new ArrayList<>();
    parameters.keySet().forEach(k -> parts.add(flat(graph.expr(k))));
    return parts.isEmpty() ? Expr.vector() : Functions.concatenate(parts);
  }

  private static Expr flat(Expr value) {
    return Functions.reshape(value, Shape.of(value.shape().size()));
  }

  /** {@return a parameter as a part of the vector of all} */
  Expr parameter(int k, Expr all) {
    Expr value = graph.expr(k);
    int from = parameters.get(k);
    return Functions.reshape(all.slice(from, from + value.shape().size()), value.shape());
  }

  boolean isParameter(int k) {
    return parameters.containsKey(k);
  }

  /** {@return whether no check fails among the data that rows read, which are evaluated once} */
  boolean evaluates() {
    boolean all =
        matrices.stream().allMatch(k -> values(source(isNarrow(k) ? k : matrix(k))) != null);
    for (int k = 0; k < inside.length; k++) {
      all &= !inside[k] || !graph.node(k).known() || values(source(k)) != null;
    }
    return all && constants.stream().allMatch(k -> values(k) != null);
  }

  /**
   * {@return whether the product with a matrix is best computed column by column, in one loop with
   * all else: as long as sums for each column find room in registers}
   */
  boolean isNarrow(int k) {
    int columns = graph.node(k).shape().length(0);
    return columns > 0 && columns <= NARROW;
  }

  /** Rows of a transposed matrix stand side by side already. */
  private int matrix(int k) {
    return graph.node(k).op() instanceof Transpose ? graph.node(k).operand(0) : k;
  }

  /** {@return the node that a known one only looks at: its values are never copied} */
  private int source(int k) {
    int source = k;
    while (isView(source)) {
      source = graph.node(source).operand(0);
    }
    return source;
  }

  private boolean isView(int k) {
    Op op = graph.node(k).op();
    return op.viewOffset() >= 0 && Leaves.doesNothing(op);
  }

  /** {@return the values of a known node} */
  double[] values(int k) {
    return known.of(graph.expr(k));
  }

  /** {@return a window of a known array's elements, which stays where it is} */
  Expr window(Graph shard, int k, int offset, Shape shape) {
    int at = offset;
    for (int view = k; isView(view); view = graph.node(view).operand(0)) {
      at += graph.node(view).op().viewOffset();
    }
    int source = source(k);
    Expr whole = shard.data("rows", values(source), graph.node(source).shape());
    return Functions.window(whole, at, shape);
  }

  /** {@return the columns of a matrix that belong to some rows} */
  Expr columns(Graph shard, int k, int from, int to) {
    int source = matrix(k);
    Shape shape = graph.node(source).shape();
    if (source != k) {
      int width = shape.length(1);
      Shape part = Shape.of(to - from, width);
      return Functions.transpose(window(shard, source, from * width, part));
    }
    double[] values = values(source);
    int n = to - from;
    double[] part = new double[shape.length(0) * n];
    for (int j = 0; j < shape.length(0); j++) {
      System.arraycopy(values, j * shape.length(1) + from, part, j * n, n);
    }
    return shard.data("columns", part, Shape.of(shape.length(0), n));
  }
}
