package planish.autodiff.rewrite.reroll;

import static planish.autodiff.graph.Functions.concatenate;
import static planish.autodiff.graph.Functions.gatherFlat;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.reshape;
import static planish.autodiff.graph.Functions.sum;
import static planish.autodiff.graph.Functions.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.ScanBody;
import planish.autodiff.program.ScanBodies;

/**
 * The derivatives of all steps of a recurrence, as operations on whole vectors.
 *
 * <p>The step is applied to all rows in a graph of its own, in which states, what is read and what
 * is shared are inputs, so that derivatives by the one hold the others fixed.
 */
final class StepDerivatives implements ScanBody.Derivatives {
  /** Of longer states, products with the Jacobian cost more than a step and its derivative. */
  private static final int LONGEST_STATE = 3;

  private final Graph graph = new Graph();
  private final StepProgram step;
  private final int rows;
  private final Map<Integer, Expr> meaning = new HashMap<>();
  private final List<Expr> states;
  private final List<Expr> reads;
  private final List<Expr> shares;
  private final List<Packed> values = new ArrayList<>();
  private final List<Shape> shapes = new ArrayList<>();
  private int inputs;

  private StepDerivatives(StepProgram step, Expr before, List<Expr> sequences, Expr shared) {
    this.step = step;
    this.rows = before.shape().length(0);
    this.states = inputs(step.state(), false, k -> column(before, k));
    this.reads = inputs(step.input(), false, sequences::get);
    this.shares = inputs(step.shared(), true, new Parts(step.shared(), shared)::get);
    step.constants().forEach(constant -> add(constant, constant.shape(), true));
  }

  /**
   * {@return the derivatives of a step's rows, if the step is one that can be made for all rows}
   */
  static Optional<ScanBody.Derivatives> of(
      StepProgram step, Expr before, List<Expr> sequences, Expr shared) {
    boolean scalars = step.state().stream().allMatch(Shape::isScalar);
    if (!scalars || step.state().size() > LONGEST_STATE || before.shape().length(0) == 0) {
      return Optional.empty();
    }
    StepDerivatives derivatives = new StepDerivatives(step, before, sequences, shared);
    return derivatives.applied() ? Optional.of(derivatives) : Optional.empty();
  }

  /** What a part of the state, of what is read or of what is shared stands for. */
  private interface Meaning {
    Expr of(int part);
  }

  private List<Expr> inputs(List<Shape> parts, boolean isShared, Meaning what) {
    List<Expr> result = new ArrayList<>();
    for (int k = 0; k < parts.size(); k++) {
      Shape shape = isShared ? parts.get(k) : Shape.of(rows).then(parts.get(k));
      Expr input = input(shape, reshape(what.of(k), shape));
      result.add(input);
      add(input, parts.get(k), isShared);
    }
    return result;
  }

  private Expr input(Shape shape, Expr means) {
    Expr input = graph.input(InputKind.POSITION, "", inputs, shape);
    inputs += shape.size();
    meaning.put(graph.indexOf(input), means);
    return input;
  }

  private void add(Expr value, Shape row, boolean isShared) {
    values.add(new Packed(value, isShared));
    shapes.add(row);
  }

  /** One after the other in a vector. */
  private record Parts(List<Shape> shapes, Expr all) {
    Expr get(int part) {
      int from = shapes.subList(0, part).stream().mapToInt(Shape::size).sum();
      return window(all, from, shapes.get(part));
    }
  }

  private static Expr column(Expr matrix, int column) {
    int width = matrix.shape().length(1);
    int[] index = new int[matrix.shape().length(0)];
    Arrays.setAll(index, k -> k * width + column);
    return width == 1 ? matrix : gatherFlat(matrix, index, Shape.of(index.length));
  }

  /** Applies the step's operations to all rows; false if there is one that cannot be. */
  private boolean applied() {
    for (StepProgram.Operation operation : step.operations()) {
      List<Packed> operands = operation.operands().stream().map(values::get).toList();
      Shape[] from = operation.operands().stream().map(shapes::get).toArray(Shape[]::new);
      Shape row = operation.op().shape(from);
      boolean[] same = new boolean[from.length];
      boolean all = true;
      for (int j = 0; j < same.length; j++) {
        same[j] = operands.get(j).shared();
        all &= same[j];
      }
      if (all) {
        List<Expr> once = operands.stream().map(Packed::value).toList();
        add(graph.apply(operation.op(), once), row, true);
      } else if (Batch.supports(operation.op(), same, from)) {
        values.add(new Batch(graph, rows).apply(operation.op(), row, operands, from));
        shapes.add(row);
      } else {
        return false;
      }
    }
    return true;
  }

  private Expr next(int part) {
    return new Batch(graph, rows).fill(values.get(step.next().get(part)), Shape.scalar());
  }

  private Expr meant(Expr value) {
    return Replay.of(graph, value, meaning);
  }

  @Override
  public ScanBody backwards() {
    int s = states.size();
    return ScanBodies.of(
        s,
        s + s * s,
        0,
        (after, read, _) ->
            product(
                concatenate(List.of(Expr.vector(1), after)), reshape(read, Shape.of(1 + s, s))));
  }

  @Override
  public Expr jacobian() {
    List<Expr> columns = new ArrayList<>();
    for (int k = 0; k < states.size(); k++) {
      for (Expr derivative : Gradient.pull(next(k), Expr.of(1), states)) {
        columns.add(reshape(meant(derivative), Shape.of(rows, 1)));
      }
    }
    return columns.size() == 1 ? columns.getFirst() : concatenate(columns, 1);
  }

  @Override
  public List<Expr> pull(Expr adjoints) {
    Expr total = Expr.of(0);
    for (int k = 0; k < states.size(); k++) {
      Expr adjoint = input(Shape.of(rows), reshape(column(adjoints, k), Shape.of(rows)));
      total = total.plus(sum(next(k).times(adjoint)));
    }
    List<Expr> variables = new ArrayList<>(shares);
    variables.addAll(reads);
    List<Expr> pulled = Gradient.of(total, variables).stream().map(this::meant).toList();
    List<Expr> result = new ArrayList<>();
    result.add(joined(pulled.subList(0, shares.size())));
    for (int k = shares.size(); k < pulled.size(); k++) {
      Expr part = pulled.get(k);
      result.add(reshape(part, Shape.of(rows, part.shape().size() / rows)));
    }
    if (reads.isEmpty()) {
      result.add(Expr.full(Shape.of(rows, 1), 0));
    }
    return result;
  }

  private static Expr joined(List<Expr> parts) {
    List<Expr> flat = parts.stream().map(StepProgram::flat).toList();
    return flat.isEmpty() ? Expr.vector(0) : flat.size() == 1 ? flat.getFirst() : concatenate(flat);
  }
}
