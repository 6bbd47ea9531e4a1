package planish.autodiff.program;

import java.util.List;
import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.ScanBody;
import planish.autodiff.vector.Loops;

/** A scan's body as a graph of its own, compiled once. */
final class GraphBody implements ScanBody {
  private static final InputKind STATE = InputKind.POSITION;
  private static final InputKind SHARED = InputKind.TUNING;
  private static final InputKind INPUT = InputKind.DATA;

  private final int stateSize;
  private final int inputSize;
  private final int sharedSize;
  private final ScanBodies.StepFunction function;
  private final TapeSource program;
  private GraphBody adjoint;

  GraphBody(int stateSize, int inputSize, int sharedSize, ScanBodies.StepFunction function) {
    this.stateSize = stateSize;
    this.inputSize = inputSize;
    this.sharedSize = sharedSize;
    this.function = function;
    Graph graph = new Graph();
    Expr state = graph.input(STATE, "state", 0, Shape.of(stateSize));
    Expr input = graph.input(INPUT, "input", 0, Shape.of(inputSize));
    Expr shared = graph.input(SHARED, "shared", 0, Shape.of(sharedSize));
    Expr next = function.next(state, input, shared);
    if (!next.shape().equals(state.shape())) {
      throw new IllegalArgumentException(
          "a scan's state has shape " + state.shape() + ", but its next state " + next.shape());
    }
    this.program = Programs.layOut(graph, List.of(new Output(next, 0, 0)), Loops.best());
  }

  /** {@return one step as a tape: the state, what it reads and what is shared are its inputs} */
  TapeSource tape() {
    return program;
  }

  @Override
  public int stateSize() {
    return stateSize;
  }

  @Override
  public int inputSize() {
    return inputSize;
  }

  @Override
  public int sharedSize() {
    return sharedSize;
  }

  @Override
  public synchronized ScanBody adjoint() {
    if (adjoint == null) {
      int s = stateSize;
      int h = sharedSize;
      int x = inputSize;
      adjoint = new GraphBody(s + h + x, s + x + s, h, this::backwards);
    }
    return adjoint;
  }

  @Override
  public Optional<Derivatives> derivatives(Expr states, List<Expr> sequences, Expr shared) {
    return function.derivatives(states, sequences, shared);
  }

  /**
   * State: (λ, sum of the shared adjoints, last input's adjoint); reads (state, input, outside).
   */
  private Expr backwards(Expr adjoints, Expr reads, Expr shared) {
    int s = stateSize;
    Expr state = reads.slice(0, s);
    Expr input = reads.slice(s, s + inputSize);
    Expr lambda = adjoints.slice(0, s).plus(reads.slice(s + inputSize, s + inputSize + s));
    Expr next = function.next(state, input, shared);
    List<Expr> pulled = Gradient.pull(next, lambda, List.of(state, shared, input));
    Expr sum = adjoints.slice(s, s + sharedSize).plus(pulled.get(1));
    return Functions.concatenate(List.of(pulled.get(0), sum, pulled.get(2)));
  }

  @Override
  public Step open() {
    Program body = program.open();
    double[][] in = new double[InputKind.values().length][];
    in[STATE.ordinal()] = new double[stateSize];
    in[INPUT.ordinal()] = new double[inputSize];
    in[SHARED.ordinal()] = new double[sharedSize];
    double[][] out = {new double[stateSize]};
    return (state, stateAt, input, inputAt, shared, sharedAt, next, nextAt) -> {
      System.arraycopy(state, stateAt, in[STATE.ordinal()], 0, stateSize);
      System.arraycopy(input, inputAt, in[INPUT.ordinal()], 0, inputSize);
      System.arraycopy(shared, sharedAt, in[SHARED.ordinal()], 0, sharedSize);
      if (body.run(in, out).isFine()) {
        System.arraycopy(out[0], 0, next, nextAt, stateSize);
      } else {
        java.util.Arrays.fill(next, nextAt, nextAt + stateSize, Double.NaN);
      }
    };
  }
}
