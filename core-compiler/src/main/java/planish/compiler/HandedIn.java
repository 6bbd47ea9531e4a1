package planish.compiler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.ScatterAdd;
import planish.autodiff.program.KnownWindow;
import planish.autodiff.program.TapeNode;
import planish.autodiff.program.TapeSource;

/**
 * The known values that are no constants of the code, since it is shared by tapes that have others
 * in their place, and lists of more than {@value TapeSource#NUMBERS} indices. Each is a window of
 * an array, looked at where it stands.
 */
final class HandedIn {
  /** All values are constants of the code. */
  static final HandedIn NOTHING = new HandedIn(Integer.MAX_VALUE);

  private final int longest;
  private final Map<Position, Integer> indices = new HashMap<>();
  private final Map<KnownWindow, Integer> windows = new HashMap<>();
  private final List<Position> positions = new ArrayList<>();
  private final Map<Position, Integer> starts = new LinkedHashMap<>();
  private int numbers;

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

  private HandedIn(int longest) {
    this.longest = longest;
  }

  /**
   * {@return what some tapes that are alike do not have in common, and all values and lists of more
   * than {@value TapeSource#NUMBERS} elements: nobody compares those of large data}
   */
  static HandedIn of(List<TapeSource> tapes) {
    return tapes.size() == 1 ? NOTHING : new HandedIn(TapeSource.NUMBERS).with(tapes);
  }

  /** {@return what some tapes that are alike do not have in common, and nothing else} */
  static HandedIn differences(List<TapeSource> tapes) {
    return new HandedIn(Integer.MAX_VALUE).with(tapes);
  }

  private HandedIn with(List<TapeSource> tapes) {
    for (Position position : positions(tapes.getFirst())) {
      if (size(position, tapes.getFirst()) > longest
          || tapes.stream().anyMatch(tape -> !equal(position, tapes.getFirst(), tape))) {
        add(tapes.getFirst(), position);
      }
    }
    return this;
  }

  /** {@return whether two tapes that are alike differ in nothing but what is handed in} */
  boolean covers(TapeSource one, TapeSource other) {
    return positions(one).stream()
        .allMatch(position -> has(position) || equal(position, one, other));
  }

  /** {@return where data stand that may differ between tapes that are alike} */
  private static List<Position> positions(TapeSource tape) {
    List<Position> all = new ArrayList<>();
    for (int k = 0; k < tape.nodes().size(); k++) {
      TapeNode node = tape.nodes().get(k);
      for (int j = 0; j < node.operands().length; j++) {
        if (node.operands()[j].known() != null) {
          all.add(new Position.OfNode(k, j));
        }
      }
      int[] list = indices(node.op());
      if (list != null && list.length > TapeSource.NUMBERS) {
        all.add(new Position.OfIndices(k));
      }
    }
    for (int k = 0; k < tape.outputs().size(); k++) {
      if (tape.outputs().get(k).place().known() != null) {
        all.add(new Position.OfOutput(k));
      }
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

  private void add(TapeSource tape, Position position) {
    int size = size(position, tape);
    if (size <= TapeSource.NUMBERS) {
      starts.put(position, numbers);
      numbers += size;
    } else {
      add(new KnownWindow(position.array(tape), position.offset(tape), size), position);
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

  private boolean has(Position position) {
    return indices.containsKey(position) || starts.containsKey(position);
  }

  private static int size(Position position, TapeSource tape) {
    return position instanceof Position.OfIndices
        ? ((int[]) position.array(tape)).length
        : position.place(tape).shape().size();
  }

  private static boolean equal(Position position, TapeSource one, TapeSource other) {
    if (one == other) {
      return true;
    }
    Object a = position.array(one);
    Object b = position.array(other);
    int from = position.offset(one);
    int at = position.offset(other);
    int size = size(position, one);
    return a instanceof double[] numbers
        ? Arrays.equals(numbers, from, from + size, (double[]) b, at, at + size)
        : Arrays.equals((int[]) a, (int[]) b);
  }

  /**
   * Where a value that is handed in stands.
   *
   * @param index of its array
   * @param start index of its first element, or 0 where the array of offsets has that
   */
  record Handed(int index, int start) {}

  /** {@return where a node's operand stands, or null for a constant} */
  Handed ofOperand(int node, int operand) {
    return of(new Position.OfNode(node, operand));
  }

  /** {@return where an output's value stands, or null for a constant} */
  Handed ofOutput(int output) {
    return of(new Position.OfOutput(output));
  }

  private Handed of(Position position) {
    Integer start = starts.get(position);
    if (start != null) {
      return new Handed(numbers(), start);
    }
    Integer index = indices.get(position);
    return index == null ? null : new Handed(index, 0);
  }

  /** {@return the index of a list of indices; -1 for a constant} */
  int ofIndices(int[] list) {
    return windows.getOrDefault(new KnownWindow(list, 0, list.length), -1);
  }

  /** {@return the index of the array that tells where windows begin} */
  int offsets() {
    return positions.size();
  }

  /** {@return the index of the array of numbers} */
  int numbers() {
    return positions.size() + 1;
  }

  /** {@return the arrays of a tape, by index, then the offsets of their windows and the numbers} */
  Object[] in(TapeSource tape) {
    Object[] arrays = new Object[positions.size() + 2];
    int[] offsets = new int[positions.size()];
    for (int k = 0; k < offsets.length; k++) {
      arrays[k] = positions.get(k).array(tape);
      offsets[k] = positions.get(k).offset(tape);
    }
    double[] copies = new double[numbers];
    starts.forEach((position, start) -> {
      int size = size(position, tape);
      System.arraycopy(position.array(tape), position.offset(tape), copies, start, size);
    });
    arrays[offsets()] = offsets;
    arrays[numbers()] = copies;
    return arrays;
  }
}
