package planish.autodiff.rewrite.reroll;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A template's slots in the order in which they can be computed; those that need each other,
 * through delays, stand together.
 *
 * <p>Source: R. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing
 * 1 (1972), with a stack of its own in place of recursion.
 */
final class Components {
  private final List<Slot> slots;
  private final int[] found;
  private final int[] low;
  private final int[] next;
  private final boolean[] waiting;
  private final Deque<Slot> path = new ArrayDeque<>();
  private final Deque<Slot> stack = new ArrayDeque<>();
  private final List<List<Slot>> result = new ArrayList<>();
  private int time;

  private Components(List<Slot> slots) {
    this.slots = slots;
    this.found = new int[slots.size()];
    this.low = new int[slots.size()];
    this.next = new int[slots.size()];
    this.waiting = new boolean[slots.size()];
    Arrays.fill(found, -1);
  }

  /** {@return the slots that a template's root needs, each group after those that it needs} */
  static List<List<Slot>> of(Template template) {
    Components components = new Components(template.slots());
    components.visit(template.root());
    while (!components.path.isEmpty()) {
      components.step(components.path.peek());
    }
    return components.result;
  }

  /** {@return whether these slots need themselves} */
  static boolean isRecurrence(List<Slot> component) {
    Slot first = component.getFirst();
    return component.size() > 1 || first.operands().contains(first);
  }

  private void visit(Slot slot) {
    int k = slot.number();
    found[k] = time;
    low[k] = time++;
    waiting[k] = true;
    path.push(slot);
    stack.push(slot);
  }

  private void step(Slot slot) {
    int k = slot.number();
    if (next[k] < slot.operands().size()) {
      Slot operand = slot.operands().get(next[k]++);
      int j = operand.number();
      if (found[j] < 0) {
        visit(operand);
      } else if (waiting[j]) {
        low[k] = Math.min(low[k], found[j]);
      }
      return;
    }
    path.pop();
    if (!path.isEmpty()) {
      int above = path.peek().number();
      low[above] = Math.min(low[above], low[k]);
    }
    if (low[k] == found[k]) {
      close(slot);
    }
  }

  private void close(Slot top) {
    List<Slot> component = new ArrayList<>();
    Slot slot;
    do {
      slot = stack.pop();
      waiting[slot.number()] = false;
      component.add(slot);
    } while (slot != top);
    result.add(component);
  }

  @Override
  public String toString() {
    return slots.size() + " slots, " + result.size() + " groups";
  }
}
