package planish.autodiff.rewrite.reroll;

import static planish.autodiff.graph.Functions.concatenate;
import static planish.autodiff.graph.Functions.reshape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planish.autodiff.Shape;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Leaves;
import planish.autodiff.graph.ScanBody;
import planish.autodiff.program.ScanBodies;

/**
 * Slots that need each other through delays, computed by one scan over the statements.
 *
 * <p>The state is what the delays hold. What a step reads are the slots outside that its operations
 * need and that differ between statements; what all steps share are those that do not. The states
 * of all steps give the delays and what they delay; the other slots are computed from these, for
 * all statements at once.
 */
final class Recurrence {
  private final Graph graph;
  private final TemplateValues values;
  private final int steps;
  private final List<Slot> component;
  private final List<Slot> delays = new ArrayList<>();
  private final List<Slot> reads = new ArrayList<>();
  private final List<Slot> shares = new ArrayList<>();
  private final List<Slot> constants = new ArrayList<>();
  private final List<Slot> order;

  Recurrence(Graph graph, TemplateValues values, List<Slot> component) {
    this.graph = graph;
    this.values = values;
    this.component = component;
    this.steps = component.getFirst().lanes().length;
    this.order = order();
    leaves();
  }

  /** {@return the size of the state} */
  int stateSize() {
    return size(delays);
  }

  /** The component's operations, operands first: without the delays nothing goes round. */
  private List<Slot> order() {
    component.sort(Comparator.comparingInt(Slot::number));
    Set<Slot> inside = new HashSet<>(component);
    Set<Slot> done = new LinkedHashSet<>();
    for (Slot slot : component) {
      if (slot.kind() == Slot.Kind.DELAYED) {
        delays.add(slot);
      }
    }
    Deque<Slot> open = new ArrayDeque<>();
    for (Slot start : component) {
      open.push(start);
      while (!open.isEmpty()) {
        Slot slot = open.peek();
        Slot missing = missing(slot, inside, done);
        if (missing != null) {
          open.push(missing);
        } else {
          open.pop();
          if (slot.kind() == Slot.Kind.APPLIED) {
            done.add(slot);
          }
        }
      }
    }
    return List.copyOf(done);
  }

  private static Slot missing(Slot slot, Set<Slot> inside, Set<Slot> done) {
    if (slot.kind() == Slot.Kind.DELAYED) {
      return null;
    }
    for (Slot operand : slot.operands()) {
      if (operand.kind() == Slot.Kind.APPLIED
          && inside.contains(operand)
          && !done.contains(operand)) {
        return operand;
      }
    }
    return null;
  }

  private void leaves() {
    Set<Slot> inside = new HashSet<>(component);
    Set<Slot> outside = new LinkedHashSet<>();
    for (Slot slot : order) {
      for (Slot operand : slot.operands()) {
        if (!inside.contains(operand)) {
          outside.add(operand);
        }
      }
    }
    for (Slot slot : outside) {
      Packed value = values.of(slot);
      if (!value.shared()) {
        reads.add(slot);
      } else if (constant(value.value()) == null) {
        shares.add(slot);
      } else {
        constants.add(slot);
      }
    }
  }

  /** {@return a number that stands in the body itself; null for others} */
  private Expr constant(Expr value) {
    double[] data = Leaves.dataOf(graph.node(graph.indexOf(value)).op());
    return data != null && value.shape().size() == 1 ? Expr.of(data, value.shape()) : null;
  }

  private static int size(List<Slot> slots) {
    return StepProgram.size(shapes(slots));
  }

  /** Computes all slots of the component. */
  void compute() {
    graph.enter(graph.placeOf(component.getFirst().lanes()[0]));
    Expr states = states();
    take(states);
    Expr checked = states;
    for (Slot slot : order) {
      if (values.of(slot) == null) {
        values.compute(slot);
      }
      if (slot.op() instanceof Check check) {
        checked = guarded(checked, check, slot);
      }
    }
    if (checked != states) {
      order.forEach(slot -> values.set(slot, null));
      take(checked);
      order.stream().filter(slot -> values.of(slot) == null).forEach(values::compute);
    }
  }

