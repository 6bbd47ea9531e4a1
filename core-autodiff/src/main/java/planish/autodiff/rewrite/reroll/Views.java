package planish.autodiff.rewrite.reroll;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Concatenate;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.Slice;

/**
 * Which window of which array each node looks at, through slices and changes of shape. Single
 * elements are followed further: through gathers, repeats and scalars that stand side by side.
 *
 * <p>Grows with the graph.
 */
final class Views {
  private final Graph graph;
  private final Map<Integer, Boolean> scalarParts = new HashMap<>();
  private int[] bases = new int[64];
  private int[] offsets = new int[64];
  private int resolved;

  Views(Graph graph) {
    this.graph = graph;
  }

  /** {@return the node whose elements a node's elements are; itself if it is no view} */
  int base(int node) {
    extend(node);
    return bases[node];
  }

  /** {@return index of the node's first element among those of its base} */
  int offset(int node) {
    extend(node);
    return offsets[node];
  }

  private void extend(int node) {
    if (node >= bases.length) {
      int length = Math.max(graph.size(), 2 * bases.length);
      bases = Arrays.copyOf(bases, length);
      offsets = Arrays.copyOf(offsets, length);
    }
    while (resolved <= node) {
      resolve(resolved++);
    }
  }

  private void resolve(int k) {
    Node node = graph.node(k);
    bases[k] = k;
    offsets[k] = 0;
    if (node.op() instanceof Slice || node.op() instanceof Reshape) {
      int operand = node.operand(0);
      bases[k] = bases[operand];
      offsets[k] = offsets[operand] + node.op().viewOffset();
      while (node.shape().size() == 1 && follow(k)) {}
    }
  }

  /** Follows an element one node further; says whether there was one. */
  private boolean follow(int k) {
    Node base = graph.node(bases[k]);
    int from;
    int element;
    if (base.op() instanceof Gather gather) {
      from = base.operand(0);
      element = gather.index().values()[offsets[k]];
    } else if (base.op() instanceof Concatenate && hasScalarParts(bases[k], base)) {
      from = base.operand(offsets[k]);
      element = 0;
    } else if (base.op() instanceof Broadcast && graph.node(base.operand(0)).shape().size() == 1) {
      from = base.operand(0);
      element = 0;
    } else {
      return false;
    }
    offsets[k] = offsets[from] + element;
    bases[k] = bases[from];
    return true;
  }

  private boolean hasScalarParts(int index, Node node) {
    return scalarParts.computeIfAbsent(
        index,
        _ -> {
          for (int j = 0; j < node.operandCount(); j++) {
            if (graph.node(node.operand(j)).shape().size() != 1) {
              return false;
            }
          }
          return true;
        });
  }
}
