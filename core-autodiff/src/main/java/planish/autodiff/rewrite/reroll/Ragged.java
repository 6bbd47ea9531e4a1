package planish.autodiff.rewrite.reroll;

import static planish.autodiff.graph.Functions.concatenate;
import static planish.autodiff.graph.Functions.gatherFlat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Indices;
import planish.autodiff.graph.Leaves;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Unary;

/**
 * Sums over vectors of different lengths that are computed alike, such as one statement for each
 * group: the vectors stand end to end, and what is one number for each statement is gathered.
 */
final class Ragged {
  /** What lies deeper is not looked at. */
  private static final int DEEPEST = 100;

  private static final int KEY_DEPTH = 4;

  private final Graph graph;
  private final Views views;
  private final int[] lengths;
  private final int[] row;
  private final Map<Indices, Expr> made = new HashMap<>();

  private Ragged(Graph graph, Views views, int[] lengths) {
    this.graph = graph;
    this.views = views;
    this.lengths = lengths;
    this.row = new int[Arrays.stream(lengths).sum()];
    int at = 0;
    for (int k = 0; k < lengths.length; k++) {
      Arrays.fill(row, at, at + lengths[k], k);
      at += lengths[k];
    }
  }

  /** {@return a number for sums over vectors that may be computed alike; −1 for all other nodes} */
  static int kind(Graph graph, int node) {
    Node sum = graph.node(node);
    if (!(sum.op() instanceof SumTo)
        || !sum.shape().isScalar()
        || graph.node(sum.operand(0)).shape().rank() != 1) {
      return -1;
    }
    return Math.max(0, key(graph, sum.operand(0), KEY_DEPTH));
  }

  private static int key(Graph graph, int node, int depth) {
    Node top = graph.node(node);
    if (depth == 0 || top.known()) {
      return 7 * top.shape().rank();
    }
    if (top.operandCount() == 0 || top.op().viewOffset() >= 0 || top.op() instanceof Gather) {
      return 1 + 7 * top.shape().rank();
    }
    int key = top.op() instanceof Broadcast ? 1 : top.op().hashCode();
    for (int j = 0; j < top.operandCount(); j++) {
      key = 31 * key + key(graph, top.operand(j), depth - 1);
    }
    return key;
  }

  /**
   * {@return the sum over all vectors of these sums; null where they are not computed alike, or all
   * are of one length}
   */
  static Expr sum(Graph graph, Views views, int[] sums) {
    int[] vectors = Arrays.stream(sums).map(sum -> graph.node(sum).operand(0)).toArray();
    int[] lengths = Arrays.stream(vectors).map(v -> graph.node(v).shape().size()).toArray();
    if (Arrays.stream(lengths).allMatch(length -> length == lengths[0])) {
      return null;
    }
    Expr all = new Ragged(graph, views, lengths).of(vectors, 0);
    return all == null || all.shape().isScalar() ? null : all.sum();
  }

  /** The values of these nodes end to end, one number that all share, or null. */
  private Expr of(int[] lanes, int depth) {
    Indices key = new Indices(lanes);
    if (!made.containsKey(key)) {
      made.put(key, depth > DEEPEST ? null : make(lanes, depth));
    }
    return made.get(key);
  }

  private Expr make(int[] lanes, int depth) {
    if (Arrays.stream(lanes).allMatch(lane -> graph.node(lane).shape().isScalar())) {
      return numbers(lanes);
    }
    for (int k = 0; k < lanes.length; k++) {
      if (!graph.node(lanes[k]).shape().equals(Shape.of(lengths[k]))) {
        return null;
      }
    }
    Expr leaves = leaves(lanes);
    return leaves != null ? leaves : applied(lanes, depth);
  }

  private Expr numbers(int[] lanes) {
    Template template = Template.of(graph, views, lanes);
    if (template.root().kind() == Slot.Kind.SHARED) {
      return graph.expr(lanes[0]);
    }
    if (template.root().kind() == Slot.Kind.APPLIED && !template.pays()) {
      return null;
    }
    Expr each = Weave.of(graph, template).rows();
    return gatherFlat(each, row, Shape.of(row.length));
  }

  /** Data, or windows of one array. */
  private Expr leaves(int[] lanes) {
    if (Arrays.stream(lanes).allMatch(lane -> Leaves.dataOf(graph.node(lane).op()) != null)) {
      double[] all = new double[row.length];
      int at = 0;
      for (int k = 0; k < lanes.length; k++) {
        double[] own = Leaves.dataOf(graph.node(lanes[k]).op());
        System.arraycopy(own, 0, all, at, lengths[k]);
        at += lengths[k];
      }
      return graph.data("", all, Shape.of(all.length));
    }
    return Arrays.stream(lanes).allMatch(lane -> graph.node(lane).known())
        ? concatenate(Arrays.stream(lanes).mapToObj(graph::expr).toList())
        : windows(lanes);
  }

  private Expr windows(int[] lanes) {
    int base = source(lanes[0]);
    int[] index = new int[row.length];
    int at = 0;
    for (int k = 0; k < lanes.length; k++) {
      if (source(lanes[k]) != base || base == lanes[k]) {
        return null;
      }
      for (int j = 0; j < lengths[k]; j++) {
        index[at++] =
            graph.node(lanes[k]).op() instanceof Gather gather
                ? gather.index().values()[j]
                : views.offset(lanes[k]) + j;
      }
    }
    return TemplateValues.elements(graph.expr(base), index, Shape.of(row.length));
  }

  private int source(int lane) {
    Node node = graph.node(lane);
    return node.op() instanceof Gather ? node.operand(0) : views.base(lane);
  }

  private Expr applied(int[] lanes, int depth) {
    Op op = graph.node(lanes[0]).op();
    boolean repeats = op instanceof Broadcast;
    if (!repeats && !(op instanceof Unary || op instanceof Binary || op instanceof Select)) {
      return null;
    }
    List<Expr> operands = new ArrayList<>();
    for (int j = 0; j < graph.node(lanes[0]).operandCount(); j++) {
      int[] from = new int[lanes.length];
      for (int k = 0; k < lanes.length; k++) {
        Node node = graph.node(lanes[k]);
        if (!node.op().equals(op) && !(repeats && node.op() instanceof Broadcast)) {
          return null;
        }
        from[k] = node.operand(j);
      }
      Expr operand = of(from, depth + 1);
      if (operand == null) {
        return null;
      }
      operands.add(operand);
    }
    return repeats ? operands.getFirst() : graph.apply(op, operands);
  }
}
