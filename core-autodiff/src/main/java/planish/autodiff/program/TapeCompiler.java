package planish.autodiff.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import planish.autodiff.graph.Evaluation;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Leaves;
import planish.autodiff.graph.Needed;
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

  /** The nodes that are needed, in order: there may be many others. */
  private final int[] nodes;

  /** For each of them its place among them; all that follows is kept by place. */
  private final int[] placeOf;

  private final Window[] known;
  private final int[] offsets;
  private final int[] tapeIndex;
  private int workspace;

  TapeCompiler(Graph graph, List<Output> outputs, VectorLoops loops) {
    this.graph = graph;
    this.outputs = outputs;
    this.loops = loops;
    this.outputNodes = outputs.stream().mapToInt(out -> graph.indexOf(out.value())).toArray();
    this.placeOf = new int[graph.size()];
    this.nodes = needed();
    this.known = new Window[nodes.length];
    this.offsets = new int[nodes.length];
    this.tapeIndex = new int[nodes.length];
  }

  TapeSource compile() {
    evaluateKnown();
    layOut();
    return new TapeSource(tapeNodes(), tapeOutputs(), loops, workspace);
  }

  /** Gives what is needed its places. */
  private int[] needed() {
    boolean[] needed = Needed.by(graph, outputNodes);
    int[] found = new int[needed.length];
    int count = 0;
    for (int k = 0; k < needed.length; k++) {
      if (needed[k]) {
        placeOf[k] = count;
        found[count++] = k;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private void evaluateKnown() {
    TapeContext context = new TapeContext(loops);
    for (int k = 0; k < nodes.length; k++) {
      Node node = graph.node(nodes[k]);
      if (node.known()) {
        known[k] = windowOfKnown(node);
        if (!Leaves.doesNothing(node.op())) {
          Evaluation evaluation = node.op().bind(context, operands(node, null), known[k]);
          if (!evaluation.run()) {
            throw new UserException(
                Failures.status(evaluation.failure(), graph.placeOf(nodes[k])).told());
          }
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
      Window whole = known[placeOf[node.operand(0)]];
      return new Window(whole.array(), whole.offset() + view);
    }
    return new Window(new double[node.shape().size()], 0);
  }

  /** Known values that only other known values need are not kept. */
  private void forgetIntermediate() {
    boolean[] kept = new boolean[nodes.length];
    for (int index : nodes) {
      Node node = graph.node(index);
      for (int j = 0; !node.known() && j < node.operandCount(); j++) {
        kept[placeOf[node.operand(j)]] = true;
      }
    }
    for (int node : outputNodes) {
      kept[placeOf[node]] = true;
    }
    for (int k = 0; k < known.length; k++) {
      known[k] = kept[k] ? known[k] : null;
    }
  }

  private void layOut() {
    long size = 0;
    for (int k = 0; k < nodes.length; k++) {
      Node node = graph.node(nodes[k]);
      if (node.known()) {
        continue;
      }
      int view = node.op().viewOffset();
      if (view >= 0 && !graph.node(node.operand(0)).known()) {
        offsets[k] = offsets[placeOf[node.operand(0)]] + view;
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
    List<TapeNode> result = new ArrayList<>();
    for (int k = 0; k < nodes.length; k++) {
      Node node = graph.node(nodes[k]);
      if (!node.known()) {
        tapeIndex[k] = result.size();
        result.add(
            new TapeNode(
                node.op(), places(node), offsets[k], node.shape(), graph.placeOf(nodes[k])));
      }
    }
    return result;
  }

  private TapeNode.Place[] places(Node node) {
    TapeNode.Place[] places = new TapeNode.Place[node.operandCount()];
    for (int j = 0; j < places.length; j++) {
      places[j] = place(node.operand(j));
    }
    return places;
  }

  private TapeNode.Place place(int index) {
    int k = placeOf[index];
    return new TapeNode.Place(known[k], tapeIndex[k], offsets[k], graph.node(index).shape());
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
