package planish.autodiff.graph;

import java.util.Arrays;

/**
 * Finds the node of an array that equals another one: open addressing over hashes and indices, side
 * by side, which costs a graph of a million nodes less than a map of objects would.
 */
final class NodeTable {
  private static final long EMPTY = -1;
  private static final int LOW = 32;

  /** The hash above, the index below. */
  private long[] slots = new long[128];

  NodeTable() {
    Arrays.fill(slots, EMPTY);
  }

  /**
   * {@return the index of the equal node; of none, the size, as which this one was entered: it is
   * added to the array next}
   */
  int findOrEnter(Node node, Node[] nodes, int size) {
    int hash = node.hashCode();
    int mask = slots.length - 1;
    int at = hash & mask;
    for (long slot = slots[at]; slot != EMPTY; slot = slots[at]) {
      if ((int) (slot >>> LOW) == hash && nodes[(int) slot].equals(node)) {
        return (int) slot;
      }
      at = (at + 1) & mask;
    }
    slots[at] = (long) hash << LOW | size;
    if (2 * (size + 1) >= slots.length) {
      grow();
    }
    return size;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[2 * before.length];
    Arrays.fill(slots, EMPTY);
    int mask = slots.length - 1;
    for (long slot : before) {
      if (slot != EMPTY) {
        int at = (int) (slot >>> LOW) & mask;
        while (slots[at] != EMPTY) {
          at = (at + 1) & mask;
        }
        slots[at] = slot;
      }
    }
  }
}
