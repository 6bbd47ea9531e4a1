package planish.autodiff.graph;

import java.util.List;
import planish.autodiff.Shape;

/**
 * All states of a recurrence, the first one included: row t + 1 is the body's step from row t, row
 * t of the sequence and what is shared.
 *
 * <p>The derivative is a scan too: backwards, with the body's adjoint.
 */
public record Scan(ScanBody body) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    Shapes.rank("a scan's state", operands[0], 1);
    Shapes.rank("a scan's sequence", operands[1], 2);
    Shapes.rank("what a scan shares", operands[2], 1);
    Shapes.inner(
        "scan", operands[0], Shape.of(body.stateSize()), operands[0].size(), body.stateSize());
    Shapes.inner(
        "scan", operands[1], Shape.of(body.inputSize()), operands[1].length(1), body.inputSize());
    Shapes.inner(
        "scan", operands[2], Shape.of(body.sharedSize()), operands[2].size(), body.sharedSize());
    return Shape.of(operands[1].length(0) + 1, body.stateSize());
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    ScanBody.Step step = body.open();
    Operand sequence = in[1];
    int length = sequence.shape().length(0);
    int state = body.stateSize();
    int input = body.inputSize();
    return Evaluation.of(() -> {
      System.arraycopy(in[0].array(), in[0].offset(), out.array(), out.offset(), state);
      for (int t = 0; t < length; t++) {
        int row = out.offset() + t * state;
        step.run(
            out.array(),
            row,
            sequence.array(),
            sequence.offset() + t * input,
            in[2].array(),
            in[2].offset(),
            out.array(),
            row + state);
      }
    });
  }

  @Override
  public void pullback(Pullback p) {
    int length = p.shapeOf(1).length(0);
    int s = body.stateSize();
    int x = body.inputSize();
    int h = body.sharedSize();
    Expr states = p.self();
    Expr outside = p.fullAdjoint();
    Expr reads =
        columns(
            Functions.reverse(states.slice(0, length)),
            Functions.reverse(p.operand(1)),
            Functions.reverse(outside.slice(1, length + 1)));
    Expr begin = Expr.full(Shape.of(s + h + x), 0);
    Expr backwards = Functions.scan(body.adjoint(), begin, reads, p.operand(2));
    Expr last = backwards.get(length);
    p.addWhole(0, last.slice(0, s).plus(outside.get(0)));
    p.addWhole(2, last.slice(s, s + h));
    if (p.wants(1)) {
      Expr steps = Functions.reverse(backwards.slice(1, length + 1));
      p.addWhole(1, columnRange(steps, s + h, x));
    }
  }

  /** Matrices of as many rows side by side. */
  private static Expr columns(Expr... parts) {
    return Functions.transpose(
        Functions.reshape(
            Functions.concatenate(
                java.util.Arrays.stream(parts)
                    .map(part -> Functions.transpose(part))
                    .map(part -> Functions.reshape(part, Shape.of(part.shape().size())))
                    .toList()),
            Shape.of(
                List.of(parts).stream().mapToInt(part -> part.shape().length(1)).sum(),
                parts[0].shape().length(0))));
  }

  private static Expr columnRange(Expr matrix, int from, int count) {
    return Functions.transpose(Functions.slice(Functions.transpose(matrix), from, from + count));
  }

  @Override
  public String toString() {
    return "scan";
  }
}
