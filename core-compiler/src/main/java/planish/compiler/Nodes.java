package planish.compiler;

import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Op;
import planish.autodiff.program.TapeNode;
import planish.autodiff.program.TapeOutput;
import planish.autodiff.program.TapeSource;

/** A tape's nodes with their operands, views resolved to what they look at. */
final class Nodes {
  private final List<TapeNode> nodes;
  private final List<TapeOutput> outputs;
  private final HandedIn handedIn;
  private final Operand[] results;
  private final Operand[][] operands;
  private final int slots;

  Nodes(TapeSource tape) {
    this(tape, HandedIn.NOTHING);
  }

  /**
   * A tape's nodes.
   *
   * @param handedIn which known values are no constants of the code
   */
  Nodes(TapeSource tape, HandedIn handedIn) {
    this.handedIn = handedIn;
    this.nodes = tape.nodes();
    this.outputs = tape.outputs();
    this.slots = tape.workspaceSize();
    this.results = new Operand[nodes.size()];
    this.operands = new Operand[nodes.size()][];
    for (int k = 0; k < results.length; k++) {
      TapeNode node = nodes.get(k);
      operands[k] = new Operand[node.operands().length];
      for (int j = 0; j < operands[k].length; j++) {
        operands[k][j] = resolve(node.operands()[j], handedIn.ofOperand(k, j));
      }
      results[k] =
          isView(k)
              ? operands[k][0].view(node.op().viewOffset(), node.shape())
              : new Operand(null, -1, k, node.offset(), node.shape());
    }
  }

  /** {@return where an output of the tape really stands} */
  Operand output(int k) {
    return resolve(outputs.get(k).place(), handedIn.ofOutput(k));
  }

  private Operand resolve(TapeNode.Place place, HandedIn.Handed handed) {
    if (place.known() == null) {
      return results[place.node()].view(0, place.shape());
    }
    int index = handed == null ? -1 : handed.index();
    int offset = handed == null ? place.known().offset() : handed.start();
    return new Operand(place.known().array(), index, -1, offset, place.shape());
  }

  int count() {
    return results.length;
  }

  /** {@return the number of slots; temporary ones come after} */
  int slots() {
    return slots;
  }

  Op op(int k) {
    return nodes.get(k).op();
  }

  Shape shape(int k) {
    return nodes.get(k).shape();
  }

  int size(int k) {
    return nodes.get(k).size();
  }

  int offset(int k) {
    return nodes.get(k).offset();
  }

  Operand[] operands(int k) {
    return operands[k];
  }

  Operand operand(int k, int j) {
    return operands[k][j];
  }

  /** {@return whether it only looks at its first operand} */
  boolean isView(int k) {
    return nodes.get(k).op().viewOffset() >= 0;
  }
}
