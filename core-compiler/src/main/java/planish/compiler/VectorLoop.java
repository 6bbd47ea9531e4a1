package planish.compiler;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * A loop's body over eight elements at a time: one vector of eight, two of four or four of two. The
 * rest is left to the plain loop, which goes on with the same lanes.
 */
final class VectorLoop extends LoopBody {
  private final VectorFunctions vectors;
  private final Map<Integer, int[]> lanes = new HashMap<>();
  private final int scratch;
  private int copy;

  VectorLoop(CodeBuilder code, ClassCode owner, Loop loop, List<Integer> segment) {
    super(code, owner, loop, segment);
    this.vectors = new VectorFunctions(code);
    this.scratch = layout.scratch();
  }

  /** Writes the loop; the rest is done by a method of this name. */
  void emit(String rest) {
    int end = local(TypeKind.INT);
    code.iload(TO).iload(FROM).isub().loadConstant(-8).iand().iload(FROM).iadd().istore(end);
    Label head = code.newLabel();
    Label done = code.newLabel();
    Label few = code.newLabel();
    code.iload(FROM).iload(end).if_icmpge(few);
    vectors.prepare();
    loadScalars();
    loadLanes();
    int start = local(TypeKind.INT);
    code.iload(FROM).istore(start);
    code.labelBinding(head).iload(start).iload(end).if_icmpge(done);
    for (copy = 0; copy < 8 / Lanes.LENGTH; copy++) {
      index = start;
      if (copy > 0) {
        index = local(TypeKind.INT);
        code.iload(start).loadConstant(copy * Lanes.LENGTH).iadd().istore(index);
      }
      vectors.begin();
      emitBody();
    }
    code.iinc(start, 8).goto_w(head).labelBinding(done);
    storeLanes();
    code.labelBinding(few);
    code.aload(WORKSPACE).aload(ClassCode.KNOWN).iload(end).iload(TO);
    code.invokestatic(Names.GENERATED, rest, Names.OVER_RANGE).return_();
  }

  private void loadLanes() {
    for (int node : reductions()) {
      int reduction = reduction(node);
      int[] parts = new int[(loop.softplus.get(reduction) ? 16 : 8) / Lanes.LENGTH];
      for (int part = 0; part < parts.length; part++) {
        code.aload(WORKSPACE).loadConstant(loop.lanesOf(reduction) + part * Lanes.LENGTH);
        parts[part] = vectors.load();
      }
      lanes.put(reduction, parts);
    }
  }

  private void storeLanes() {
    lanes.forEach((reduction, parts) -> {
      for (int part = 0; part < parts.length; part++) {
        int place = loop.lanesOf(reduction) + part * Lanes.LENGTH;
        vectors.store(parts[part], WORKSPACE, () -> code.loadConstant(place));
      }
    });
  }

  @Override
  int repeated() {
    int number = local(TypeKind.DOUBLE);
    code.dstore(number);
    vectors.pushSpecies();
    code.dload(number);
    return vectors.broadcast();
  }

  @Override
  int loadFrom() {
    return vectors.load();
  }

  @Override
  int gatherFrom(int[] indices) {
    int offset = local(TypeKind.INT);
    int array = local(TypeKind.REFERENCE);
    code.istore(offset).astore(array);
    vectors.pushSpecies();
    code.aload(array).iload(offset);
    owner.pushIndices(code, indices);
    code.iload(index);
    code.invokestatic(
        VectorCode.DOUBLES,
        "fromArray",
        MethodTypeDesc.of(
            VectorCode.DOUBLES, VectorCode.SPECIES, Names.DOUBLES, Names.I, Names.INTS, Names.I));
    return vectors.keep();
  }

  @Override
  void store(int value, Runnable position) {
    vectors.store(value, WORKSPACE, position);
  }

  @Override
  int unary(UnaryFunction f, int a) {
    return switch (f) {
      case NEGATE -> vectors.negate(a);
      case ABS -> vectors.abs(a);
      case SIGN -> vectors.sign(a);
      case SQUARE -> vectors.mul(a, a);
      case RECIPROCAL -> vectors.reciprocal(a);
      case SQRT -> vectors.sqrt(a);
      case EXP -> vectors.exp(a);
      case EXPM1 -> vectors.expm1(a);
      case LOG -> vectors.log(a);
      case LOG1P -> vectors.log1p(a);
      case TANH -> vectors.tanh(a);
      case INV_LOGIT -> vectors.invLogit(a);
      case LOG1P_EXP -> vectors.log1pExp(a);
      default -> oneByOne(() -> ScalarCode.unary(code, f), a);
    };
  }

  /** Applies a function of numbers on the stack to the elements of some vectors. */
  private int oneByOne(Runnable function, int... arguments) {
    for (int k = 0; k < arguments.length; k++) {
      int place = scratch + 8 * k;
      vectors.store(arguments[k], WORKSPACE, () -> code.loadConstant(place));
    }
    for (int e = 0; e < Lanes.LENGTH; e++) {
      code.aload(WORKSPACE).loadConstant(scratch + e);
      for (int k = 0; k < arguments.length; k++) {
        code.aload(WORKSPACE).loadConstant(scratch + 8 * k + e).daload();
      }
      function.run();
      code.dastore();
    }
    code.aload(WORKSPACE).loadConstant(scratch);
    return vectors.load();
  }

  @Override
  int binary(BinaryFunction f, int a, int b) {
    return switch (f) {
      case ADD -> vectors.add(a, b);
      case SUBTRACT -> vectors.sub(a, b);
      case MULTIPLY -> vectors.mul(a, b);
      case DIVIDE -> vectors.div(a, b);
      case MINIMUM -> vectors.min(a, b);
      case MAXIMUM -> vectors.max(a, b);
      case LESS -> vectors.indicator(vectors.compare("LT", a, b));
      case LESS_OR_EQUAL -> vectors.indicator(vectors.compare("LE", a, b));
      case EQUAL -> vectors.indicator(vectors.compare("EQ", a, b));
      case POW, LOG_BETA, POLYGAMMA -> oneByOne(() -> ScalarCode.binary(code, f), a, b);
    };
  }

  @Override
  int select(int condition, int a, int b) {
    return vectors.blend(b, a, vectors.holds(condition));
  }

  @Override
  int fma(int a, int b, int c) {
    return vectors.fma(a, b, c);
  }

  /** Puts a vector into the variable of the lanes that this copy of the body adds to. */
  private void accumulate(int reduction, int sum) {
    code.aload(sum).astore(lanes(reduction));
  }

  private int lanes(int reduction) {
    return lanes.get(reduction)[copy];
  }

  @Override
  void sum(int reduction, int a) {
    accumulate(reduction, vectors.add(lanes(reduction), a));
  }

  @Override
  void dot(int reduction, int a, int b) {
    accumulate(reduction, vectors.fma(a, b, lanes(reduction)));
  }

  @Override
  void softplus(int reduction, int a) {
    accumulate(reduction, vectors.add(lanes(reduction), vectors.positive(a)));
    int products = lanes.get(reduction)[8 / Lanes.LENGTH + copy];
    code.aload(vectors.mul(products, vectors.onePlusDecay(a))).astore(products);
  }

  @Override
  void flag(int reduction, int condition) {
    accumulate(reduction, vectors.add(lanes(reduction), vectors.fails(condition)));
  }
}
