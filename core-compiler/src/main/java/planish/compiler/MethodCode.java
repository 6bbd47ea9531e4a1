package planish.compiler;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A method of straight-line code: values in local variables, stored where others read them. */
final class MethodCode implements ArithmeticCode.Values {
  private static final int WORKSPACE = 0;
  private static final int INPUTS = 2;
  private static final int OUTPUTS = 3;
  private static final int CALLS = 4;

  private final CodeBuilder code;
  private final ClassCode owner;
  private final Layout layout;
  private final ArithmeticCode arithmetic;
  private final IntMap locals = new IntMap();
  private final Map<Arg.Datum, Integer> numbers = new HashMap<>();

  /** A static method with the parameters of {@link Names#PART}. */
  MethodCode(CodeBuilder code, ClassCode owner) {
    this.code = code;
    this.owner = owner;
    this.layout = owner.layout();
    this.arithmetic = new ArithmeticCode(code, this);
  }

  void emit(List<Step> steps) {
    Label failed = code.newLabel();
    for (Step step : steps) {
      emit(step, failed);
    }
    code.iconst_1().ireturn();
    code.labelBinding(failed).iconst_0().ireturn();
  }

  private void emit(Step step, Label failed) {
    switch (step) {
      case Step.Arithmetic s -> arithmetic.emit(s);
      case Step.Read s -> {
        code.aload(INPUTS).loadConstant(s.kind()).aaload();
        code.loadConstant(s.index()).daload();
        define(s.out());
      }
      case Step.Guard s -> {
        arithmetic.push(s.condition());
        Names.support(code, "holds", Names.Z, Names.D);
        code.ifeq(failed);
      }
      case Step.Write s -> {
        code.aload(OUTPUTS).loadConstant(s.slot()).aaload().loadConstant(s.index());
        arithmetic.push(s.a());
        code.dastore();
      }
      case Step.CopyIn s -> copyIn(s);
      case Step.CopyOut s -> copyOut(s);
      case Step.Call s -> {
        code.aload(CALLS).loadConstant(owner.callIndex(s.node())).aaload();
        code.invokeinterface(Names.EVALUATION, "run", MethodTypeDesc.of(Names.Z)).ifeq(failed);
      }
      case Step.Recur s -> {
        code.aload(WORKSPACE)
            .aload(ClassCode.KNOWN)
            .invokestatic(Names.GENERATED, owner.scan(s.scan()), Names.IN_WORKSPACE);
      }
      case Step.Run s -> {
        code.aload(WORKSPACE)
            .aload(ClassCode.KNOWN)
            .loadConstant(s.loop().length())
            .invokestatic(Names.GENERATED, owner.loop(s.loop()), Names.LOOP);
      }
      case Step.Combine s -> combine(s, failed);
    }
  }

  private void combine(Step.Combine s, Label failed) {
    code.aload(WORKSPACE).loadConstant(s.loop().lanesOf(s.reduction()));
    if (s.loop().softplus.get(s.reduction())) {
      Names.softplus(code, "result", Names.D);
    } else {
      Names.support(code, "combine", Names.D, Names.DOUBLES, Names.I);
    }
    if (s.out() >= 0) {
      define(s.out());
    } else {
      code.dconst_0().dcmpl().ifne(failed);
    }
  }

  private void copyIn(Step.CopyIn s) {
    code.aload(INPUTS).loadConstant(s.kind()).aaload().loadConstant(s.from());
    code.aload(WORKSPACE).loadConstant(layout.place(s.node()));
    arraycopy(s.size());
  }

  private void copyOut(Step.CopyOut s) {
    owner.pushArray(code, WORKSPACE, s.from());
    owner.pushIndex(code, s.from(), 0);
    code.aload(OUTPUTS).loadConstant(s.slot()).aaload().loadConstant(s.to());
    arraycopy(s.from().size());
  }

  private void arraycopy(int size) {
    code.loadConstant(size)
        .invokestatic(
            Names.of(System.class),
            "arraycopy",
            MethodTypeDesc.of(
                Names.V,
                java.lang.constant.ConstantDescs.CD_Object,
                Names.I,
                java.lang.constant.ConstantDescs.CD_Object,
                Names.I,
                Names.I));
  }

  @Override
  public void push(int slot) {
    int local = locals.get(slot);
    if (local < 0) {
      local = code.allocateLocal(TypeKind.DOUBLE);
      locals.put(slot, local);
      code.aload(WORKSPACE).loadConstant(layout.placeOf(slot)).daload().dup2().dstore(local);
    } else {
      code.dload(local);
    }
  }

  @Override
  public void push(Arg.Datum datum) {
    Integer local = numbers.get(datum);
    if (local == null) {
      local = code.allocateLocal(TypeKind.DOUBLE);
      numbers.put(datum, local);
      owner.pushNumber(code, datum);
      code.dup2().dstore(local);
    } else {
      code.dload(local);
    }
  }

  @Override
  public void define(int slot) {
    int local = code.allocateLocal(TypeKind.DOUBLE);
    locals.put(slot, local);
    code.dstore(local);
    if (layout.isStored(slot)) {
      code.aload(WORKSPACE).loadConstant(layout.placeOf(slot)).dload(local).dastore();
    }
  }
}
