package planish.autodiff.rewrite.reroll;

import static planish.autodiff.graph.Functions.gatherFlat;
import static planish.autodiff.graph.Functions.reshape;
import static planish.autodiff.graph.Functions.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Leaves;
import planish.autodiff.graph.Op;

/** Computes a template's slots for all statements at once, operands before what needs them. */
final class TemplateValues {
  private final Graph graph;
  private final Packed[] values;

  TemplateValues(Graph graph, Template template) {
    this.graph = graph;
    this.values = new Packed[template.slots().size()];
  }

  /** {@return the value of a slot, if it was computed before; else null} */
  Packed of(Slot slot) {
    return values[slot.number()];
  }

  void set(Slot slot, Packed value) {
    values[slot.number()] = value;
  }

  /** Computes a slot whose operands were computed. */
  void compute(Slot slot) {
    graph.enter(graph.placeOf(slot.lanes()[0]));
    values[slot.number()] =
        switch (slot.kind()) {
          case SHARED -> new Packed(graph.expr(slot.lanes()[0]), true);
          case WINDOWS -> new Packed(windows(slot), false);
          case DATA -> new Packed(data(slot), false);
          case REPEATED -> new Packed(repeated(slot), false);
          case DELAYED -> new Packed(delayed(slot), false);
          case JOINED -> new Packed(joined(slot), false);
          case APPLIED -> applied(slot);
        };
  }

  private static Shape over(Slot slot) {
    return Shape.of(slot.lanes().length).then(slot.shape());
  }

  /** Windows that follow each other are one window. */
  private Expr windows(Slot slot) {
    int[] index = Arrays.copyOfRange(slot.index(), 1, slot.index().length);
    return elements(graph.expr(slot.index()[0]), index, over(slot));
  }

  /** {@return elements of an array: a window of it where they follow each other} */
  static Expr elements(Expr array, int[] index, Shape shape) {
    for (int k = 1; k < index.length; k++) {
      if (index[k] != index[0] + k) {
        return gatherFlat(array, index, shape);
      }
    }
    return index.length == array.shape().size()
        ? reshape(array, shape)
        : window(array, index.length == 0 ? 0 : index[0], shape);
  }

  private Expr data(Slot slot) {
    int size = slot.shape().size();
    double[] all = new double[slot.lanes().length * size];
    for (int k = 0; k < slot.lanes().length; k++) {
      double[] row = Leaves.dataOf(graph.node(slot.lanes()[k]).op());
      System.arraycopy(row, 0, all, k * size, size);
    }
    return graph.data("", all, over(slot));
  }

  private Expr repeated(Slot slot) {
    Packed once = of(slot.operands().getFirst());
    if (once.shared()) {
      return Functions.broadcast(once.value(), over(slot));
    }
    int size = slot.shape().size();
    int[] index = new int[slot.index().length * size];
    for (int k = 0; k < index.length; k++) {
      index[k] = slot.index()[k / size] * size + k % size;
    }
    return gatherFlat(once.value(), index, over(slot));
  }

  private Expr delayed(Slot slot) {
    Expr before = flat(graph.expr(slot.lanes()[0]));
    Packed now = of(slot.operands().getFirst());
    Expr rows = new Batch(graph, slot.lanes().length).fill(now, slot.shape());
    int size = (slot.lanes().length - 1) * slot.shape().size();
    Expr others = window(rows, 0, Shape.of(size));
    return reshape(Functions.concatenate(List.of(before, others)), over(slot));
  }

  private Expr joined(Slot slot) {
    List<Expr> parts = new ArrayList<>();
    for (int lane : slot.lanes()) {
      parts.add(flat(graph.expr(lane)));
    }
    return reshape(Functions.concatenate(parts), over(slot));
  }

  private static Expr flat(Expr x) {
    return x.shape().rank() < 2 ? x : reshape(x, Shape.of(x.shape().size()));
  }

  private Packed applied(Slot slot) {
    List<Packed> operands = slot.operands().stream().map(this::of).toList();
    Op op = slot.op();
    if (operands.stream().allMatch(Packed::shared)) {
      return new Packed(graph.apply(op, operands.stream().map(Packed::value).toList()), true);
    }
    Shape[] shapes = slot.operands().stream().map(Slot::shape).toArray(Shape[]::new);
    return new Batch(graph, slot.lanes().length).apply(op, slot.shape(), operands, shapes);
  }
}
