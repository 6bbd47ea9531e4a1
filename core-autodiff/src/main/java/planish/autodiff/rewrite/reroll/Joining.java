package planish.autodiff.rewrite.reroll;

import static planish.autodiff.graph.Functions.concatenate;
import static planish.autodiff.graph.Functions.gatherFlat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;

/** Values side by side, those that are computed alike computed at once. */
final class Joining {
  private final Graph graph;
  private final Views views;
  private final Structure structure;
  private final RerollLog log;

  Joining(Graph graph, Views views, Structure structure, RerollLog log) {
    this.graph = graph;
    this.views = views;
    this.structure = structure;
    this.log = log;
  }

  /** Values that were made at once, and where each of their elements goes. */
  private record Piece(Expr value, int[] places) {}

  /** {@return the same elements side by side; null if all stay as they are} */
  Expr join(List<Expr> parts) {
    int[] nodes = parts.stream().mapToInt(graph::indexOf).toArray();
    int[] starts = new int[nodes.length + 1];
    for (int k = 0; k < nodes.length; k++) {
      starts[k + 1] = starts[k] + graph.node(nodes[k]).shape().size();
    }
    boolean[] done = new boolean[nodes.length];
    List<Piece> pieces = new ArrayList<>();
    for (int[] group : groups(nodes, done, false)) {
      alike(group, nodes, starts, done, pieces);
    }
    for (int[] group : groups(nodes, done, true)) {
      ordered(group, nodes, starts, done, pieces);
    }
    if (pieces.isEmpty()) {
      return null;
    }
    for (int k = 0; k < nodes.length; k++) {
      if (!done[k]) {
        pieces.add(new Piece(parts.get(k), places(new int[] {k}, starts)));
      }
    }
    return placed(pieces, starts[nodes.length]);
  }

  private List<int[]> groups(int[] nodes, boolean[] done, boolean shallow) {
    Map<List<Object>, List<Integer>> byKind = new LinkedHashMap<>();
    for (int k = 0; k < nodes.length; k++) {
      if (!done[k]) {
        int kind = shallow ? structure.shallow(nodes[k]) : structure.of(nodes[k]);
        Shape shape = graph.node(nodes[k]).shape();
        byKind.computeIfAbsent(List.of(kind, shape), _ -> new ArrayList<>()).add(k);
      }
    }
    return byKind.values().stream()
        .filter(group -> group.size() >= (shallow ? Template.LEAST : 2))
        .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private void alike(int[] group, int[] nodes, int[] starts, boolean[] done, List<Piece> pieces) {
    int[] lanes = Arrays.stream(group).map(k -> nodes[k]).toArray();
    Template template = Template.of(graph, views, lanes);
    if (template.root().kind() != Slot.Kind.JOINED
        && (template.root().kind() != Slot.Kind.APPLIED || template.pays())) {
      add(group, Weave.of(graph, template), lanes, starts, done, pieces);
    }
  }

  private void ordered(int[] group, int[] nodes, int[] starts, boolean[] done, List<Piece> pieces) {
    int[] lanes = Arrays.stream(group).map(k -> nodes[k]).toArray();
    Weave weave = Weave.ofOrdered(graph, views, lanes);
    if (weave != null) {
      int left = lanes.length - weave.count();
      int[] last = Arrays.copyOfRange(lanes, left, lanes.length);
      add(Arrays.copyOfRange(group, left, group.length), weave, last, starts, done, pieces);
    }
  }

  private void add(
      int[] group, Weave weave, int[] lanes, int[] starts, boolean[] done, List<Piece> pieces) {
    pieces.add(new Piece(weave.flat(), places(group, starts)));
    Arrays.stream(group).forEach(k -> done[k] = true);
    Node node = graph.node(lanes[0]);
    if (!node.known() && weave.template().root().kind() == Slot.Kind.APPLIED) {
      log.values(lanes, weave);
    }
  }

  private static int[] places(int[] group, int[] starts) {
    return Arrays.stream(group)
        .flatMap(k -> java.util.stream.IntStream.range(starts[k], starts[k + 1]))
        .toArray();
  }

  private static Expr placed(List<Piece> pieces, int size) {
    pieces.sort(java.util.Comparator.comparingInt(p -> p.places().length == 0 ? 0 : p.places()[0]));
    Expr all =
        pieces.size() == 1
            ? pieces.getFirst().value()
            : concatenate(pieces.stream().map(Piece::value).toList());
    int[] index = new int[size];
    int at = 0;
    boolean inOrder = true;
    for (Piece piece : pieces) {
      for (int place : piece.places()) {
        inOrder &= place == at;
        index[place] = at++;
      }
    }
    return inOrder ? all : gatherFlat(all, index, Shape.of(size));
  }
}
