package planish.autodiff.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import planish.autodiff.Shape;

/**
 * The list of the nodes of one trace. Operands stand before the nodes that use them; equal nodes
 * stand once. Grows only; belongs to one thread while it is built, and may be read by many after.
 */
public final class Graph {
  private final NodeTable table = new NodeTable();
  private Node[] nodes = new Node[64];
  private Place[] places = new Place[64];
  private int size;
  private Place place = Place.NONE;
  private int randomDraws;

  /** A graph without nodes. */
  public Graph() {}

  /** {@return the number of nodes} */
  public int size() {
    return size;
  }

  /** {@return a node by its index} */
  public Node node(int index) {
    return nodes[Objects.checkIndex(index, size)];
  }

  /** {@return an expression for a node} */
  public Expr expr(int index) {
    return new NodeRef(this, Objects.checkIndex(index, size));
  }

  /** {@return where a node comes from} */
  public Place placeOf(int index) {
    return places[Objects.checkIndex(index, size)];
  }

  /** Says where the nodes that follow come from. */
  public void enter(Place next) {
    place = next;
  }

  /** {@return where the nodes that follow come from} */
  public Place place() {
    return place;
  }

  /**
   * {@return an input: a window of one of the arrays that a program is run with}
   *
   * @param kind which array
   * @param name for people
   * @param offset index of its first element in that array
   * @param shape of its value
   */
  public Expr input(InputKind kind, String name, int offset, Shape shape) {
    return append(new Input(kind, name, offset, shape), new int[0]);
  }

  /**
   * {@return a data array: known, shared, never copied into a workspace}
   *
   * @param name for people
   * @param values in row-major order; taken as they are, not to be changed afterwards
   * @param shape of as many elements
   */
  public Expr data(String name, double[] values, Shape shape) {
    return append(new Data(name, values, shape), new int[0]);
  }

  /**
   * {@return random numbers, drawn anew at each evaluation; never merged with others}
   *
   * @param function draws them
   * @param shape of one draw
   * @param arguments what it draws with
   */
  public Expr random(RandomFunction function, Shape shape, List<Expr> arguments) {
    int[] operands = arguments.stream().mapToInt(this::indexOf).toArray();
    return append(new RandomDraw(function, shape, randomDraws++), operands);
  }

  /**
   * {@return the index of an expression's node; a constant is added as a node}
   *
   * @throws IllegalArgumentException if it belongs to another graph
   */
  public int indexOf(Expr expr) {
    if (expr instanceof NodeRef ref) {
      requireOwn(ref);
      return ref.index();
    }
    Constant c = (Constant) expr;
    return enter(new Data("", c.values(), c.shape()), new int[0]);
  }

  /**
   * {@return the result of an operation on expressions of this graph or constants: a new node, the
   * node that there is already, or, if all operands are constants outside the graph, a constant}
   *
   * @param op the operation
   * @param operands as many as it takes, of shapes that fit
   * @throws IllegalArgumentException if shapes do not fit, or an operand is of another graph
   */
  public Expr apply(Op op, List<Expr> operands) {
    for (Expr operand : operands) {
      if (operand instanceof NodeRef ref) {
        requireOwn(ref);
      }
    }
    return Build.apply(op, operands.toArray(Expr[]::new));
  }

  private void requireOwn(NodeRef ref) {
    if (ref.graph() != this) {
      throw foreign(ref);
    }
  }

  private static ForeignExpression foreign(NodeRef ref) {
    String inputs = inputs(ref);
    return new ForeignExpression(
        "an expression of another model, or of another run of this one, was used here: "
            + ref.inWords()
            + (inputs.isEmpty() ? "" : ", which depends on " + inputs)
            + "; a model makes its own");
  }

  /** The names of a few of the inputs that an expression depends on, for people. */
  private static String inputs(NodeRef ref) {
    Graph graph = ref.graph();
    BitSet needed = new BitSet();
    needed.set(ref.index());
    Set<String> names = new TreeSet<>();
    for (int k = ref.index(); k >= 0 && names.size() < 3; k--) {
      Node node = graph.node(k);
      if (needed.get(k) && node.op() instanceof Input input && k < ref.index()) {
        names.add("'" + input.name() + "'");
      }
      for (int j = 0; needed.get(k) && j < node.operandCount(); j++) {
        needed.set(node.operand(j));
      }
    }
    return String.join(", ", names);
  }

  /** {@return whether random numbers are drawn} */
  public boolean draws() {
    return randomDraws > 0;
  }

  Expr append(Op op, int[] operands) {
    return new NodeRef(this, enter(op, operands));
  }

  /** Appends a function of a number. */
  Expr append(Unary op, int x) {
    return new NodeRef(this, enter(new Node(op, x, nodes[x].known())));
  }

  /** Appends a function of two numbers. */
  Expr append(Binary op, int a, int b) {
    return new NodeRef(this, enter(new Node(op, a, b, nodes[a].known() && nodes[b].known())));
  }

  /** {@return the index of the node of an operation on nodes} */
  int enter(Op op, int[] operands) {
    boolean known = op.knownIfOperandsAre();
    for (int operand : operands) {
      known &= nodes[operand].known();
    }
    return enter(new Node(op, operands, shape(op, operands), known));
  }

  private int enter(Node node) {
    int index = table.findOrEnter(node, nodes, size);
    if (index == size) {
      add(node);
    }
    return index;
  }

  private Shape shape(Op op, int[] operands) {
    Shape[] shapes = new Shape[operands.length];
    for (int k = 0; k < operands.length; k++) {
      shapes[k] = nodes[operands[k]].shape();
    }
    return op.shape(shapes);
  }

  private void add(Node node) {
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * size);
      places = Arrays.copyOf(places, 2 * size);
    }
    nodes[size] = node;
    places[size] = place;
    size++;
  }
}
