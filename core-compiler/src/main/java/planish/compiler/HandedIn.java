package planish.compiler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.ScatterAdd;
import planish.autodiff.graph.Window;
import planish.autodiff.program.KnownWindow;
import planish.autodiff.program.TapeNode;
import planish.autodiff.program.TapeSource;

/**
 * The known values that are no constants of the code, since it is shared by tapes that have others
 * in their place: all of more than {@value TapeSource#NUMBERS} elements, those of fewer where tapes
 * differ, and lists of indices. Each is a window of an array, looked at where it stands.
 */
final class HandedIn {
  /** All values are constants of the code. */
  static final HandedIn NOTHING = new HandedIn();

  private final Map<Position, Integer> indices = new HashMap<>();
  private final Map<KnownWindow, Integer> windows = new HashMap<>();
  private final List<Position> positions = new ArrayList<>();

  /** Where a value stands in a tape. */
  private sealed interface Position {
    /** An operand of a node. */
    record OfNode(int node, int operand) implements Position {}

    /** An output. */
    record OfOutput(int output) implements Position {}

    /** The indices of a node's operation. */
    record OfIndices(int node) implements Position {}

    default Object array(TapeSource tape) {
      return this instanceof OfIndices(int node)
          ? HandedIn.indices(tape.nodes().get(node).op())
          : place(tape).known().array();
    }

    default int offset(TapeSource tape) {
      return this instanceof OfIndices ? 0 : place(tape).known().offset();
    }

    default TapeNode.Place place(TapeSource tape) {
      return switch (this) {
        case OfNode(int node, int operand) -> tape.nodes().get(node).operands()[operand];
        case OfOutput(int output) -> tape.outputs().get(output).place();
        case OfIndices _ -> throw new IllegalStateException("indices have no place");
      };
    }
  }

  private HandedIn() {}

  /** {@return what some tapes that are alike do not have in common} */
  static HandedIn of(List<TapeSource> tapes) {
    HandedIn all = new HandedIn();
    TapeSource first = tapes.getFirst();
    for (int k = 0; tapes.size() > 1 && k < first.nodes().size(); k++) {
      TapeNode node = first.nodes().get(k);
      for (int j = 0; j < node.operands().length; j++) {
        all.add(tapes, new Position.OfNode(k, j));
      }
      int[] list = indices(node.op());
      if (list != null && list.length > TapeSource.NUMBERS) {
        all.add(new KnownWindow(list, 0, list.length), new Position.OfIndices(k));
      }
    }
    for (int k = 0; tapes.size() > 1 && k < first.outputs().size(); k++) {
      all.add(tapes, new Position.OfOutput(k));
    }
    return all;
  }

  /** {@return the list of indices of an operation that has one, or null} */
  static int[] indices(Op op) {
    return switch (op) {
      case Gather gather -> gather.index().values();
      case ScatterAdd scatter -> scatter.index().values();
      default -> null;
    };
  }

  private void add(List<TapeSource> tapes, Position position) {
    TapeNode.Place place = position.place(tapes.getFirst());
    if (place.known() == null) {
      return;
    }
    int size = place.shape().size();
    if (size > TapeSource.NUMBERS) {
      add(new KnownWindow(place.known().array(), place.known().offset(), size), position);
    } else if (tapes.stream().anyMatch(tape -> !equal(place, position.place(tape)))) {
      indices.put(position, positions.size());
      positions.add(position);
    }
  }

  /** What is one long array in one tape is one in all. */
  private void add(KnownWindow window, Position position) {
    Integer before = windows.putIfAbsent(window, positions.size());
    indices.put(position, before == null ? positions.size() : before);
    if (before == null) {
      positions.add(position);
    }
  }

  private static boolean equal(TapeNode.Place one, TapeNode.Place other) {
    Window a = one.known();
    Window b = other.known();
    int size = one.shape().size();
    int from = a.offset();
    int at = b.offset();
    return Arrays.equals(a.array(), from, from + size, b.array(), at, at + size);
  }

  /** {@return the index of a node's operand among what is handed in; -1 for a constant} */
  int ofOperand(int node, int operand) {
    return indices.getOrDefault(new Position.OfNode(node, operand), -1);
  }

  /** {@return the index of an output's value; -1 for a constant} */
  int ofOutput(int output) {
    return indices.getOrDefault(new Position.OfOutput(output), -1);
  }

  /** {@return the index of a list of indices; -1 for a constant} */
  int ofIndices(int[] list) {
    return windows.getOrDefault(new KnownWindow(list, 0, list.length), -1);
  }

  /** {@return the index of the array that tells where windows begin} */
  int offsets() {
    return positions.size();
  }

  /** {@return the arrays of a tape, by index, and as the last one the offsets of their windows} */
  Object[] in(TapeSource tape) {
    Object[] arrays = new Object[positions.size() + 1];
    int[] offsets = new int[positions.size()];
    for (int k = 0; k < offsets.length; k++) {
      arrays[k] = positions.get(k).array(tape);
      offsets[k] = positions.get(k).offset(tape);
    }
    arrays[offsets.length] = offsets;
    return arrays;
  }
}
