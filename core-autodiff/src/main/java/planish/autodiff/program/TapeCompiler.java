package planish.autodiff.program;

import java.util.ArrayList;
import java.util.List;
import planish.autodiff.graph.Evaluation;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Leaves;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Window;
import planish.autodiff.vector.VectorLoops;
import planish.spi.UserException;

/**
 * Lays a graph out: which nodes are needed, where each value stands, what is evaluated now because
 * it is known and what at each run.
 */
final class TapeCompiler {
  private final Graph graph;
  private final List<Output> outputs;
  private final VectorLoops loops;
  private final int[] outputNodes;
  private final boolean[] needed;
  private final Window[] known;
  private final int[] offsets;
  private final int[] tapeIndex;
  private int workspace;

  TapeCompiler(Graph graph, List<Output> outputs, VectorLoops loops) {
    this.graph = graph;
    this.outputs = outputs;
    this.loops = loops;
    this.outputNodes = outputs.stream().mapToInt(out -> graph.indexOf(out.value())).toArray();
    this.needed = new boolean[graph.size()];
    this.known = new Window[graph.size()];
    this.offsets = new int[graph.size()];
    this.tapeIndex = new int[graph.size()];
  }

  TapeSource compile() {
    markNeeded();
    evaluateKnown();
    layOut();
    return new TapeSource(tapeNodes(), tapeOutputs(), loops, workspace);
  }

  private void markNeeded() {
    for (int node : outputNodes) {
      needed[node] = true;
    }
    for (int k = needed.length - 1; k >= 0; k--) {
      Node node = graph.node(k);
      for (int j = 0; needed[k] && j < node.operandCount(); j++) {
        needed[node.operand(j)] = true;
      }
    }
  }

  private void evaluateKnown() {
    TapeContext context = new TapeContext(loops);
    for (int k = 0; k < needed.length; k++) {
      Node node = graph.node(k);
      if (needed[k] && node.known()) {
        known[k] = windowOfKnown(node);
        Evaluation evaluation = node.op().bind(context, operands(node, null), known[k]);
        if (!evaluation.run()) {
          throw new UserException(Failures.status(evaluation.failure(), graph.placeOf(k)).told());
        }
      }
    }
    forgetIntermediate();
  }

  private Window windowOfKnown(Node node) {
    double[] data = Leaves.dataOf(node.op());
    if (data != null) {
      return new Window(data, 0);
    }
    int view = node.op().viewOffset();
    if (view >= 0) {
      Window whole = known[node.operand(0)];
      return new Window(whole.array(), whole.offset() + view);
    }
    return new Window(new double[node.shape().size()], 0);
  }

  /** Known values that only other known values need are not kept. */
  private void forgetIntermediate() {
    boolean[] kept = new boolean[needed.length];
    for (int k = 0; k < needed.length; k++) {
      Node node = graph.node(k);
      for (int j = 0; needed[k] && !node.known() && j < node.operandCount(); j++) {
        kept[node.operand(j)] = true;
      }
    }
    for (int node : outputNodes) {
      kept[node] = true;
    }
    for (int k = 0; k < known.length; k++) {
      known[k] = kept[k] ? known[k] : null;
    }
  }

  private void layOut() {
    long size = 0;
    for (int k = 0; k < needed.length; k++) {
      Node node = graph.node(k);
      if (!needed[k] || node.known()) {
        continue;
      }
      int view = node.op().viewOffset();
      if (view >= 0 && !graph.node(node.operand(0)).known()) {
        offsets[k] = offsets[node.operand(0)] + view;
      } else {
        offsets[k] = (int) size;
        size += node.shape().size();
      }
      if (size > Integer.MAX_VALUE - 8) {
        throw new UserException(
            "the model needs a workspace of more than 2^31 numbers; use fewer data at a time");
      }
    }
    workspace = (int) size;
  }

  private List<TapeNode> tapeNodes() {
    List<TapeNode> nodes = new ArrayList<>();
    for (int k = 0; k < needed.length; k++) {
      Node node = graph.node(k);
      if (needed[k] && !node.known()) {
        tapeIndex[k] = nodes.size();
        nodes.add(
            new TapeNode(node.op(), places(node), offsets[k], node.shape(), graph.placeOf(k)));
      }
    }
    return nodes;
  }

  private TapeNode.Place[] places(Node node) {
    TapeNode.Place[] places = new TapeNode.Place[node.operandCount()];
    for (int j = 0; j < places.length; j++) {
      places[j] = place(node.operand(j));
    }
    return places;
  }

  private TapeNode.Place place(int index) {
    return new TapeNode.Place(
        known[index], tapeIndex[index], offsets[index], graph.node(index).shape());
  }

  private List<TapeOutput> tapeOutputs() {
    List<TapeOutput> result = new ArrayList<>();
    for (int k = 0; k < outputNodes.length; k++) {
      Output output = outputs.get(k);
      result.add(new TapeOutput(place(outputNodes[k]), output.slot(), output.offset()));
    }
    return result;
  }

  private Op.Operand[] operands(Node node, double[] array) {
    Op.Operand[] operands = new Op.Operand[node.operandCount()];
    for (int j = 0; j < operands.length; j++) {
      operands[j] = place(node.operand(j)).in(array);
    }
    return operands;
  }
}
