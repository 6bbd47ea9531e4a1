package planish.autodiff.program;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Indices;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Scan;
import planish.autodiff.graph.ScanBody;
import planish.autodiff.graph.ScatterAdd;
import planish.autodiff.graph.Window;

/** Compares two tapes: is the one what the other is, but for its data? */
final class TapeLikeness {
  private final boolean same;
  private final Map<KnownWindow, KnownWindow> counterparts = new HashMap<>();

  /**
   * A comparison.
   *
   * @param same whether data must be the same
   */
  TapeLikeness(boolean same) {
    this.same = same;
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

  /** A number that tapes alike have in common. */
  static int hash(TapeSource tape) {
    int hash = tape.workspaceSize();
    for (TapeNode node : tape.nodes()) {
      hash = 31 * (31 * hash + node.op().getClass().hashCode()) + node.offset();
      for (TapeNode.Place place : node.operands()) {
        hash = 31 * hash + (place.known() != null ? place.shape().size() : -place.offset());
      }
    }
    return hash;
  }

  private boolean nodes(TapeNode a, TapeNode b) {
    if (a.operands().length != b.operands().length
        || a.offset() != b.offset()
        || !a.shape().equals(b.shape())
        || !ops(a.op(), b.op())) {
      return false;
    }
    for (int j = 0; j < a.operands().length; j++) {
      if (!places(a.operands()[j], b.operands()[j])) {
        return false;
      }
    }
    return true;
  }

  private boolean ops(Op a, Op b) {
    if (a instanceof Gather one && b instanceof Gather other) {
      return one.result().equals(other.result()) && indices(one.index(), other.index());
    }
    if (a instanceof ScatterAdd one && b instanceof ScatterAdd other) {
      return one.result().equals(other.result()) && indices(one.index(), other.index());
    }
    if (a instanceof Scan one && b instanceof Scan other) {
      return one.backwards() == other.backwards() && bodies(one.body(), other.body());
    }
    return a.equals(b);
  }

  /** What a step computes is a part of the code, with all its numbers. */
  private static boolean bodies(ScanBody a, ScanBody b) {
    TapeSource one = ScanBodies.tape(a);
    TapeSource other = ScanBodies.tape(b);
    return a.equals(b)
        || (one != null
            && other != null
            && a.stateSize() == b.stateSize()
            && a.inputSize() == b.inputSize()
            && a.sharedSize() == b.sharedSize()
            && one.isSame(other));
  }

  private boolean indices(Indices a, Indices b) {
    if (same || a.size() != b.size() || a.size() <= TapeSource.NUMBERS) {
      return a.equals(b);
    }
    KnownWindow counterpart = new KnownWindow(b.values(), 0, b.size());
    return isCounterpart(new KnownWindow(a.values(), 0, a.size()), counterpart);
  }

  private boolean isCounterpart(KnownWindow a, KnownWindow b) {
    KnownWindow before = counterparts.putIfAbsent(a, b);
    return before == null || before.equals(b);
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

  /** What is one long array in the one is one in the other: code may load it once. */
  private boolean known(Window a, Window b, int size) {
    if (same) {
      int from = a.offset();
      int at = b.offset();
      return Arrays.equals(a.array(), from, from + size, b.array(), at, at + size);
    } else if (size <= TapeSource.NUMBERS) {
      return true;
    }
    KnownWindow counterpart = new KnownWindow(b.array(), b.offset(), size);
    return isCounterpart(new KnownWindow(a.array(), a.offset(), size), counterpart);
  }
}
