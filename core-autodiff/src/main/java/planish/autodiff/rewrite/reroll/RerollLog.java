package planish.autodiff.rewrite.reroll;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Place;
import planish.autodiff.rewrite.RewriteLog;

/** What re-rolling did, in the user's words: equal things in one line. */
final class RerollLog {
  private final Graph graph;
  private final RewriteLog log;
  private final Map<Products, Counted> products = new LinkedHashMap<>();

  /** Sums of so many products from one line. */
  private record Products(String line, int count) {}

  /** How many there were, and where the first one stands. */
  private record Counted(Place first, int count) {
    Counted plus(Counted other) {
      return new Counted(first, count + other.count);
    }
  }

  RerollLog(Graph graph, RewriteLog log) {
    this.graph = graph;
    this.log = log;
  }

  /** Statements, or terms of one, became one. */
  void statements(int[] nodes, Weave weave) {
    add(nodes, said(nodes) + " became one over " + nodes.length + " rows", weave);
  }

  /** Statements over vectors of different lengths became one. */
  void ragged(int[] nodes) {
    int rows = 0;
    for (int node : nodes) {
      rows += graph.node(graph.node(node).operand(0)).shape().size();
    }
    log.add(graph.placeOf(nodes[0]), said(nodes) + " became one over " + rows + " rows");
  }

  private String said(int[] nodes) {
    Set<String> names = new LinkedHashSet<>();
    for (int node : nodes) {
      names.add(graph.placeOf(node).site());
      if (names.size() > 2) {
        break;
      }
    }
    return names.size() > 1
        ? nodes.length + " statements " + listed(names)
        : nodes.length + " terms" + of(names.iterator().next());
  }

  /** Values that stood side by side became a vector. */
  void values(int[] nodes, Weave weave) {
    add(nodes, nodes.length + " values computed one by one became one vector", weave);
  }

  private void add(int[] nodes, String what, Weave weave) {
    String loop =
        weave.carried() == 0
            ? ""
            : ", in a loop that hands "
                + (weave.carried() == 1 ? "one number" : weave.carried() + " numbers")
                + " from row to row";
    log.add(graph.placeOf(nodes[0]), what + loop);
  }

  /** A recurrence of which only the end is used became a loop. */
  void loop(int[] nodes, Weave weave) {
    add(nodes, nodes.length + " steps that were written out became one", weave);
  }

  private static String listed(Set<String> names) {
    List<String> all = new ArrayList<>(names);
    return all.get(0) + ", " + all.get(1) + (all.size() > 2 ? ", …" : "");
  }

  private static String of(String site) {
    return site.isEmpty() ? "" : " of " + site;
  }

  /** A sum of products with known numbers became a dot product. */
  void products(int[] nodes) {
    Place place = graph.placeOf(nodes[0]);
    products.merge(new Products(place.line(), nodes.length), new Counted(place, 1), Counted::plus);
  }

  /** Writes down what was only counted. */
  void finish() {
    products.forEach((sums, counted) ->
        log.add(
            counted.first(),
            (counted.count() == 1 ? "a sum" : counted.count() + " sums")
                + " of "
                + sums.count()
                + " products became "
                + (counted.count() == 1 ? "a dot product" : "dot products")));
  }
}
