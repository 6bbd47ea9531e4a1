package planish.autodiff.rewrite.reroll;

import static planish.autodiff.graph.Functions.concatenate;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.reshape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.ScanBody;
import planish.autodiff.program.ScanBodies;
import planish.autodiff.vector.BinaryFunction;

/**
 * The next state is an offset plus a factor times the state, rounded once.
 *
 * @param factor whether each step reads a factor of its own; if not, all share one
 * @param offset likewise
 */
record AffineStep(boolean factor, boolean offset) implements ScanBodies.StepFunction {
  /** {@return the body} */
  ScanBody body() {
    return ScanBodies.of(1, StepProgram.size(parts(true)), StepProgram.size(parts(false)), this);
  }

  private List<Shape> parts(boolean each) {
    List<Shape> parts = new ArrayList<>();
    for (boolean isRead : List.of(factor, offset)) {
      if (isRead == each) {
        parts.add(Shape.scalar());
      }
    }
    return parts;
  }

  @Override
  public Expr next(Expr state, Expr input, Expr shared) {
    Expr first = (factor ? input : shared).slice(0, 1);
    Expr second =
        (offset ? input : shared).slice(factor == offset ? 1 : 0, factor == offset ? 2 : 1);
    // A vector times a matrix is a chain of fma: the first is exact.
    Expr column = reshape(concatenate(List.of(second, first)), Shape.of(2, 1));
    return product(concatenate(List.of(Expr.vector(1), state)), column);
  }

  @Override
  public Optional<ScanBody.Derivatives> derivatives(
      Expr states, List<Expr> sequences, Expr shared) {
    int reads = parts(true).size();
    int first = factor ? 1 : 1 + reads;
    int second = factor == offset ? first + 1 : offset ? 1 : 1 + reads;
    StepProgram program =
        new StepProgram(
            List.of(Shape.scalar()),
            parts(true),
            parts(false),
            List.of(),
            List.of(
                operation(BinaryFunction.MULTIPLY, first, 0),
                operation(BinaryFunction.ADD, second, 3)),
            List.of(4));
    return program.derivatives(states, sequences, shared);
  }

  private static StepProgram.Operation operation(BinaryFunction f, int a, int b) {
    return new StepProgram.Operation(new Binary(f), List.of(a, b));
  }
}
