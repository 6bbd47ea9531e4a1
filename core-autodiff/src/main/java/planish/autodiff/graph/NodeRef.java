package planish.autodiff.graph;

import planish.autodiff.Shape;

/**
 * A node of a graph, by its index.
 *
 * @param graph the graph
 * @param index of the node in the graph's list
 */
record NodeRef(Graph graph, int index) implements Expr {
  @Override
  public Shape shape() {
    return graph.node(index).shape();
  }

  @Override
  public boolean known() {
    return graph.node(index).known();
  }

  /** {@return which expression it is, for people: with its site and line where it has them} */
  String inWords() {
    Place place = graph.placeOf(index);
    String site = place.site().isEmpty() ? toString() : "one of site '" + place.site() + "'";
    return place.line().isEmpty() ? site : site + " (" + place.line() + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NodeRef(Graph g, int i) && g == graph && i == index;
  }

  @Override
  public int hashCode() {
    return 31 * System.identityHashCode(graph) + index;
  }

  @Override
  public String toString() {
    return graph.node(index).op() + "#" + index;
  }
}
