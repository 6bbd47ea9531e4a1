package planish.compiler;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;

/** A recurrence as a loop: its step is straight-line code, its state stands in local variables. */
final class ScanCode {
  private static final int WORKSPACE = 0;

  private final CodeBuilder code;
  private final ClassCode owner;
  private final ScanPlan scan;
  private final Operand start;
  private final Operand sequence;
  private final Operand shared;
  private final IntMap locals = new IntMap();
  private final int[] state;
  private final int[] common;
  private int at;
  private int row;

  ScanCode(CodeBuilder code, ClassCode owner, ScanPlan scan) {
    this.code = code;
    this.owner = owner;
    this.scan = scan;
    this.start = owner.nodes().operand(scan.node(), 0);
    this.sequence = owner.nodes().operand(scan.node(), 1);
    this.shared = owner.nodes().operand(scan.node(), 2);
    this.state = new int[scan.body().stateSize()];
    this.common = new int[scan.body().sharedSize()];
  }

  void emit() {
    int length = sequence.shape().length(0);
    int end = owner.layout().place(scan.node()) + (length + 1) * state.length;
    begin();
    Label head = code.newLabel();
    Label done = code.newLabel();
    code.labelBinding(head).iload(row).loadConstant(end).if_icmpge(done);
    for (Step step : scan.steps()) {
      emit(step);
    }
    next();
    code.iinc(row, state.length);
    advance();
    code.goto_w(head).labelBinding(done).return_();
  }

  /** The state and what is shared go into local variables, the first state into its row. */
  private void begin() {
    int place = owner.layout().place(scan.node());
    for (int e = 0; e < state.length; e++) {
      state[e] = loaded(start, e);
      code.aload(WORKSPACE).loadConstant(place + e).dload(state[e]).dastore();
    }
    for (int e = 0; e < common.length; e++) {
      common[e] = loaded(shared, e);
    }
    row = code.allocateLocal(TypeKind.INT);
    code.loadConstant(place + state.length).istore(row);
    at = code.allocateLocal(TypeKind.INT);
    code.loadConstant(owner.offset(sequence)).istore(at);
  }

  private int loaded(Operand operand, int element) {
    int local = code.allocateLocal(TypeKind.DOUBLE);
    owner.pushArray(code, WORKSPACE, operand);
    code.loadConstant(owner.offset(operand) + element).daload().dstore(local);
    return local;
  }

  private void advance() {
    code.iload(at).loadConstant(scan.body().inputSize()).iadd().istore(at);
  }

  private void next() {
    for (Arg arg : scan.next()) {
      push(arg);
    }
    for (int e = state.length - 1; e >= 0; e--) {
      code.dstore(state[e]);
    }
    for (int e = 0; e < state.length; e++) {
      code.aload(WORKSPACE).iload(row).loadConstant(e).iadd().dload(state[e]).dastore();
    }
  }

  private void emit(Step step) {
    switch (step) {
      case Step.Unary s -> {
        push(s.a());
        ScalarCode.unary(code, s.f());
        define(s.out());
      }
      case Step.Binary s -> {
        push(s.a());
        push(s.b());
        ScalarCode.binary(code, s.f());
        define(s.out());
      }
      case Step.Fma s -> {
        push(s.a());
        push(s.b());
        push(s.c());
        ScalarCode.fma(code);
        define(s.out());
      }
      case Step.Select s -> {
        push(s.condition());
        push(s.a());
        push(s.b());
        ScalarCode.select(code);
        define(s.out());
      }
      case Step.Copy s -> {
        push(s.a());
        define(s.out());
      }
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
      owner.pushArray(code, WORKSPACE, sequence);
      code.iload(at).loadConstant(s.index()).iadd().daload();
      define(s.out());
    }
  }

  private void push(Arg arg) {
    switch (arg) {
      case Arg.Number number -> code.loadConstant(number.value());
      case Arg.Slot slot -> code.dload(locals.get(slot.index()));
    }
  }

  private void define(int slot) {
    int local = code.allocateLocal(TypeKind.DOUBLE);
    locals.put(slot, local);
    code.dstore(local);
  }
}
