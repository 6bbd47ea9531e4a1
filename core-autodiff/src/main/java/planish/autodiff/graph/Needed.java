package planish.autodiff.graph;

/** The nodes that others need. */
public final class Needed {
  private Needed() {}

  /** {@return for each node of the graph whether it is one of these or they depend on it} */
  public static boolean[] by(Graph graph, int... roots) {
    boolean[] needed = new boolean[graph.size()];
    for (int root : roots) {
      needed[root] = true;
    }
    for (int k = needed.length - 1; k >= 0; k--) {
      if (needed[k]) {
        Node node = graph.node(k);
        for (int j = 0; j < node.operandCount(); j++) {
          needed[node.operand(j)] = true;
        }
      }
    }
    return needed;
  }

  /**
   * {@return for each needed node how many needed nodes have it as an operand, each time counted}
   */
  public static int[] uses(Graph graph, boolean[] needed) {
    int[] uses = new int[needed.length];
    for (int k = 0; k < needed.length; k++) {
      if (needed[k]) {
        Node node = graph.node(k);
        for (int j = 0; j < node.operandCount(); j++) {
          uses[node.operand(j)]++;
        }
      }
    }
    return uses;
  }
}
