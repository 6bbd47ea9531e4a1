package planish.compiler;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.List;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/** A loop's body over numbers one by one: the plain loop, and the end of a loop over vectors. */
final class PlainLoop extends LoopBody {
  private int lane;

  PlainLoop(CodeBuilder code, ClassCode owner, Loop loop, List<Integer> segment) {
    super(code, owner, loop, segment);
  }

  void emit() {
    loadScalars();
    index = local(TypeKind.INT);
    lane = local(TypeKind.INT);
    code.iload(FROM).istore(index);
    Label head = code.newLabel();
    Label done = code.newLabel();
    code.labelBinding(head).iload(index).iload(TO).if_icmpge(done);
    if (!reductions().isEmpty()) {
      code.iload(index).loadConstant(7).iand().istore(lane);
    }
    emitBody();
    code.iinc(index, 1).goto_w(head).labelBinding(done).return_();
  }

  private int keep() {
    int local = local(TypeKind.DOUBLE);
    code.dstore(local);
    return local;
  }

  @Override
  int repeated() {
    return keep();
  }

  @Override
  int loadFrom() {
    code.daload();
    return keep();
  }

  @Override
  int gatherFrom(int[] indices) {
    owner.pushIndices(code, indices);
    code.iload(index).iaload().iadd().daload();
    return keep();
  }

  @Override
  void store(int value, Runnable position) {
    code.aload(WORKSPACE);
    position.run();
    code.dload(value).dastore();
  }

  @Override
  int unary(UnaryFunction f, int a) {
    code.dload(a);
    ScalarCode.unary(code, f);
    return keep();
  }

  @Override
  int binary(BinaryFunction f, int a, int b) {
    code.dload(a).dload(b);
    ScalarCode.binary(code, f);
    return keep();
  }

  @Override
  int select(int condition, int a, int b) {
    code.dload(condition).dload(a).dload(b);
    ScalarCode.select(code);
    return keep();
  }

  @Override
  int fma(int a, int b, int c) {
    code.dload(a).dload(b).dload(c);
    ScalarCode.fma(code);
    return keep();
  }

  /** Leaves array, index and the lane's number on the stack. */
  private void pushLane(int reduction) {
    code.aload(WORKSPACE).loadConstant(loop.lanesOf(reduction)).iload(lane).iadd();
    code.dup2().daload();
  }

  @Override
  void sum(int reduction, int a) {
    pushLane(reduction);
    code.dload(a).dadd().dastore();
  }

  @Override
  void dot(int reduction, int a, int b) {
    pushLane(reduction);
    int sum = keep();
    code.dload(a).dload(b).dload(sum);
    ScalarCode.fma(code);
    code.dastore();
  }

  @Override
  void softplus(int reduction, int a) {
    code.aload(WORKSPACE).loadConstant(loop.lanesOf(reduction)).iload(lane).iadd().dload(a);
    Names.softplus(code, "add", Names.V, Names.D);
  }

  @Override
  void flag(int reduction, int condition) {
    pushLane(reduction);
    code.dload(condition);
    Names.numbers(code, Names.SUPPORT, "fails", 1);
    code.dadd().dastore();
  }
}
