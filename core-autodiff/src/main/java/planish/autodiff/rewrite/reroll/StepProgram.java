package planish.autodiff.rewrite.reroll;

import static planish.autodiff.graph.Functions.concatenate;
import static planish.autodiff.graph.Functions.reshape;
import static planish.autodiff.graph.Functions.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.ScanBody;
import planish.autodiff.program.ScanBodies;

/**
 * One step of a recurrence, apart from the graph that it was read from. Values are numbered: the
 * parts of the state, those of what a step reads, those of what all steps share, constants, then
 * the results of the operations in order.
 *
 * @param state shapes of the parts of the state
 * @param input shapes of the parts of what a step reads
 * @param shared shapes of the parts of what all steps share
 * @param constants numbers that stand in the step itself
 * @param operations in order
 * @param next the values that make the next state
 */
record StepProgram(
    List<Shape> state,
    List<Shape> input,
    List<Shape> shared,
    List<Expr> constants,
    List<Operation> operations,
    List<Integer> next)
    implements ScanBodies.StepFunction {

  /**
   * One operation.
   *
   * @param op what is done
   * @param operands to which values, by their numbers
   */
  record Operation(Op op, List<Integer> operands) {}

  /** {@return the number of elements of arrays of these shapes, at least one} */
  static int size(List<Shape> shapes) {
    return Math.max(1, shapes.stream().mapToInt(Shape::size).sum());
  }

  @Override
  public Expr next(Expr oldState, Expr read, Expr common) {
    List<Expr> values = new ArrayList<>();
    parts(state, oldState, values);
    parts(input, read, values);
    parts(shared, common, values);
    values.addAll(constants);
    for (Operation operation : operations) {
      Expr[] operands = operation.operands().stream().map(values::get).toArray(Expr[]::new);
      values.add(Functions.apply(operation.op(), operands));
    }
    List<Expr> parts = next.stream().map(values::get).map(StepProgram::flat).toList();
    return parts.size() == 1 ? parts.getFirst() : concatenate(parts);
  }

  @Override
  public Optional<ScanBody.Derivatives> derivatives(
      Expr states, List<Expr> sequences, Expr common) {
    return StepDerivatives.of(this, states, sequences, common);
  }

  private static void parts(List<Shape> shapes, Expr all, List<Expr> values) {
    int at = 0;
    for (Shape shape : shapes) {
      values.add(window(all, at, shape));
      at += shape.size();
    }
  }

  static Expr flat(Expr x) {
    return reshape(x, Shape.of(x.shape().size()));
  }
}
