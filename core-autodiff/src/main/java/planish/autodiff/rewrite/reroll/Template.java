package planish.autodiff.rewrite.reroll;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Indices;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Op;
import planish.autodiff.vector.BinaryFunction;

/**
 * What several statements have in common, read from their last nodes upwards, all statements in
 * step: slots of operations, shared nodes, windows of one array, data.
 *
 * <p>Where the order of the statements counts, a slot whose nodes are those of another slot one
 * statement earlier is a delay: statements that depend on the ones before them.
 */
final class Template {
  /** So few statements that depend on each other stay as they are. */
  static final int LEAST = 8;

  private static final Op MULTIPLY = new Binary(BinaryFunction.MULTIPLY);

  private final Graph graph;
  private final LeafSlots leaves;
  private final Views views;
  private final boolean ordered;
  private final int count;
  private final List<Slot> slots = new ArrayList<>();
  private final Map<Indices, Slot> byLanes = new HashMap<>();
  private final Map<Integer, List<Slot>> bySecondLast = new HashMap<>();
  private final PriorityQueue<Slot> open =
      new PriorityQueue<>(Comparator.comparingInt(slot -> -last(slot)));
  private int misfits;

  private Template(Graph graph, Views views, boolean ordered, int count) {
    this.graph = graph;
    this.views = views;
    this.leaves = new LeafSlots(graph, views);
    this.ordered = ordered;
    this.count = count;
  }

  /**
   * {@return the template of statements of equal structure}
   *
   * @param lanes the last node of each, at least two
   */
  static Template of(Graph graph, Views views, int[] lanes) {
    Template template = new Template(graph, views, false, lanes.length);
    template.build(lanes);
    return template;
  }

  /**
   * {@return the template of statements that may depend on the ones before them; if {@link
   * #misfits} is not 0, that many of the first statements are of another structure}
   *
   * @param lanes the last node of each, in order
   */
  static Template ofOrdered(Graph graph, Views views, int[] lanes) {
    Template template = new Template(graph, views, true, lanes.length);
    template.build(lanes);
    return template;
  }

  int misfits() {
    return misfits;
  }

  Slot root() {
    return slots.getFirst();
  }

  /** {@return all slots, the root first} */
  List<Slot> slots() {
    return slots;
  }

  /** Slots are looked at from the last nodes to the first: what was delayed less comes first. */
  private static int last(Slot slot) {
    return slot.lanes()[slot.lanes().length - 1];
  }

  private void build(int[] lanes) {
    slot(lanes);
    while (!open.isEmpty() && misfits == 0) {
      expand(open.poll());
    }
  }

  private Slot slot(int[] lanes) {
    return byLanes.computeIfAbsent(
        new Indices(lanes),
        _ -> {
          Slot slot = new Slot(slots.size(), lanes, graph.node(lanes[0]).shape());
          slots.add(slot);
          open.add(slot);
          if (ordered && lanes.length == count && !allSame(lanes)) {
            bySecondLast.computeIfAbsent(lanes[count - 2], _ -> new ArrayList<>()).add(slot);
          }
          return slot;
        });
  }

  private void expand(Slot slot) {
    int[] lanes = slot.lanes();
    if (allSame(lanes)) {
      slot.is(Slot.Kind.SHARED, List.of());
    } else if (!leaves.windows(slot) && !leaves.data(slot) && !repeated(slot) && !delayed(slot)) {
      if (!scaled(slot) && !applied(slot)) {
        joined(slot);
      }
    }
  }

  private static boolean allSame(int[] lanes) {
    for (int lane : lanes) {
      if (lane != lanes[0]) {
        return false;
      }
    }
    return true;
  }

  /** Few nodes for many statements are computed once each, in the order of what they look at. */
  private boolean repeated(Slot slot) {
    if (ordered) {
      return false;
    }
    int[] once = distinct(slot.lanes());
    if (2 * once.length > slot.lanes().length) {
      return false;
    }
    once = new LaneOrder(graph, views).sorted(once);
    Map<Integer, Integer> places = new HashMap<>();
    for (int lane : once) {
      places.put(lane, places.size());
    }
    int[] index = Arrays.stream(slot.lanes()).map(places::get).toArray();
    slot.is(Slot.Kind.REPEATED, List.of(slot(once)), index);
    return true;
  }

