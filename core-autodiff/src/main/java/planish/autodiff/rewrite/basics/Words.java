package planish.autodiff.rewrite.basics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import planish.autodiff.graph.Data;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Place;

/** What rewrites say of sums. */
public final class Words {
  private static final int NODES = 1_000;

  private Words() {}

  /**
   * {@return what became of a sum over rows: "1000 observations of y became 3 statistics"}
   *
   * @param summed what is summed
   * @param statistics how many sums of data are known now
   * @param whole whether nothing else is left of the sum
   */
  public static String summed(Graph graph, List<Expr> summed, int statistics, boolean whole) {
    int rows = summed.stream().mapToInt(e -> e.shape().size()).max().orElse(0);
    String named = rows(graph, summed, rows);
    if (statistics == 0 || find(graph, summed, k -> isData(graph.node(k), rows)).isEmpty()) {
      return "what " + named + " have in common is computed once";
    }
    String start = whole ? "" : "what is linear in the parameters of ";
    return start + named + " became " + count(statistics, "statistic");
  }

  /** {@return where a sum comes from: its own place, or that of what is summed} */
  public static Place place(Graph graph, int sum, List<Expr> summed) {
    Place own = graph.placeOf(sum);
    if (!own.site().isEmpty()) {
      return own;
    }
    return find(graph, summed, k -> !graph.placeOf(k).site().isEmpty()).stream()
        .map(graph::placeOf)
        .findFirst()
        .orElse(own);
  }

  /** {@return "1000 observations of y", or "1000 terms" where no data of that size have a name} */
  public static String rows(Graph graph, List<Expr> summed, int rows) {
    String name = name(graph, summed, rows);
    return name.isEmpty() ? count(rows, "term") : count(rows, "observation") + " of " + name;
  }

  /** {@return "1 statistic", "2 statistics"} */
  public static String count(int n, String word) {
    return n + " " + word + (n == 1 ? "" : "s");
  }

  private static String name(Graph graph, List<Expr> summed, int rows) {
    return find(graph, summed, k -> isNamed(graph.node(k), rows)).stream()
        .map(k -> ((Data) graph.node(k).op()).name())
        .findFirst()
        .orElse("");
  }

  private static boolean isData(Node node, int rows) {
    return node.op() instanceof Data && rows > 1 && node.shape().size() >= rows;
  }

  private static boolean isNamed(Node node, int rows) {
    return node.shape().size() == rows && node.op() instanceof Data data && !data.name().isEmpty();
  }

  /** {@return the first node below these that is looked for, if there is one} */
  private static Optional<Integer> find(Graph graph, List<Expr> from, IntPredicate wanted) {
    Deque<Integer> open = new ArrayDeque<>();
    from.forEach(e -> open.add(graph.indexOf(e)));
    Set<Integer> seen = new HashSet<>();
    while (!open.isEmpty() && seen.size() < NODES) {
      int k = open.poll();
      if (wanted.test(k)) {
        return Optional.of(k);
      }
      Node node = graph.node(k);
      boolean news = seen.add(k);
      for (int j = 0; news && j < node.operandCount(); j++) {
        open.add(node.operand(j));
      }
    }
    return Optional.empty();
  }
}
