package planish.compiler;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.ScatterAdd;
import planish.autodiff.program.TapeNode;
import planish.autodiff.program.TapeSource;

/**
 * The arrays that are no constants of the code, since it is shared by tapes that have others in
 * their place: known arrays and lists of indices of more than {@value TapeSource#NUMBERS} elements.
 */
final class HandedIn {
  /** All arrays are constants of the code. */
  static final HandedIn NOTHING = new HandedIn();

  private final Map<Object, Integer> indices = new IdentityHashMap<>();
  private final List<Position> positions = new ArrayList<>();

  /** Where an array stands in a tape: an operand of a node, or, if less than 0, its indices. */
  private record Position(int node, int operand) {
    Object in(TapeSource tape) {
      TapeNode found = tape.nodes().get(node);
      return operand < 0 ? indices(found.op()) : found.operands()[operand].known().array();
    }
  }

  private HandedIn() {}

  /** {@return those of a tape, and of all that are like it} */
  static HandedIn of(TapeSource tape) {
    HandedIn all = new HandedIn();
    for (int k = 0; k < tape.nodes().size(); k++) {
      TapeNode node = tape.nodes().get(k);
      for (int j = 0; j < node.operands().length; j++) {
        TapeNode.Place place = node.operands()[j];
        if (place.known() != null && place.shape().size() > TapeSource.NUMBERS) {
          all.add(place.known().array(), new Position(k, j));
        }
      }
      int[] indices = indices(node.op());
      if (indices != null && indices.length > TapeSource.NUMBERS) {
        all.add(indices, new Position(k, -1));
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

  private void add(Object array, Position position) {
    if (indices.putIfAbsent(array, positions.size()) == null) {
      positions.add(position);
    }
  }

  /** {@return the index of an array among those that are handed in; -1 for a constant} */
  int indexOf(Object array) {
    Integer index = indices.get(array);
    return index == null ? -1 : index;
  }

  /** {@return the arrays of a tape, by index} */
  Object[] in(TapeSource tape) {
    return positions.stream().map(position -> position.in(tape)).toArray();
  }
}
