package planish.compiler;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;

/**
 * A recurrence as a loop over rows: its step is straight-line code, its state stands in local
 * variables.
 */
final class ScanCode implements ArithmeticCode.Values {
  private static final int WORKSPACE = 0;

  /** The operand that is the first sequence, after the first state and what is shared. */
  private static final int SEQUENCES = 2;

  private final CodeBuilder code;
  private final ClassCode owner;
  private final ScanPlan scan;
  private final Operand[] operands;
  private final ArithmeticCode arithmetic;
  private final IntMap locals = new IntMap();
  private final int[] state;
  private final int[] common;
  private final int length;
  private int row;

  ScanCode(CodeBuilder code, ClassCode owner, ScanPlan scan) {
    this.code = code;
    this.owner = owner;
    this.scan = scan;
    this.operands = owner.nodes().operands(scan.node());
    this.arithmetic = new ArithmeticCode(code, this);
    this.state = new int[scan.body().stateSize()];
    this.common = new int[scan.body().sharedSize()];
    this.length = operands[SEQUENCES].shape().length(0);
  }

  void emit() {
    boolean backwards = scan.scan().backwards();
    begin(backwards ? length : 0);
    row = code.allocateLocal(TypeKind.INT);
    code.loadConstant(backwards ? length - 1 : 0).istore(row);
    Label head = code.newLabel();
    Label done = code.newLabel();
    code.labelBinding(head).iload(row);
    if (backwards) {
      code.iflt(done);
    } else {
      code.loadConstant(length).if_icmpge(done);
    }
    scan.steps().forEach(this::step);
    next(backwards ? 0 : 1);
    code.iinc(row, backwards ? -1 : 1).goto_w(head).labelBinding(done).return_();
  }

  /** The state and what is shared go into local variables, the state into a row, too. */
  private void begin(int at) {
    int place = owner.layout().place(scan.node()) + at * state.length;
    for (int e = 0; e < state.length; e++) {
      state[e] = loaded(operands[0], e);
      code.aload(WORKSPACE).loadConstant(place + e).dload(state[e]).dastore();
    }
    for (int e = 0; e < common.length; e++) {
      common[e] = loaded(operands[1], e);
    }
  }

  private int loaded(Operand operand, int element) {
    int local = code.allocateLocal(TypeKind.DOUBLE);
    owner.pushArray(code, WORKSPACE, operand);
    owner.pushIndex(code, operand, element);
    code.daload().dstore(local);
    return local;
  }

  private void step(Step step) {
    switch (step) {
      case Step.Arithmetic s -> arithmetic.emit(s);
      case Step.Read s -> read(s);
      default -> throw new IllegalStateException("not in a recurrence: " + step);
    }
  }

  private void read(Step.Read s) {
    if (s.kind() == ScanPlan.STATE) {
      locals.put(s.out(), state[s.index()]);
    } else if (s.kind() == ScanPlan.SHARED) {
      locals.put(s.out(), common[s.index()]);
    } else {
      int column = s.index();
      int k = SEQUENCES;
      while (column >= operands[k].shape().length(1)) {
        column -= operands[k++].shape().length(1);
      }
      owner.pushArray(code, WORKSPACE, operands[k]);
      owner.pushIndex(code, operands[k], column);
      index(operands[k].shape().length(1));
      code.daload();
      define(s.out());
    }
  }

  /** Adds where the row begins to an index on the stack. */
  private void index(int width) {
    code.iload(row);
    if (width != 1) {
      code.loadConstant(width).imul();
    }
    code.iadd();
  }

  private void next(int after) {
    scan.next().forEach(arithmetic::push);
    for (int e = state.length - 1; e >= 0; e--) {
      code.dstore(state[e]);
    }
    int place = owner.layout().place(scan.node()) + after * state.length;
    for (int e = 0; e < state.length; e++) {
      code.aload(WORKSPACE).loadConstant(place + e);
      index(state.length);
      code.dload(state[e]).dastore();
    }
  }

  @Override
  public void push(int slot) {
    code.dload(locals.get(slot));
  }

  /** A step's numbers are those of its body, which tapes alike have in common. */
  @Override
  public void push(Arg.Datum datum) {
    throw new IllegalStateException("not in a recurrence: " + datum);
  }

  @Override
  public void define(int slot) {
    int local = code.allocateLocal(TypeKind.DOUBLE);
    locals.put(slot, local);
    code.dstore(local);
  }
}
