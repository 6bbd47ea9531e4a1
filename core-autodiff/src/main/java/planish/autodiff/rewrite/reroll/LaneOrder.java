package planish.autodiff.rewrite.reroll;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;

/**
 * An order of nodes that does not depend on when they were made: by the elements of arrays that
 * they look at.
 */
final class LaneOrder {
  /** So many nodes are looked at for one. */
  private static final int FAR = 32;

  private final Graph graph;
  private final Views views;

  LaneOrder(Graph graph, Views views) {
    this.graph = graph;
    this.views = views;
  }

  /** {@return the same nodes in order} */
  int[] sorted(int[] nodes) {
    Map<Integer, int[]> elements = new HashMap<>();
    for (int node : nodes) {
      elements.put(node, elements(node));
    }
    Comparator<Integer> order =
        Comparator.<Integer, int[]>comparing(elements::get, Arrays::compare)
            .thenComparing(Comparator.naturalOrder());
    return Arrays.stream(nodes).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
  }

  private int[] elements(int top) {
    int[] found = new int[FAR];
    int count = 0;
    Deque<Integer> open = new ArrayDeque<>();
    open.push(top);
    for (int looked = 0; looked < FAR && !open.isEmpty(); looked++) {
      int k = open.pop();
      Node node = graph.node(k);
      if (views.base(k) != k) {
        found[count++] = views.offset(k);
      } else {
        for (int j = node.operandCount() - 1; j >= 0; j--) {
          open.push(node.operand(j));
        }
      }
    }
    return Arrays.copyOf(found, count);
  }
}
