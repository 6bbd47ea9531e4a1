package planish.compiler;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.SumLog1pExp;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.Unary;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * The elementwise part of a loop, written once for numbers and for vectors of them. Values are
 * named by the local variables in which they stand; those that others read go into the workspace.
 */
abstract class LoopBody {
  static final int WORKSPACE = 0;
  static final int FROM = 2;
  static final int TO = 3;

  final CodeBuilder code;
  final ClassCode owner;
  final Loop loop;
  final Nodes nodes;
  final Layout layout;
  private final List<Integer> segment;
  private final Map<Operand, Integer> scalars = new HashMap<>();
  private final Map<Double, Integer> numbers = new HashMap<>();
  private final Map<Operand, Integer> loaded = new HashMap<>();
  private final Map<Operand, Integer> offsets = new HashMap<>();
  private final IntMap values = new IntMap();

  /** Index of the element, or of a vector's first. */
  int index;

  LoopBody(CodeBuilder code, ClassCode owner, Loop loop, List<Integer> segment) {
    this.code = code;
    this.owner = owner;
    this.loop = loop;
    this.nodes = owner.nodes();
    this.layout = owner.layout();
    this.segment = segment;
  }

  /** Puts the number on the stack into a local variable that stands for all elements. */
  abstract int repeated();

  /** The elements from the position on the stack on, of the array below it. */
  abstract int loadFrom();

  /** The elements of an array on the stack, with an offset on it, by an array of indices. */
  abstract int gatherFrom(int[] indices);

  /** Writes a value into the workspace, from the position on that some code pushes. */
  abstract void store(int value, Runnable position);

  abstract int unary(UnaryFunction f, int a);

  abstract int binary(BinaryFunction f, int a, int b);

  abstract int select(int condition, int a, int b);

  abstract int fma(int a, int b, int c);

  /** Adds a value to a reduction's lanes. */
  abstract void sum(int reduction, int a);

  /** Adds a product to a reduction's lanes. */
  abstract void dot(int reduction, int a, int b);

  /** Adds log(1 + exp(a)) to a reduction's lanes. */
  abstract void softplus(int reduction, int a);

  /** Adds 1 to a reduction's lanes where a condition does not hold. */
  abstract void flag(int reduction, int condition);

  /** {@return the reductions of this segment} */
  List<Integer> reductions() {
    return segment.stream().filter(loop.reductions::contains).toList();
  }

  int reduction(int reductionNode) {
    return loop.reductions.indexOf(reductionNode);
  }

  /** Loads what is the same for all elements, before the loop, and where windows begin. */
  void loadScalars() {
    number(0.0);
    for (int k : segment) {
      if (nodes.op(k) instanceof OrderedSum sum) {
        sum.multiplicities().forEach(times -> number(times.doubleValue()));
      }
      for (Operand operand : nodes.operands(k)) {
        if (operand.size() == 1) {
          scalar(operand);
        } else if (operand.isHandedIn()) {
          offset(operand);
        }
      }
    }
  }

  private void offset(Operand operand) {
    if (!offsets.containsKey(operand)) {
      int local = local(TypeKind.INT);
      owner.pushIndex(code, operand, 0);
      code.istore(local);
      offsets.put(operand, local);
    }
  }

  private int number(double value) {
    Integer known = numbers.get(value);
    if (known == null) {
      code.loadConstant(value);
      known = repeated();
      numbers.put(value, known);
    }
    return known;
  }

  private int scalar(Operand operand) {
    if (operand.isKnown() && !operand.isHandedIn()) {
      return number(operand.known()[operand.offset()]);
    }
    Operand key = operand.view(0, planish.autodiff.Shape.scalar());
    Integer known = scalars.get(key);
    if (known == null) {
      push(operand);
      code.daload();
      known = repeated();
      scalars.put(key, known);
    }
    return known;
  }

  /** Writes the body for the element, or the vector, at the index. */
  void emitBody() {
    loaded.clear();
    for (int k : segment) {
      emit(k);
    }
  }

  private void emit(int k) {
    switch (nodes.op(k)) {
      case Unary unary -> define(k, unary(unary.function(), value(k, 0)));
      case Binary binary -> define(k, binary(binary.function(), value(k, 0), value(k, 1)));
      case Select select -> define(k, select(value(k, 0), value(k, 1), value(k, 2)));
      case OrderedSum sum -> define(k, orderedSum(sum, k));
      case Broadcast broadcast -> {
        Operand in = nodes.operand(k, 0);
        define(k, in.size() == 1 ? scalar(in) : gathered(in, broadcast.index(in.shape())));
      }
      case Gather gather -> define(k, gathered(nodes.operand(k, 0), gather.index().values()));
      case Transpose transpose -> {
        Operand in = nodes.operand(k, 0);
        define(k, gathered(in, Unroller.transposed(in.shape())));
      }
      case Check check -> flag(reduction(k), value(k, 1));
      case SumTo sum -> sum(reduction(k), value(k, 0));
      case Dot dot -> dot(reduction(k), value(k, 0), value(k, 1));
      case SumLog1pExp sum -> softplus(reduction(k), value(k, 0));
      default -> throw new IllegalStateException("not in a loop: " + nodes.op(k));
    }
  }

  private void define(int k, int value) {
    values.put(k, value);
    if (layout.hasPlace(k)) {
      store(value, () -> position(k, layout.place(k)));
    }
  }

  private int orderedSum(OrderedSum sum, int k) {
    int total = number(0.0);
    for (int j = 0; j < nodes.operands(k).length; j++) {
      total = fma(number(sum.multiplicities().get(j).doubleValue()), value(k, j), total);
    }
    return total;
  }

  private int gathered(Operand in, int[] indices) {
    push(in);
    return gatherFrom(indices);
  }

  private int value(int k, int j) {
    Operand operand = nodes.operand(k, j);
    if (operand.size() == 1) {
      return scalar(operand);
    }
    if (!operand.isKnown()
        && owner.schedule().isInSameLoop(operand, k)
        && segment.contains(operand.node())
        && owner.schedule().form(operand.node()) == Form.MEMBER) {
      return values.get(operand.node());
    }
    Integer known = loaded.get(operand);
    if (known == null) {
      owner.pushArray(code, WORKSPACE, operand);
      if (operand.isHandedIn()) {
        code.iload(offsets.get(operand)).iload(index).iadd();
      } else {
        position(operand.node(), operand.isKnown() ? operand.offset() : layout.place(operand));
      }
      known = loadFrom();
      loaded.put(operand, known);
    }
    return known;
  }

  /**
   * Pushes the position of the element at the index; a node's value may stand for a block alone.
   */
  private void position(int node, int place) {
    code.loadConstant(place).iload(index);
    if (node >= 0 && layout.isLocal(node)) {
      code.loadConstant(loop.block() - 1).iand();
    }
    code.iadd();
  }

  private void push(Operand operand) {
    owner.pushArray(code, WORKSPACE, operand);
    owner.pushIndex(code, operand, 0);
  }

  int local(TypeKind kind) {
    return code.allocateLocal(kind);
  }
}