  /** In the order in which each is first there. */
  private static int[] distinct(int[] lanes) {
    BitSet seen = new BitSet();
    int[] distinct = new int[lanes.length];
    int count = 0;
    for (int lane : lanes) {
      if (!seen.get(lane)) {
        seen.set(lane);
        distinct[count++] = lane;
      }
    }
    return Arrays.copyOf(distinct, count);
  }

  private boolean delayed(Slot slot) {
    int[] lanes = slot.lanes();
    if (!ordered) {
      return false;
    }
    for (Slot other : bySecondLast.getOrDefault(lanes[count - 1], List.of())) {
      if (Arrays.equals(lanes, 1, count, other.lanes(), 0, count - 1)
          && leaves.fits(slot, lanes[0])) {
        slot.is(Slot.Kind.DELAYED, List.of(other));
        return true;
      }
    }
    return false;
  }

  /** Some are multiplied by a known number and others are not: by 1. */
  private boolean scaled(Slot slot) {
    int[] lanes = slot.lanes();
    if (ordered || graph.node(lanes[0]).known() || !slot.shape().isScalar()) {
      return false;
    }
    if (!anyHasFactor(lanes)) {
      return false;
    }
    int[] known = new int[lanes.length];
    int[] rest = new int[lanes.length];
    boolean uniform = true;
    Factor first = Factor.of(graph, lanes[0]);
    for (int k = 0; k < lanes.length; k++) {
      Factor factor = Factor.of(graph, lanes[k]);
      uniform &= factor.hasKnown() == first.hasKnown() && factor.first() == first.first();
      known[k] = factor.known();
      rest[k] = factor.rest();
    }
    if (uniform || !leaves.fitsAll(slot)) {
      return false;
    }
    int one = graph.indexOf(Expr.of(1));
    Arrays.setAll(known, k -> known[k] < 0 ? one : known[k]);
    slot.applies(MULTIPLY, List.of(slot(known), slot(rest)));
    return true;
  }

  private boolean anyHasFactor(int[] lanes) {
    for (int lane : lanes) {
      if (Factor.of(graph, lane).hasKnown()) {
        return true;
      }
    }
    return false;
  }

  private boolean applied(Slot slot) {
    int[] lanes = slot.lanes();
    Node last = graph.node(lanes[lanes.length - 1]);
    if (last.operandCount() == 0) {
      return false;
    }
    int[][] operands = new int[last.operandCount()][lanes.length];
    for (int k = lanes.length - 1; k >= 0; k--) {
      if (!alike(last, graph.node(lanes[k]))) {
        return misfit(k + 1);
      }
      for (int j = 0; j < operands.length; j++) {
        operands[j][k] = graph.node(lanes[k]).operand(j);
      }
    }
    if (!supported(last, operands)) {
      return false;
    }
    List<Slot> from = new ArrayList<>();
    for (int[] operand : operands) {
      from.add(slot(operand));
    }
    slot.applies(last.op(), from);
    return true;
  }

  /** The first statements of a recurrence end earlier than the others. */
  private boolean misfit(int first) {
    if (ordered && count - first >= LEAST) {
      misfits = first;
      return true;
    }
    return false;
  }

  private boolean alike(Node a, Node b) {
    if (!a.op().equals(b.op()) || a.operandCount() != b.operandCount()) {
      return false;
    }
    for (int j = 0; j < a.operandCount(); j++) {
      if (!graph.node(a.operand(j)).shape().equals(graph.node(b.operand(j)).shape())) {
        return false;
      }
    }
    return true;
  }

  private boolean supported(Node node, int[][] operands) {
    boolean[] shared = new boolean[operands.length];
    Shape[] shapes = new Shape[operands.length];
    for (int j = 0; j < operands.length; j++) {
      shared[j] = allSame(operands[j]);
      shapes[j] = graph.node(node.operand(j)).shape();
    }
    return Batch.supports(node.op(), shared, shapes);
  }

  /** Known values and inputs stand side by side; others make a recurrence's order worthless. */
  private void joined(Slot slot) {
    slot.is(Slot.Kind.JOINED, List.of());
  }

  /** {@return whether statements gain from being one: nothing stands side by side that is work} */
  boolean pays() {
    return root().kind() == Slot.Kind.APPLIED
        && slots.stream().allMatch(slot -> slot.kind() != Slot.Kind.JOINED || leaves.cheap(slot));
  }
}
