package planish.autodiff.rewrite.reroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Functions.scan;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Scan;
import planish.autodiff.graph.Unary;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;
import planish.autodiff.program.ScanBodies;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.UnaryFunction;

/** Derivatives of all steps at once against those that a scan gathers step by step. */
class StepDerivativesTest {
  private static final int STEPS = 7;

  private final Graph graph = new Graph();
  private int inputs;

  private Expr input(int... shape) {
    Expr input = graph.input(InputKind.POSITION, "x", inputs, Shape.of(shape));
    inputs += input.shape().size();
    return input;
  }

  /**
   * Each number of the state becomes tanh(its neighbour times what is shared, plus what is read).
   */
  private static StepProgram step(int size) {
    List<Shape> state = new ArrayList<>();
    List<StepProgram.Operation> operations = new ArrayList<>();
    List<Integer> next = new ArrayList<>();
    int first = size + 2;
    for (int k = 0; k < size; k++) {
      state.add(Shape.scalar());
      operations.add(operation(BinaryFunction.MULTIPLY, (k + 1) % size, size + 1));
      operations.add(operation(BinaryFunction.ADD, first + 3 * k, size));
      operations.add(
          new StepProgram.Operation(new Unary(UnaryFunction.TANH), List.of(first + 3 * k + 1)));
      next.add(first + 3 * k + 2);
    }
    Shape one = Shape.scalar();
    return new StepProgram(state, List.of(one), List.of(one), List.of(), operations, next);
  }

  private static StepProgram.Operation operation(BinaryFunction f, int a, int b) {
    return new StepProgram.Operation(new Binary(f), List.of(a, b));
  }

  private double[] run(Expr value) {
    SplittableRandom random = new SplittableRandom(5);
    double[][] in = {random.doubles(inputs, -1, 1).toArray()};
    double[][] out = {new double[value.shape().size()]};
    Programs.compile(graph, List.of(new Output(value, 0, 0)), Loops.plain()).open().run(in, out);
    return out[0];
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void areThoseOfTheSteps(int size) {
    StepProgram step = step(size);
    List<Expr> variables = List.of(input(size), input(STEPS, 1), input(1));
    List<List<Expr>> gradients = new ArrayList<>();
    for (ScanBodies.StepFunction function : List.of(step, (ScanBodies.StepFunction) step::next)) {
      Expr states =
          scan(
              ScanBodies.of(size, 1, 1, function),
              variables.get(0),
              variables.get(1),
              variables.get(2));
      gradients.add(Gradient.of(sum(square(states)), variables));
    }
    for (int k = 0; k < variables.size(); k++) {
      assertThat(run(gradients.get(0).get(k)))
          .containsExactly(run(gradients.get(1).get(k)), within(1e-13));
    }
    assertThat(linear(gradients.get(0))).isEqualTo(size <= 3);
    assertThat(linear(gradients.get(1))).isFalse();
  }

  /** Whether a scan needs nothing but adjoints and a Jacobian. */
  private boolean linear(List<Expr> gradient) {
    boolean[] needed = Needed.by(graph, gradient.stream().mapToInt(graph::indexOf).toArray());
    for (int k = 0; k < needed.length; k++) {
      if (needed[k]
          && graph.node(k).op() instanceof Scan scan
          && scan.backwards()
          && scan.body().sharedSize() == 0) {
        return true;
      }
    }
    return false;
  }
}
