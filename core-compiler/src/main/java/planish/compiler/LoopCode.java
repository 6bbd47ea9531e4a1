package planish.compiler;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import planish.autodiff.graph.ScatterAdd;

/** The method that runs a loop: over blocks of rows, each with its products, body and sums. */
final class LoopCode {
  private static final int WORKSPACE = 0;
  private static final int LENGTH = 2;

  private static final MethodTypeDesc PRODUCT =
      MethodTypeDesc.of(
          Names.V,
          Names.DOUBLES,
          Names.I,
          Names.I,
          Names.I,
          Names.DOUBLES,
          Names.I,
          Names.DOUBLES,
          Names.I,
          Names.I,
          Names.I);

  /** In place of an array, an offset and the number of rows comes one thing. */
  private static final MethodTypeDesc PANEL_PRODUCT =
      PRODUCT.dropParameterTypes(1, 3).changeParameterType(0, Names.SEGMENT);

  private static final MethodTypeDesc SCATTER =
      MethodTypeDesc.of(
          Names.V, Names.DOUBLES, Names.I, Names.INTS, Names.DOUBLES, Names.I, Names.I, Names.I);

  private final CodeBuilder code;
  private final ClassCode owner;
  private final Loop loop;
  private final Nodes nodes;
  private final Layout layout;
  private int from;
  private int to;

  LoopCode(CodeBuilder code, ClassCode owner, Loop loop) {
    this.code = code;
    this.owner = owner;
    this.loop = loop;
    this.nodes = owner.nodes();
    this.layout = owner.layout();
  }

  void emit(String name) {
    clear(loop.lanes, owner.schedule().lanes(loop));
    softplus("clear");
    for (int k : loop.scatters) {
      clear(layout.place(k), nodes.size(k));
    }
    from = code.allocateLocal(TypeKind.INT);
    to = code.allocateLocal(TypeKind.INT);
    code.iconst_0().istore(from);
    Label head = code.newLabel();
    Label done = code.newLabel();
    code.labelBinding(head).iload(from).iload(LENGTH).if_icmpge(done);
    code.iload(from).loadConstant(loop.block()).iadd();
    code.iload(LENGTH);
    code.invokestatic(Names.MATH, "min", MethodTypeDesc.of(Names.I, Names.I, Names.I)).istore(to);
    block(name);
    code.iload(to).istore(from).goto_w(head).labelBinding(done);
    finish();
    code.return_();
  }

  private void clear(int place, int count) {
    if (count > 0) {
      code.aload(WORKSPACE).loadConstant(place).loadConstant(count);
      Names.support(code, "clear", Names.V, Names.DOUBLES, Names.I, Names.I);
    }
  }

  private void softplus(String what) {
    loop.softplus.stream()
        .forEach(reduction -> {
          code.aload(WORKSPACE).loadConstant(loop.lanesOf(reduction));
          Names.softplus(code, what, Names.V);
        });
  }

  private void block(String name) {
    for (int k : loop.products) {
      product(k);
    }
    for (int s = 0; s < loop.segments.size(); s++) {
      List<Integer> segment = loop.segments.get(s);
      String body = name + "body" + s;
      String inner = owner.isVector() ? name + "vectors" + s : body;
      owner.method(body, Names.OVER_RANGE, c -> new PlainLoop(c, owner, loop, segment).emit());
      if (owner.isVector()) {
        owner.method(
            inner, Names.OVER_RANGE, c -> new VectorLoop(c, owner, loop, segment).emit(body));
        owner.exercise(inner, loop.block());
      }
      code.aload(WORKSPACE).aload(ClassCode.KNOWN).iload(from).iload(to);
      code.invokestatic(Names.GENERATED, inner, Names.OVER_RANGE);
    }
    softplus("normalise");
    int lanes = loop.lanesOfDots();
    for (int k : loop.dots) {
      dots(k, lanes);
      lanes += 8 * nodes.size(k);
    }
    loop.scatters.forEach(this::scatter);
  }

  /** Calls a product with a matrix, which comes first; other arguments are pushed by some code. */
  private void call(String name, Operand matrix, int columns, Runnable others) {
    boolean inPanels =
        owner.isVector() && !matrix.isHandedIn() && Panels.pay(matrix, loop.length());
    if (inPanels) {
      code.loadConstant(owner.data().panels(matrix, loop.length()));
    } else {
      push(matrix);
      code.loadConstant(loop.length());
    }
    code.loadConstant(columns);
    others.run();
    code.iload(from).iload(to);
    if (inPanels) {
      code.invokestatic(Names.PANEL_PRODUCTS, name, PANEL_PRODUCT);
    } else {
      ClassDesc products = owner.isVector() ? Names.VECTOR_PRODUCTS : Names.PLAIN_PRODUCTS;
      code.invokestatic(products, name, PRODUCT);
    }
  }

  private void push(Operand operand) {
    owner.pushArray(code, WORKSPACE, operand);
    owner.pushIndex(code, operand, 0);
    if (!operand.isKnown()) {
      fromBlock(operand.node());
    }
  }

  /** A value that is kept for one block stands where the block's first element would be. */
  private void fromBlock(int node) {
    if (layout.isLocal(node)) {
      code.iload(from).isub();
    }
  }

  private void product(int k) {
    call(
        "rows",
        nodes.operand(k, 1),
        nodes.operand(k, 0).size(),
        () -> {
          push(nodes.operand(k, 0));
          code.aload(WORKSPACE).loadConstant(layout.place(k));
          fromBlock(k);
        });
  }

  private void dots(int k, int lanes) {
    call(
        "dots",
        nodes.operand(k, 0),
        nodes.size(k),
        () -> {
          push(nodes.operand(k, 1));
          code.aload(WORKSPACE).loadConstant(lanes);
        });
  }

  private void scatter(int k) {
    push(nodes.operand(k, 0));
    owner.pushIndices(code, ((ScatterAdd) nodes.op(k)).index().values());
    code.aload(WORKSPACE).loadConstant(layout.place(k)).iload(from).iload(to);
    code.invokestatic(Names.SUPPORT, "scatter", SCATTER);
  }

  private void finish() {
    int lanes = loop.lanesOfDots();
    for (int k : loop.dots) {
      code.aload(WORKSPACE).loadConstant(lanes).loadConstant(nodes.size(k));
      code.loadConstant(layout.place(k));
      Names.support(code, "combineAll", Names.V, Names.DOUBLES, Names.I, Names.I, Names.I);
      lanes += 8 * nodes.size(k);
    }
  }
}
