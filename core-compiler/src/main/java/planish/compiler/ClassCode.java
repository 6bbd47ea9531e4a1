package planish.compiler;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One generated class: some methods of straight-line code, with the loops that they run. */
final class ClassCode {
  /** The local variable of the arrays that are handed in, in all methods. */
  static final int KNOWN = 1;

  private static final int STATIC = ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE;

  /** Calls of a loop's body without elements, for each with some: the JIT counts calls. */
  private static final int EMPTY = 16;

  /** Methods that are exercised: more of them would be too long a method themselves. */
  private static final int EXERCISED = 400;

  private final Schedule schedule;
  private final Layout layout;
  private final IntMap calls;
  private final HandedIn handedIn;
  private final boolean vector;
  private final ClassData data = new ClassData();
  private final Deque<Consumer<ClassBuilder>> waiting = new ArrayDeque<>();
  private final Map<String, Integer> bodies = new LinkedHashMap<>();
  private int named;

  /**
   * A class.
   *
   * @param schedule what is run
   * @param layout where values stand
   * @param calls the index of each node that is called
   * @param handedIn which known values are no constants of the code
   * @param vector whether loops are over vectors
   */
  ClassCode(Schedule schedule, Layout layout, IntMap calls, HandedIn handedIn, boolean vector) {
    this.schedule = schedule;
    this.layout = layout;
    this.calls = calls;
    this.handedIn = handedIn;
    this.vector = vector;
  }

  Schedule schedule() {
    return schedule;
  }

  Layout layout() {
    return layout;
  }

  Nodes nodes() {
    return schedule.nodes();
  }

  /** {@return the constants of the class} */
  ClassData data() {
    return data;
  }

  /** {@return the arrays that are constants of the class, by index} */
  List<Object> constants() {
    return data.objects();
  }

  boolean isVector() {
    return vector;
  }

  int callIndex(int node) {
    return calls.get(node);
  }

  /** {@return the class's bytes} */
  byte[] build(List<List<Step>> methods) {
    return ClassFile.of()
        .build(
            Names.GENERATED,
            c -> {
              c.withFlags(AccessFlag.FINAL, AccessFlag.SYNTHETIC).withInterfaceSymbols(Names.CODE);
              constructor(c);
              run(c, methods.size());
              for (int m = 0; m < methods.size(); m++) {
                List<Step> steps = methods.get(m);
                c.withMethodBody(
                    "part" + m, Names.PART, STATIC, code -> new MethodCode(code, this).emit(steps));
              }
              while (!waiting.isEmpty()) {
                waiting.poll().accept(c);
              }
              exercise(c);
            });
  }

  private static void constructor(ClassBuilder c) {
    c.withMethodBody(
        ConstantDescs.INIT_NAME,
        ConstantDescs.MTD_void,
        0,
        code ->
            code.aload(0)
                .invokespecial(
                    ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                .return_());
  }

  private static void run(ClassBuilder c, int methods) {
    c.withMethodBody(
        "run",
        Names.PART,
        ClassFile.ACC_PUBLIC,
        code -> {
          Label failed = code.newLabel();
          for (int m = 0; m < methods; m++) {
            code.aload(1).aload(2).aload(3).aload(4).aload(5);
            code.invokestatic(Names.GENERATED, "part" + m, Names.PART).ifeq(failed);
          }
          code.iconst_1().ireturn().labelBinding(failed).iconst_0().ireturn();
        });
  }

  private void exercise(ClassBuilder c) {
    c.withMethodBody(
        "exercise",
        Names.LOOP,
        ClassFile.ACC_PUBLIC,
        code -> {
          bodies.forEach((name, most) -> {
            code.aload(1).aload(2).iconst_0().loadConstant(most).iload(3);
            code.invokestatic(Names.MATH, "min", MethodTypeDesc.of(Names.I, Names.I, Names.I));
            code.invokestatic(Names.GENERATED, name, Names.OVER_RANGE);
          });
          emptyCalls(code, code.allocateLocal(TypeKind.INT));
          code.return_();
        });
  }

  private void emptyCalls(CodeBuilder code, int times) {
    Label head = code.newLabel();
    Label done = code.newLabel();
    code.loadConstant(EMPTY).istore(times);
    code.labelBinding(head).iload(times).ifeq(done);
    for (String name : bodies.keySet()) {
      code.aload(1).aload(2).iconst_0().iconst_0();
      code.invokestatic(Names.GENERATED, name, Names.OVER_RANGE);
    }
    code.iinc(times, -1).goto_w(head).labelBinding(done);
  }

  /** {@return the name of a recurrence's method, to be called in this class} */
  String scan(ScanPlan scan) {
    String name = "scan" + named++;
    method(name, Names.IN_WORKSPACE, code -> new ScanCode(code, this, scan).emit());
    return name;
  }

  /** {@return the name of a loop's method, to be called in this class} */
  String loop(Loop loop) {
    String name = "loop" + named++;
    method(name, Names.LOOP, code -> new LoopCode(code, this, loop).emit(name));
    return name;
  }

  /**
   * Has a method over a range exercised, with so many elements or fewer, if there are not too many.
   */
  void exercise(String name, int most) {
    if (bodies.size() < EXERCISED) {
      bodies.put(name, most);
    }
  }

  /** Adds a static method once those that are being written are finished. */
  void method(String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {
    waiting.add(c -> c.withMethodBody(name, type, STATIC, body));
  }

  /** Pushes an array of indices. */
  void pushIndices(CodeBuilder code, int[] indices) {
    pushKnown(code, handedIn.ofIndices(indices), indices, Names.INTS);
  }

  private void pushKnown(CodeBuilder code, int handed, Object array, ClassDesc type) {
    if (handed >= 0) {
      pushHandedIn(code, handed, type);
    } else {
      code.loadConstant(data.of(array, type));
    }
  }

  private static void pushHandedIn(CodeBuilder code, int index, ClassDesc type) {
    code.aload(KNOWN).loadConstant(index).aaload().checkcast(type);
  }

  /** Pushes the array that an operand stands in. */
  void pushArray(CodeBuilder code, int workspace, Operand operand) {
    if (operand.isKnown()) {
      pushKnown(code, operand.handed(), operand.known(), Names.DOUBLES);
    } else {
      code.aload(workspace);
    }
  }

  /** Pushes the index of an operand's element in its array. */
  void pushIndex(CodeBuilder code, Operand operand, int element) {
    if (operand.isHandedIn() && operand.handed() != handedIn.numbers()) {
      pushOffset(code, operand.handed());
      code.loadConstant(operand.offset() + element).iadd();
    } else {
      int first = operand.isKnown() ? operand.offset() : layout.place(operand);
      code.loadConstant(first + element);
    }
  }

  private void pushOffset(CodeBuilder code, int handed) {
    pushHandedIn(code, handedIn.offsets(), Names.INTS);
    code.loadConstant(handed).iaload();
  }

  /** Pushes a number that is handed in. */
  void pushNumber(CodeBuilder code, Arg.Datum datum) {
    pushHandedIn(code, datum.handed(), Names.DOUBLES);
    if (datum.handed() == handedIn.numbers()) {
      code.loadConstant(datum.element()).daload();
    } else {
      pushOffset(code, datum.handed());
      code.loadConstant(datum.element()).iadd().daload();
    }
  }
}
