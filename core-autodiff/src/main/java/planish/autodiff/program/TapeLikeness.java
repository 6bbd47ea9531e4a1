package planish.autodiff.program;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import planish.autodiff.graph.Window;

/** Compares two tapes: is the one what the other is, but for its data? */
final class TapeLikeness {
  private final Map<Known, Known> counterparts = new HashMap<>();

  /** A window of a known array; arrays are equal by identity. */
  private record Known(double[] array, int offset, int size) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Known(double[] a, int o, int n)
          && a == array
          && o == offset
          && n == size;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * System.identityHashCode(array) + offset) + size;
    }
  }

  boolean test(TapeSource a, TapeSource b) {
    if (a.nodes().size() != b.nodes().size() || a.outputs().size() != b.outputs().size()) {
      return false;
    }
    for (int k = 0; k < a.nodes().size(); k++) {
      if (!nodes(a.nodes().get(k), b.nodes().get(k))) {
        return false;
      }
    }
    for (int k = 0; k < a.outputs().size(); k++) {
      if (!outputs(a.outputs().get(k), b.outputs().get(k))) {
        return false;
      }
    }
    return true;
  }

  private boolean nodes(TapeNode a, TapeNode b) {
    if (a.operands().length != b.operands().length
        || a.offset() != b.offset()
        || !a.shape().equals(b.shape())
        || !a.op().equals(b.op())) {
      return false;
    }
    for (int j = 0; j < a.operands().length; j++) {
      if (!places(a.operands()[j], b.operands()[j])) {
        return false;
      }
    }
    return true;
  }

  private boolean outputs(TapeOutput a, TapeOutput b) {
    return a.slot() == b.slot() && a.offset() == b.offset() && places(a.place(), b.place());
  }

  private boolean places(TapeNode.Place a, TapeNode.Place b) {
    if (!a.shape().equals(b.shape()) || (a.known() == null) != (b.known() == null)) {
      return false;
    }
    return a.known() == null
        ? a.node() == b.node() && a.offset() == b.offset()
        : known(a.known(), b.known(), a.shape().size());
  }

  /** What is one array in the one is one in the other: code may load it once. */
  private boolean known(Window a, Window b, int size) {
    if (size <= TapeSource.NUMBERS) {
      int from = a.offset();
      int at = b.offset();
      return Arrays.equals(a.array(), from, from + size, b.array(), at, at + size);
    }
    Known counterpart = new Known(b.array(), b.offset(), size);
    Known before = counterparts.putIfAbsent(new Known(a.array(), a.offset(), size), counterpart);
    return before == null || before.equals(counterpart);
  }
}
