package planish.autodiff.rewrite.gather;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Indices;
import planish.autodiff.graph.Node;
import planish.autodiff.rewrite.basics.KnownSums;

/** Arrays whose rows, along the first axis, are rows of another array: read, and made. */
final class RowGathers {
  private final Graph graph;
  private final Map<Indices, Map<Integer, int[]>> read = new IdentityHashMap<>();
  private final Map<int[], Map<Integer, Indices>> made = new IdentityHashMap<>();

  RowGathers(Graph graph) {
    this.graph = graph;
  }

  /**
   * Rows of an array.
   *
   * @param source the array
   * @param rows which of its rows stands where
   */
  record RowGather(Expr source, int[] rows) {
    int groups() {
      return source.shape().length(0);
    }

    /** {@return whether every row of the source is taken, by at least as many rows} */
    boolean coversAll() {
      return rows.length >= groups() && present().length == groups();
    }

    /** {@return the rows of the source that are taken, in order} */
    int[] present() {
      return KnownSums.present(null, rows.length, rows, groups());
    }
  }

  /**
   * {@return the rows that a gather takes; null for other nodes, or if it takes single elements}
   */
  RowGather of(Expr e) {
    Node node = graph.node(graph.indexOf(e));
    if (!(node.op() instanceof Gather gather) || node.known() || e.shape().rank() == 0) {
      return null;
    }
    Expr source = graph.expr(node.operand(0));
    int n = e.shape().length(0);
    int inner = e.shape().rank() - 1;
    if (n == 0
        || source.shape().rank() != inner + 1
        || !source.shape().last(inner).equals(e.shape().last(inner))) {
      return null;
    }
    int[] rows = rows(gather.index(), e.shape().size() / n);
    return rows == null ? null : new RowGather(source, rows);
  }

  private int[] rows(Indices index, int width) {
    return width == 0
        ? null
        : read.computeIfAbsent(index, _ -> new HashMap<>())
            .computeIfAbsent(width, w -> rowsOf(index.values(), w));
  }

  private static int[] rowsOf(int[] index, int width) {
    if (width == 1) {
      return index;
    }
    int[] rows = new int[index.length / width];
    for (int k = 0; k < index.length; k++) {
      int row = index[k] / width;
      if (k % width == 0) {
        rows[k / width] = row;
      }
      if (rows[k / width] != row || index[k] % width != k % width) {
        return null;
      }
    }
    return rows;
  }

  /** {@return an array of rows of another} */
  Expr taken(Expr source, int[] rows) {
    Shape inner = source.shape().last(source.shape().rank() - 1);
    Indices index =
        made.computeIfAbsent(rows, _ -> new HashMap<>())
            .computeIfAbsent(inner.size(), width -> indices(rows, width));
    Shape shape = Shape.of(rows.length).then(inner);
    return graph.apply(new Gather(index, shape), List.of(source));
  }

  private Indices indices(int[] rows, int width) {
    int[] index = new int[rows.length * width];
    for (int k = 0; k < index.length; k++) {
      index[k] = rows[k / width] * width + k % width;
    }
    Indices indices = new Indices(index);
    read.computeIfAbsent(indices, _ -> new HashMap<>()).put(width, rows);
    return indices;
  }
}
