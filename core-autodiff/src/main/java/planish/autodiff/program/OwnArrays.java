package planish.autodiff.program;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import planish.autodiff.graph.Window;

/** Gives each known value of a tape an array of its own, where it is a part of another. */
final class OwnArrays {
  private final Map<KnownWindow, Window> made = new HashMap<>();

  TapeSource of(TapeSource tape) {
    List<TapeNode> nodes = tape.nodes().stream().map(this::node).toList();
    List<TapeOutput> outputs =
        tape.outputs().stream()
            .map(out -> new TapeOutput(place(out.place()), out.slot(), out.offset()))
            .toList();
    return new TapeSource(nodes, outputs, tape.loops(), tape.workspaceSize());
  }

  private TapeNode node(TapeNode node) {
    TapeNode.Place[] operands =
        Arrays.stream(node.operands()).map(this::place).toArray(TapeNode.Place[]::new);
    return new TapeNode(node.op(), operands, node.offset(), node.shape(), node.origin());
  }

  private TapeNode.Place place(TapeNode.Place place) {
    int size = place.shape().size();
    if (place.known() == null || place.known().array().length == size) {
      return place;
    }
    double[] array = place.known().array();
    int from = place.known().offset();
    Window own =
        made.computeIfAbsent(
            new KnownWindow(array, from, size),
            _ -> new Window(Arrays.copyOfRange(array, from, from + size), 0));
    return new TapeNode.Place(own, place.node(), place.offset(), place.shape());
  }
}