  private Expr states() {
    boolean number = delays.size() == 1 && delays.getFirst().shape().isScalar();
    AffineForm form = number ? AffineForm.of(graph, values, delays.getFirst(), order, steps) : null;
    return form == null
        ? Functions.scan(body(), initial(), sequences(), shared())
        : affine(form.factor(), form.offset());
  }

  private Expr affine(Packed factor, Packed offset) {
    List<Expr> read = new ArrayList<>();
    List<Expr> common = new ArrayList<>();
    for (Packed part : List.of(factor, offset)) {
      if (part.shared()) {
        common.add(StepProgram.flat(part.value()));
      } else {
        read.add(reshape(part.value(), Shape.of(steps, 1)));
      }
    }
    return Functions.scan(
        new AffineStep(!factor.shared(), !offset.shared()).body(),
        initial(),
        read.isEmpty() ? List.of(Expr.full(Shape.of(steps, 1), 0)) : read,
        common.isEmpty() ? Expr.vector(0) : joined(common));
  }

  /** Steps cannot fail by themselves: their checks are made on all states at once. */
  private Expr guarded(Expr states, Check check, Slot slot) {
    Packed condition = values.of(slot.operands().get(1));
    Packed value = values.of(slot.operands().get(2));
    return graph.apply(check, List.of(states, condition.value(), value.value()));
  }

  private void take(Expr states) {
    int column = 0;
    for (Slot delay : delays) {
      values.set(delay, new Packed(rows(states, 0, column, delay.shape()), false));
      Slot now = delay.operands().getFirst();
      if (values.of(now) == null) {
        values.set(now, new Packed(rows(states, 1, column, delay.shape()), false));
      }
      column += delay.shape().size();
    }
  }

  private Expr rows(Expr states, int from, int column, Shape shape) {
    int width = states.shape().length(1);
    int size = shape.size();
    int[] index = new int[steps * size];
    for (int k = 0; k < index.length; k++) {
      index[k] = (from + k / size) * width + column + k % size;
    }
    return TemplateValues.elements(states, index, Shape.of(steps).then(shape));
  }

  private Expr initial() {
    return joined(delays.stream().map(d -> StepProgram.flat(graph.expr(d.lanes()[0]))).toList());
  }

  private List<Expr> sequences() {
    if (reads.isEmpty()) {
      return List.of(Expr.full(Shape.of(steps, 1), 0));
    }
    return reads.stream()
        .map(slot -> reshape(values.of(slot).value(), Shape.of(steps, slot.shape().size())))
        .toList();
  }

  private Expr shared() {
    return shares.isEmpty()
        ? Expr.vector(0)
        : joined(shares.stream().map(slot -> StepProgram.flat(values.of(slot).value())).toList());
  }

  private static Expr joined(List<Expr> parts) {
    return parts.size() == 1 ? parts.getFirst() : concatenate(parts);
  }

  private ScanBody body() {
    Map<Slot, Integer> numbers = new HashMap<>();
    for (List<Slot> slots : List.of(delays, reads, shares, constants)) {
      slots.forEach(slot -> numbers.put(slot, numbers.size()));
    }
    List<StepProgram.Operation> operations = new ArrayList<>();
    for (Slot slot : order) {
      List<Integer> operands = slot.operands().stream().map(numbers::get).toList();
      if (slot.op() instanceof Check) {
        numbers.put(slot, operands.getFirst());
      } else {
        numbers.put(slot, counted(delays, reads, shares, constants) + operations.size());
        operations.add(new StepProgram.Operation(slot.op(), operands));
      }
    }
    StepProgram step =
        new StepProgram(
            shapes(delays),
            shapes(reads),
            shapes(shares),
            constants.stream().map(slot -> constant(values.of(slot).value())).toList(),
            operations,
            delays.stream().map(delay -> numbers.get(delay.operands().getFirst())).toList());
    return ScanBodies.of(
        StepProgram.size(step.state()),
        StepProgram.size(step.input()),
        StepProgram.size(step.shared()),
        step);
  }

  private static int counted(List<?>... lists) {
    return Arrays.stream(lists).mapToInt(List::size).sum();
  }

  private static List<Shape> shapes(List<Slot> slots) {
    return slots.stream().map(Slot::shape).toList();
  }
}
