package planish.autodiff.rewrite.reroll;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Leaves;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.rewrite.basics.Cost;

/** Sums of scalars, with the terms that are computed alike computed at once. */
final class Regrouping {
  private final Graph graph;
  private final Views views;
  private final Structure structure;
  private final RerollLog log;

  Regrouping(Graph graph, Views views, Structure structure, RerollLog log) {
    this.graph = graph;
    this.views = views;
    this.structure = structure;
    this.log = log;
  }

  /** A part of the new sum. */
  private record Part(int first, Expr value, int times) {}

  /**
   * {@return a sum of fewer, larger terms; null if all terms stay}
   *
   * @param terms in order
   * @param ordered whether they stand in an ordered sum, not in a chain of additions
   */
  Expr sum(List<Term> terms, boolean ordered) {
    if (terms.size() < Template.LEAST && allDiffer(terms)) {
      return null;
    }
    List<Part> parts = new ArrayList<>();
    boolean[] done = new boolean[terms.size()];
    for (int[] group : groups(terms, done, node -> Ragged.kind(graph, node), Cost.STATEMENTS)) {
      add(parts, group, terms, done, ragged(group, terms));
    }
    for (int[] group : groups(terms, done, this::atom, 2)) {
      add(parts, group, terms, done, alike(group, terms));
    }
    for (int[] group : groups(terms, done, structure::shallow, Template.LEAST)) {
      addOrdered(parts, group, terms, done);
    }
    if (parts.isEmpty()) {
      return null;
    }
    for (int k = 0; k < done.length; k++) {
      if (!done[k]) {
        parts.add(new Part(k, graph.expr(terms.get(k).node()), terms.get(k).times()));
      }
    }
    return total(parts, ordered);
  }

  private boolean allDiffer(List<Term> terms) {
    for (int k = 1; k < terms.size(); k++) {
      for (int j = 0; j < k; j++) {
        if (!differ(terms.get(k).node(), terms.get(j).node())) {
          return false;
        }
      }
    }
    return true;
  }

  /** {@return whether two terms cannot be computed at once} */
  boolean differ(int a, int b) {
    if (atom(a) == atom(b)) {
      return false;
    }
    int kind = Ragged.kind(graph, a);
    return kind < 0 || kind != Ragged.kind(graph, b);
  }

  /** {@return whether some terms may be computed at once} */
  boolean mayGroup(List<Term> terms) {
    if (terms.size() < Template.LEAST && allDiffer(terms)) {
      return false;
    }
    boolean[] none = new boolean[terms.size()];
    return terms.size() > 2
        && (!groups(terms, none, this::atom, 2).isEmpty()
            || !groups(terms, none, structure::shallow, Template.LEAST).isEmpty());
  }

