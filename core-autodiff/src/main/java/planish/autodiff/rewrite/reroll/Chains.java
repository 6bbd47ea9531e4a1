package planish.autodiff.rewrite.reroll;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Node;
import planish.autodiff.rewrite.basics.Cost;

/**
 * Recurrences that are written out step by step and of which only the end is used, such as the
 * forward pass of a hidden Markov model: nodes of one kind, each needing the one before it.
 */
final class Chains {
  /** The state may be so many numbers that are made one by one. */
  private static final int WIDEST = 24;

  /** So many nodes of a kind may follow the last step. */
  private static final int AFTER = 4;

  private static final int ATTEMPTS = 12;

  private final Graph graph;
  private final Views views;
  private final Structure structure;
  private final RerollLog log;
  private int attempts;

  Chains(Graph graph, Views views, Structure structure, RerollLog log) {
    this.graph = graph;
    this.views = views;
    this.structure = structure;
    this.log = log;
  }

  /** {@return the roots, with each such recurrence as a scan} */
  int[] rolled(int[] roots) {
    int[] current = roots;
    while (attempts < ATTEMPTS) {
      int[] next = once(current);
      if (next == null) {
        return current;
      }
      current = next;
    }
    return current;
  }

  /** One recurrence, the one nearest to the roots; null if there is none. */
  private int[] once(int[] roots) {
    for (List<Integer> kind : kinds(Needed.by(graph, roots))) {
      for (int end = kind.size(); end > kind.size() - AFTER && end >= Cost.STEPS; end--) {
        int stride = stride(kind, end);
        if (stride > 0 && attempts++ < ATTEMPTS) {
          Weave weave = Weave.ofOrdered(graph, views, lanes(kind, end, stride));
          if (weave != null && weave.carried() > 0) {
            log.loop(weave.template().root().lanes(), weave);
            return replaced(roots, weave);
          }
        }
      }
    }
    return null;
  }

  /** Nodes of one kind each, the kinds of the last nodes first. */
  private Collection<List<Integer>> kinds(boolean[] needed) {
    Map<Integer, List<Integer>> kinds = new HashMap<>();
    for (int k = 0; k < needed.length; k++) {
      Node node = graph.node(k);
      if (needed[k] && !node.known() && node.operandCount() > 0 && views.base(k) == k) {
        kinds.computeIfAbsent(structure.shallow(k), _ -> new ArrayList<>()).add(k);
      }
    }
    return kinds.values().stream()
        .filter(kind -> kind.size() >= Cost.STEPS)
        .sorted(Comparator.comparingInt((List<Integer> kind) -> -kind.getLast()))
        .toList();
  }

  /** The steps of a loop make as many nodes each: after so many of a kind the next step begins. */
  private static int stride(List<Integer> kind, int end) {
    for (int s = 1; s <= WIDEST && end - 1 - 3 * s >= 0 && end >= Cost.STEPS * s; s++) {
      int first = kind.get(end - 1) - kind.get(end - 1 - s);
      if (first == kind.get(end - 1 - s) - kind.get(end - 1 - 2 * s)
          && first == kind.get(end - 1 - 2 * s) - kind.get(end - 1 - 3 * s)) {
        return s;
      }
    }
    return 0;
  }

  private static int[] lanes(List<Integer> kind, int end, int stride) {
    int[] lanes = new int[(end - 1) / stride + 1];
    for (int k = 0; k < lanes.length; k++) {
      lanes[lanes.length - 1 - k] = kind.get(end - 1 - k * stride);
    }
    return lanes;
  }

  /** The roots computed from the states that the scan gives. */
  private int[] replaced(int[] roots, Weave weave) {
    Map<Integer, Place> places = new HashMap<>();
    for (Slot slot : weave.recurrent()) {
      for (int k = 0; k < slot.lanes().length; k++) {
        places.putIfAbsent(slot.lanes()[k], new Place(slot, k));
      }
    }
    boolean[] needed = neededAfter(roots, places);
    int[] renewed = new int[needed.length];
    for (int k = 0; k < needed.length; k++) {
      if (needed[k]) {
        graph.enter(graph.placeOf(k));
        Place place = places.get(k);
        renewed[k] = place == null ? rebuilt(k, renewed) : graph.indexOf(value(weave, place));
      }
    }
    return Arrays.stream(roots).map(root -> renewed[root]).toArray();
  }

  /** Where a value stands: in a slot, at a step. */
  private record Place(Slot slot, int step) {}

  private static Expr value(Weave weave, Place place) {
    Shape shape = place.slot().shape();
    return planish.autodiff.graph.Functions.window(
        weave.rows(place.slot()), place.step() * shape.size(), shape);
  }

  private boolean[] neededAfter(int[] roots, Map<Integer, Place> places) {
    boolean[] needed = new boolean[graph.size()];
    for (int root : roots) {
      needed[root] = true;
    }
    for (int k = needed.length - 1; k >= 0; k--) {
      if (needed[k] && !places.containsKey(k)) {
        Node node = graph.node(k);
        for (int j = 0; j < node.operandCount(); j++) {
          needed[node.operand(j)] = true;
        }
      }
    }
    return needed;
  }

  private int rebuilt(int k, int[] renewed) {
    Node node = graph.node(k);
    List<Expr> operands = new ArrayList<>(node.operandCount());
    boolean same = true;
    for (int j = 0; j < node.operandCount(); j++) {
      operands.add(graph.expr(renewed[node.operand(j)]));
      same &= renewed[node.operand(j)] == node.operand(j);
    }
    return same ? k : graph.indexOf(graph.apply(node.op(), operands));
  }
}
