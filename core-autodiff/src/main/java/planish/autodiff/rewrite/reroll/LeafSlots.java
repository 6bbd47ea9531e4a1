package planish.autodiff.rewrite.reroll;

import java.util.Arrays;
import java.util.List;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Input;
import planish.autodiff.graph.Leaves;
import planish.autodiff.graph.Node;

/**
 * Which slots of a template are read and not computed: windows of arrays, data.
 *
 * @param graph what the statements belong to
 * @param views of arrays
 */
record LeafSlots(Graph graph, Views views) {
  /** {@return whether it is windows of one array, or rows that were gathered from one} */
  boolean windows(Slot slot) {
    int[] lanes = slot.lanes();
    int size = slot.shape().size();
    int base = views.base(lanes[0]);
    if (base == lanes[0]) {
      return gathered(slot);
    }
    int[] index = new int[1 + lanes.length * size];
    index[0] = base;
    for (int k = 0; k < lanes.length; k++) {
      if (views.base(lanes[k]) != base || !fits(slot, lanes[k])) {
        return false;
      }
      for (int j = 0; j < size; j++) {
        index[1 + k * size + j] = views.offset(lanes[k]) + j;
      }
    }
    slot.is(Slot.Kind.WINDOWS, List.of(), index);
    return true;
  }

  private boolean gathered(Slot slot) {
    int[] lanes = slot.lanes();
    int size = slot.shape().size();
    int[] index = new int[1 + lanes.length * size];
    for (int k = 0; k < lanes.length; k++) {
      Node node = graph.node(lanes[k]);
      if (!(node.op() instanceof Gather gather)
          || k > 0 && node.operand(0) != index[0]
          || !fits(slot, lanes[k])) {
        return false;
      }
      index[0] = node.operand(0);
      System.arraycopy(gather.index().values(), 0, index, 1 + k * size, size);
    }
    slot.is(Slot.Kind.WINDOWS, List.of(), index);
    return true;
  }

  /** {@return whether a statement's node has the slot's shape} */
  boolean fits(Slot slot, int lane) {
    return graph.node(lane).shape().equals(slot.shape());
  }

  /** {@return whether it is data or numbers} */
  boolean data(Slot slot) {
    for (int lane : slot.lanes()) {
      if (Leaves.dataOf(graph.node(lane).op()) == null || !fits(slot, lane)) {
        return false;
      }
    }
    slot.is(Slot.Kind.DATA, List.of());
    return true;
  }

  /** {@return whether all statements' nodes have the slot's shape} */
  boolean fitsAll(Slot slot) {
    return Arrays.stream(slot.lanes()).allMatch(lane -> fits(slot, lane));
  }

  /** {@return whether nothing that stands side by side is work} */
  boolean cheap(Slot slot) {
    for (int lane : slot.lanes()) {
      Node node = graph.node(lane);
      if (!fits(slot, lane)) {
        return false;
      }
      if (!node.known() && !(node.op() instanceof Input) && views.base(lane) == lane) {
        return false;
      }
    }
    return true;
  }
}