  private List<int[]> groups(List<Term> terms, boolean[] done, IntUnaryOperator kind, int least) {
    Map<Integer, List<Integer>> byKind = new LinkedHashMap<>();
    for (int k = 0; k < done.length; k++) {
      int node = terms.get(k).node();
      if (!done[k] && !graph.node(node).known()) {
        byKind.computeIfAbsent(kind.applyAsInt(node), _ -> new ArrayList<>()).add(k);
      }
    }
    return byKind.values().stream()
        .filter(group -> group.size() >= least)
        .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  /** The structure of a term without its known factor. */
  private int atom(int node) {
    return structure.of(Factor.of(graph, node).rest());
  }

  private void add(List<Part> parts, int[] group, List<Term> terms, boolean[] done, Expr value) {
    if (value != null) {
      parts.add(new Part(group[0], value, 1));
      Arrays.stream(group).forEach(k -> done[k] = true);
    }
  }

  /** Terms of one structure but for their factors. */
  private Expr alike(int[] group, List<Term> terms) {
    int[] nodes = Arrays.stream(group).map(k -> terms.get(k).node()).toArray();
    int[] times = Arrays.stream(group).map(k -> terms.get(k).times()).toArray();
    List<Factor> factors = Arrays.stream(nodes).mapToObj(n -> Factor.of(graph, n)).toList();
    boolean same = factors.stream().allMatch(f -> f.known() == factors.getFirst().known());
    return same && Arrays.stream(nodes).allMatch(n -> structure.of(n) == structure.of(nodes[0]))
        ? weighted(nodes, times)
        : products(nodes, factors, times);
  }

  private Expr weighted(int[] nodes, int[] times) {
    Template template = Template.of(graph, views, nodes);
    boolean windows = template.root().kind() == Slot.Kind.WINDOWS && nodes.length >= Cost.WINDOWS;
    if (!windows && (nodes.length < Cost.STATEMENTS || !template.pays())) {
      return null;
    }
    Weave weave = Weave.of(graph, template);
    log.statements(nodes, weave);
    return weighted(weave, times);
  }

  private static Expr weighted(Weave weave, int[] times) {
    if (Arrays.stream(times).allMatch(t -> t == times[0])) {
      Expr sum = weave.sum();
      return times[0] == 1 ? sum : times[0] == -1 ? sum.negate() : sum.times(times[0]);
    }
    return Functions.dot(
        Expr.vector(Arrays.stream(times).asDoubleStream().toArray()), weave.rows());
  }

  private Expr products(int[] nodes, List<Factor> factors, int[] times) {
    int[] rests = factors.stream().mapToInt(Factor::rest).toArray();
    Template template = Template.of(graph, views, rests);
    boolean windows = template.root().kind() == Slot.Kind.WINDOWS;
    if (!windows && !template.pays()) {
      return null;
    }
    int one = graph.indexOf(Expr.of(1));
    int[] known = factors.stream().mapToInt(f -> f.known() < 0 ? one : f.known()).toArray();
    Expr factor = Weave.of(graph, Template.of(graph, views, known)).rows();
    if (!Arrays.stream(times).allMatch(t -> t == 1)) {
      factor = factor.times(Expr.vector(Arrays.stream(times).asDoubleStream().toArray()));
    }
    log.products(nodes);
    return Functions.dot(factor, Weave.of(graph, template).rows());
  }

  /** Sums over vectors of different lengths. */
  private Expr ragged(int[] group, List<Term> terms) {
    int[] nodes = Arrays.stream(group).map(k -> terms.get(k).node()).toArray();
    if (Ragged.kind(graph, nodes[0]) < 0
        || Arrays.stream(group).anyMatch(k -> terms.get(k).times() != 1)) {
      return null;
    }
    Expr sum = Ragged.sum(graph, views, nodes);
    if (sum != null) {
      log.ragged(nodes);
    }
    return sum;
  }

  private void addOrdered(List<Part> parts, int[] group, List<Term> terms, boolean[] done) {
    int[] nodes = Arrays.stream(group).map(k -> terms.get(k).node()).toArray();
    Weave weave = Weave.ofOrdered(graph, views, nodes);
    if (weave == null) {
      return;
    }
    int left = nodes.length - weave.count();
    int[] last = Arrays.copyOfRange(group, left, group.length);
    int[] times = Arrays.stream(last).map(k -> terms.get(k).times()).toArray();
    log.statements(Arrays.copyOfRange(nodes, left, nodes.length), weave);
    add(parts, last, terms, done, weighted(weave, times));
  }

  private Expr total(List<Part> parts, boolean ordered) {
    parts.sort(java.util.Comparator.comparingInt(Part::first));
    parts.removeIf(part -> parts.size() > 1 && isZero(part.value()));
    if (parts.size() > (ordered ? 1 : 3)) {
      return ordered(parts);
    }
    Expr sum = null;
    for (Part part : parts) {
      Expr value = Math.abs(part.times()) == 1 ? part.value() : part.value().times(part.times());
      if (sum == null) {
        sum = part.times() == -1 ? value.negate() : value;
      } else {
        sum = part.times() == -1 ? sum.minus(value) : sum.plus(value);
      }
    }
    return sum;
  }

  private Expr ordered(List<Part> parts) {
    List<Integer> times = parts.stream().map(part -> Math.max(1, part.times())).toList();
    List<Expr> values =
        parts.stream()
            .map(part -> part.times() < 0 ? part.value().times(part.times()) : part.value())
            .toList();
    return graph.apply(new OrderedSum(times), values);
  }

  private boolean isZero(Expr value) {
    double[] data = Leaves.dataOf(graph.node(graph.indexOf(value)).op());
    return data != null && value.shape().equals(Shape.scalar()) && data[0] == 0;
  }
}
