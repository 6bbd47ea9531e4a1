package planish.autodiff.rewrite.reroll;

import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Unary;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * The steps of a recurrence in which one number is first multiplied and then added to, as a factor
 * and an offset for each step. Nothing is multiplied out: a sum that is multiplied is none.
 */
final class AffineForm {
  private static final Shape[] NUMBERS = {Shape.scalar(), Shape.scalar()};

  private final Graph graph;
  private final TemplateValues values;
  private final int rows;
  private Packed factor;
  private Packed offset;

  private AffineForm(Graph graph, TemplateValues values, int rows) {
    this.graph = graph;
    this.values = values;
    this.rows = rows;
  }

  /**
   * {@return the form of a recurrence, or null if its steps are of another}
   *
   * @param delay what is handed on, a number
   * @param order the operations of a step, operands first
   * @param rows how many steps there are
   */
  static AffineForm of(Graph graph, TemplateValues values, Slot delay, List<Slot> order, int rows) {
    AffineForm form = new AffineForm(graph, values, rows);
    Slot inside = delay;
    for (Slot slot : order) {
      if (!form.takes(slot, inside)) {
        return null;
      }
      inside = slot;
    }
    boolean complete = form.factor != null && form.offset != null;
    return complete && inside == delay.operands().getFirst() ? form : null;
  }

  Packed factor() {
    return factor;
  }

  Packed offset() {
    return offset;
  }

  private boolean takes(Slot slot, Slot inside) {
    if (!slot.shape().isScalar() || !slot.operands().contains(inside)) {
      return false;
    }
    if (slot.op() instanceof Unary(UnaryFunction f)) {
      if (f == UnaryFunction.NEGATE) {
        negate();
        offset = offset == null ? null : negated(offset);
      }
      return f == UnaryFunction.NEGATE;
    }
    if (!(slot.op() instanceof Binary(BinaryFunction f))) {
      return false;
    }
    boolean isFirst = slot.operands().getFirst() == inside;
    Packed other = values.of(slot.operands().get(isFirst ? 1 : 0));
    return other != null && takes(f, isFirst, other);
  }

  private boolean takes(BinaryFunction f, boolean isFirst, Packed other) {
    switch (f) {
      case MULTIPLY -> factor = factor == null ? other : applied(f, factor, other);
      case ADD -> offset = offset == null ? other : applied(f, other, offset);
      case SUBTRACT -> subtract(isFirst, other);
      default -> {
        return false;
      }
    }
    return f != BinaryFunction.MULTIPLY || offset == null;
  }

  private void subtract(boolean isFirst, Packed other) {
    if (isFirst) {
      offset = offset == null ? negated(other) : applied(BinaryFunction.SUBTRACT, offset, other);
    } else {
      negate();
      offset = offset == null ? other : applied(BinaryFunction.SUBTRACT, other, offset);
    }
  }

  private void negate() {
    factor = negated(factor == null ? new Packed(Expr.of(1), true) : factor);
  }

  private Packed negated(Packed x) {
    return new Packed(x.value().negate(), x.shared());
  }

  private Packed applied(BinaryFunction f, Packed a, Packed b) {
    Op op = new Binary(f);
    return a.shared() && b.shared()
        ? new Packed(graph.apply(op, List.of(a.value(), b.value())), true)
        : new Batch(graph, rows).apply(op, Shape.scalar(), List.of(a, b), NUMBERS);
  }
}
