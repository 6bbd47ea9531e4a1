package planish.autodiff.graph;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the node of a list that equals another one: open addressing over indices, which costs a
 * graph of a million nodes less than a map of objects would.
 */
final class NodeTable {
  private static final int EMPTY = -1;

  private final List<Node> nodes;
  private int[] slots = new int[64];
  private int[] hashes = new int[32];

  /** A table of the nodes that will be added to a list, in order. */
  NodeTable(List<Node> nodes) {
    this.nodes = nodes;
    Arrays.fill(slots, EMPTY);
  }

  /**
   * {@return the index of the equal node, or −1 after this one was entered as the one that is added
   * to the list next}
   */
  int findOrEnter(Node node) {
    int hash = mixed(node.hashCode());
    int mask = slots.length - 1;
    int at = hash & mask;
    while (slots[at] != EMPTY) {
      int index = slots[at];
      if (hashes[index] == hash && nodes.get(index).equals(node)) {
        return index;
      }
      at = (at + 1) & mask;
    }
    enter(at, hash);
    return EMPTY;
  }

  private void enter(int at, int hash) {
    int index = nodes.size();
    if (index == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * index);
    }
    slots[at] = index;
    hashes[index] = hash;
    if (2 * (index + 1) >= slots.length) {
      grow(index + 1);
    }
  }

  private void grow(int count) {
    slots = new int[2 * slots.length];
    Arrays.fill(slots, EMPTY);
    int mask = slots.length - 1;
    for (int index = 0; index < count; index++) {
      int at = hashes[index] & mask;
      while (slots[at] != EMPTY) {
        at = (at + 1) & mask;
      }
      slots[at] = index;
    }
  }

  /** Neighbouring operands give neighbouring hashes: all bits are spread over the lower ones. */
  private static int mixed(int hash) {
    int h = hash * 0x9e3779b9;
    return h ^ (h >>> 15);
  }
}
