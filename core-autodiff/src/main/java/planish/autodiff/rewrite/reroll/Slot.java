package planish.autodiff.rewrite.reroll;

import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Op;

/**
 * One place of several statements that are computed alike: the node that stands there in each.
 *
 * <p>What is known of a slot is filled in while a {@link Template} is built.
 */
final class Slot {
  private final int number;
  private final int[] lanes;
  private final Shape shape;
  private Kind kind = Kind.JOINED;
  private List<Slot> operands = List.of();
  private int[] index = {};
  private Op op;

  /** How the values of a slot are made. */
  enum Kind {
    /** One node for all statements. */
    SHARED,
    /** Windows of one array. */
    WINDOWS,
    /** Constants or data arrays: one array is made of them. */
    DATA,
    /** Few nodes, each for several statements: the operand has them once. */
    REPEATED,
    /** One operation on operands. */
    APPLIED,
    /** What the operand had one statement earlier; the first lane stands before all. */
    DELAYED,
    /** Nodes that have nothing in common: computed one by one, then put side by side. */
    JOINED
  }

  Slot(int number, int[] lanes, Shape shape) {
    this.number = number;
    this.lanes = lanes;
    this.shape = shape;
  }

  /** {@return its place among the slots of its template, in the order in which they were found} */
  int number() {
    return number;
  }

  /** {@return the node of each statement; not to be changed} */
  int[] lanes() {
    return lanes;
  }

  /** {@return the shape of one statement's value} */
  Shape shape() {
    return shape;
  }

  Kind kind() {
    return kind;
  }

  List<Slot> operands() {
    return operands;
  }

  /** {@return for {@link Kind#WINDOWS} the base, then offsets; for REPEATED which operand lane} */
  int[] index() {
    return index;
  }

  void is(Kind what, List<Slot> from, int... indices) {
    kind = what;
    operands = from;
    index = indices;
  }

  void applies(Op what, List<Slot> to) {
    is(Kind.APPLIED, to);
    op = what;
  }

  /** {@return the operation of {@link Kind#APPLIED}} */
  Op op() {
    return op;
  }
}
