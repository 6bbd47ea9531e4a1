package planish.autodiff.rewrite.reroll;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;

/**
 * The structure of each node up to holes: two nodes have the same number if they are computed in
 * the same way from what may differ. What may differ is known values of one shape, and windows of
 * one shape of the same array; and a known factor, which may be missing.
 *
 * <p>Grows with the graph; each node costs as much as it has operands.
 */
final class Structure {
  private static final int KNOWN_NUMBER = -1;

  private final Graph graph;
  private final Views views;
  private final Map<Key, Integer> numbers = new HashMap<>();
  private int[] classes = new int[64];
  private int classified;

  /** What a node is, with the structures of its operands, or the array that it is a window of. */
  private record Key(Object what, int[] parts) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && what.equals(that.what)
          && Arrays.equals(parts, that.parts);
    }

    @Override
    public int hashCode() {
      return 31 * what.hashCode() + Arrays.hashCode(parts);
    }
  }

  Structure(Graph graph, Views views) {
    this.graph = graph;
    this.views = views;
  }

  /** {@return the number of a node's structure} */
  int of(int node) {
    if (node >= classes.length) {
      classes = Arrays.copyOf(classes, Math.max(graph.size(), 2 * classes.length));
    }
    while (classified <= node) {
      classes[classified] = numberOf(classified);
      classified++;
    }
    return classes[node];
  }

  private int numberOf(int k) {
    if (graph.node(k).known() && graph.node(k).shape().isScalar()) {
      return KNOWN_NUMBER;
    }
    Factor factor = Factor.of(graph, k);
    return factor.hasKnown() ? classes[factor.rest()] : number(keyOf(k));
  }

  private Key keyOf(int k) {
    Node node = graph.node(k);
    if (node.known()) {
      return new Key(node.shape(), new int[0]);
    }
    if (views.base(k) != k) {
      return new Key(node.shape(), new int[] {views.base(k)});
    }
    if (node.op() instanceof Gather) {
      return new Key(node.shape(), new int[] {node.operand(0), -1});
    }
    int[] parts = new int[node.operandCount()];
    for (int j = 0; j < parts.length; j++) {
      parts[j] = classes[node.operand(j)];
    }
    return new Key(node.op(), parts);
  }

  /**
   * {@return a number for the operation alone and those of its operands: equal for all steps of a
   * recurrence, whose structures grow from step to step}
   */
  int shallow(int node) {
    Node top = graph.node(node);
    int[] parts = new int[top.operandCount() + 1];
    parts[0] = -2;
    for (int j = 1; j < parts.length; j++) {
      parts[j] = number(opOf(top.operand(j - 1)));
    }
    return number(new Key(top.op(), parts));
  }

  private Key opOf(int k) {
    Node node = graph.node(k);
    Object what = node.known() || views.base(k) != k ? node.shape() : node.op();
    return new Key(what, new int[] {-3});
  }

  private int number(Key key) {
    return numbers.computeIfAbsent(key, _ -> numbers.size());
  }
}
