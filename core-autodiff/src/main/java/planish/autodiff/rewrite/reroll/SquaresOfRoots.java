package planish.autodiff.rewrite.reroll;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Unary;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * Statements that need nothing of the one before but the square of a root, as variances that are
 * handed on as standard deviations: they need what stands under the root.
 *
 * <p>Where that is negative, the root is NaN and its square too, while what stands under it is a
 * number. So there has to be a check that refuses roots that are not positive.
 */
final class SquaresOfRoots {
  private static final Op SQUARE = new Unary(UnaryFunction.SQUARE);
  private static final Op ROOT = new Unary(UnaryFunction.SQRT);
  private static final Op PRODUCT = new Binary(BinaryFunction.MULTIPLY);
  private static final Op LESS = new Binary(BinaryFunction.LESS);

  private SquaresOfRoots() {}

  /** Makes such squares delays of what stands under the root. */
  static void handOn(Template template) {
    Set<Slot> positive = positive(template.slots());
    for (Slot square : template.slots()) {
      Slot root = delayed(square);
      if (root != null && positive.contains(root) && readers(template, square) == 1) {
        square.is(Slot.Kind.DELAYED, root.operands());
      }
    }
  }

  /** The root whose delay is squared; null if it is something else. */
  private static Slot delayed(Slot square) {
    if (!applies(square, SQUARE)) {
      return null;
    }
    Slot delay = square.operands().getFirst();
    Slot root = delay.kind() == Slot.Kind.DELAYED ? delay.operands().getFirst() : null;
    return root != null && applies(root, ROOT) ? root : null;
  }

  private static boolean applies(Slot slot, Op op) {
    return slot.kind() == Slot.Kind.APPLIED && slot.op().equals(op);
  }

  /** How many slots read what is squared. */
  private static long readers(Template template, Slot square) {
    Slot delay = square.operands().getFirst();
    return template.slots().stream().filter(slot -> slot.operands().contains(delay)).count();
  }

  /** What checks hold against a lower bound: the condition fails for NaN. */
  private static Set<Slot> positive(List<Slot> slots) {
    Deque<Slot> conditions = new ArrayDeque<>();
    for (Slot slot : slots) {
      if (slot.kind() == Slot.Kind.APPLIED && slot.op() instanceof Check) {
        conditions.add(slot.operands().get(1));
      }
    }
    Set<Slot> found = new HashSet<>();
    while (!conditions.isEmpty()) {
      Slot condition = conditions.poll();
      if (applies(condition, PRODUCT)) {
        conditions.addAll(condition.operands());
      } else if (applies(condition, LESS)) {
        found.add(condition.operands().get(1));
      }
    }
    return found;
  }
}
