package planish.autodiff.program;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import planish.autodiff.graph.Evaluation;
import planish.autodiff.graph.Leaves;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Place;
import planish.autodiff.graph.Window;

/**
 * A graph's operations in order, bound to one workspace: interpreted, the reference for every other
 * way to run a graph.
 */
final class Tape implements Program {
  private final double[] workspace;
  private final TapeContext context;
  private final InputCopy[] inputs;
  private final Evaluation[] evaluations;
  private final Place[] origins;
  private final ResultCopy[] results;

  /** An input window that is copied into the workspace at each run. */
  private record InputCopy(int kind, int from, int to, int size) {}

  /** A result that is copied out at each run. */
  private record ResultCopy(double[] array, int from, int slot, int to, int size) {}

  /**
   * A tape.
   *
   * @param source what it runs
   * @param workspace of as many numbers or more; another tape may work in it between two runs
   */
  Tape(TapeSource source, double[] workspace) {
    this.workspace = workspace;
    this.context = new TapeContext(source.loops());
    List<InputCopy> copies = new ArrayList<>();
    List<Evaluation> bound = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    for (TapeNode node : source.nodes()) {
      if (Leaves.isInput(node.op())) {
        copies.add(
            new InputCopy(
                Leaves.inputKind(node.op()).ordinal(),
                Leaves.inputOffset(node.op()),
                node.offset(),
                node.size()));
      } else {
        bind(node, bound, places);
      }
    }
    this.inputs = copies.toArray(InputCopy[]::new);
    this.evaluations = bound.toArray(Evaluation[]::new);
    this.origins = places.toArray(Place[]::new);
    this.results = source.outputs().stream().map(this::result).toArray(ResultCopy[]::new);
  }

  private void bind(TapeNode node, List<Evaluation> bound, List<Place> places) {
    Window out = new Window(workspace, node.offset());
    Op.Operand[] operands = node.operandsIn(workspace);
    if (Leaves.looksAtKnown(node.op(), operands, workspace)) {
      bound.add(copyOfKnown(node, operands[0]));
      places.add(node.origin());
    }
    if (Leaves.doesNothing(node.op())) {
      return;
    }
    bound.add(node.op().bind(context, operands, out));
    places.add(node.origin());
  }

  /** A view of a known value in a node that is not known itself is copied: it has its own place. */
  private Evaluation copyOfKnown(TapeNode node, Op.Operand operand) {
    Window from = operand.window();
    int start = from.offset() + node.op().viewOffset();
    return Evaluation.of(
        () -> System.arraycopy(from.array(), start, workspace, node.offset(), node.size()));
  }

  private ResultCopy result(TapeOutput output) {
    Op.Operand value = output.place().in(workspace);
    return new ResultCopy(
        value.window().array(),
        value.window().offset(),
        output.slot(),
        output.offset(),
        value.shape().size());
  }

  @Override
  public Status run(double[][] in, double[][] out) {
    for (InputCopy copy : inputs) {
      System.arraycopy(in[copy.kind], copy.from, workspace, copy.to, copy.size);
    }
    for (int k = 0; k < evaluations.length; k++) {
      if (!evaluations[k].run()) {
        return Failures.status(evaluations[k].failure(), origins[k]);
      }
    }
    for (ResultCopy copy : results) {
      System.arraycopy(copy.array, copy.from, out[copy.slot], copy.to, copy.size);
    }
    return Status.FINE;
  }

  @Override
  public Status run(double[][] in, double[][] out, RandomGenerator random) {
    context.random(random);
    try {
      return run(in, out);
    } finally {
      context.random(null);
    }
  }
}
