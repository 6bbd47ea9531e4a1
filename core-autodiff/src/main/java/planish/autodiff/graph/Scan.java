package planish.autodiff.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import planish.autodiff.Shape;

/**
 * All states of a recurrence, the first one included: row t + 1 is the body's step from row t, row
 * t of the sequences, which stand side by side, and what is shared. Backwards, the first state is
 * the last row, and row t is the step from row t + 1 and row t of the sequences.
 *
 * <p>Operands: the first state, what is shared, one sequence or more. The derivative is a scan the
 * other way. Where the body tells the derivatives of all steps at once, it is linear: what it
 * multiplies by, and what becomes of its results, is computed over all rows.
 *
 * @param body makes the next state
 * @param backwards whether the rows are gone through from the last to the first
 */
public record Scan(ScanBody body, boolean backwards) implements Op {
  /** The first operand that is a sequence. */
  private static final int SEQUENCES = 2;

  @Override
  public Shape shape(Shape... operands) {
    Shapes.rank("a scan's state", operands[0], 1);
    Shapes.rank("what a scan shares", operands[1], 1);
    fits(operands[0], operands[0].size(), body.stateSize());
    fits(operands[1], operands[1].size(), body.sharedSize());
    int length = -1;
    int width = 0;
    for (int k = SEQUENCES; k < operands.length; k++) {
      Shapes.rank("a scan's sequence", operands[k], 2);
      length = k == SEQUENCES ? operands[k].length(0) : length;
      fits(operands[k], operands[k].length(0), length);
      width += operands[k].length(1);
    }
    fits(operands[SEQUENCES], width, body.inputSize());
    return Shape.of(length + 1, body.stateSize());
  }

  private static void fits(Shape operand, int is, int wanted) {
    Shapes.inner("scan", operand, Shape.of(wanted), is, wanted);
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    ScanBody.Step step = body.open();
    double[] read = new double[body.inputSize()];
    int length = in[SEQUENCES].shape().length(0);
    int state = body.stateSize();
    return Evaluation.of(() -> {
      int at = out.offset() + (backwards ? length * state : 0);
      System.arraycopy(in[0].array(), in[0].offset(), out.array(), at, state);
      for (int k = 0; k < length; k++) {
        row(in, backwards ? length - 1 - k : k, read);
        int next = backwards ? at - state : at + state;
        step.run(out.array(), at, read, 0, in[1].array(), in[1].offset(), out.array(), next);
        at = next;
      }
    });
  }

  /** One row of all sequences. */
  private static void row(Operand[] in, int t, double[] read) {
    int column = 0;
    for (int j = SEQUENCES; j < in.length; j++) {
      int width = in[j].shape().length(1);
      System.arraycopy(in[j].array(), in[j].offset() + t * width, read, column, width);
      column += width;
    }
  }

  @Override
  public void pullback(Pullback p) {
    List<Expr> sequences = new ArrayList<>();
    for (int k = SEQUENCES; k < p.operandCount(); k++) {
      sequences.add(p.operand(k));
    }
    Expr states = before(p.self());
    body.derivatives(states, sequences, p.operand(1))
        .ifPresentOrElse(
            steps -> atOnce(p, states.shape().length(0), steps), () -> oneByOne(p, sequences));
  }

  /** The adjoint of a state is what it has from outside and what the step after it hands back. */
  private void atOnce(Pullback p, int length, ScanBody.Derivatives steps) {
    Expr outside = p.fullAdjoint();
    Expr adjoints =
        Build.apply(
            new Scan(steps.backwards(), !backwards),
            outside.get(backwards ? 0 : length),
            Expr.vector(),
            before(outside),
            steps.jacobian());
    p.addWhole(0, adjoints.get(backwards ? length : 0));
    List<Expr> pulled = steps.pull(after(adjoints));
    for (int k = 1; k < p.operandCount(); k++) {
      p.addWhole(k, pulled.get(k - 1));
    }
  }

  private void oneByOne(Pullback p, List<Expr> sequences) {
    int s = body.stateSize();
    int h = body.sharedSize();
    Expr outside = p.fullAdjoint();
    List<Expr> operands = new ArrayList<>();
    operands.add(Expr.full(Shape.of(s + h + body.inputSize()), 0));
    operands.add(p.operand(1));
    operands.add(before(p.self()));
    operands.addAll(sequences);
    operands.add(after(outside));
    Expr adjoints =
        Build.apply(new Scan(body.adjoint(), !backwards), operands.toArray(Expr[]::new));
    int first = backwards ? p.shapeOf(SEQUENCES).length(0) : 0;
    p.addWhole(0, adjoints.get(first).slice(0, s).plus(outside.get(first)));
    p.addWhole(1, adjoints.get(first).slice(s, s + h));
    int column = s + h;
    for (int k = SEQUENCES; k < p.operandCount(); k++) {
      int width = p.shapeOf(k).length(1);
      if (p.wants(k)) {
        p.addWhole(k, columns(before(adjoints), column, width));
      }
      column += width;
    }
  }

  /** The rows from which steps are made. */
  private Expr before(Expr rows) {
    int length = rows.shape().length(0) - 1;
    return backwards ? rows.slice(1, length + 1) : rows.slice(0, length);
  }

  /** The rows to which steps lead. */
  private Expr after(Expr rows) {
    int length = rows.shape().length(0) - 1;
    return backwards ? rows.slice(0, length) : rows.slice(1, length + 1);
  }

  private static Expr columns(Expr matrix, int from, int count) {
    int width = matrix.shape().length(1);
    int[] index = new int[matrix.shape().length(0) * count];
    Arrays.setAll(index, k -> k / count * width + from + k % count);
    return Functions.gatherFlat(matrix, index, Shape.of(matrix.shape().length(0), count));
  }

  @Override
  public String toString() {
    return backwards ? "scan backwards" : "scan";
  }
}
