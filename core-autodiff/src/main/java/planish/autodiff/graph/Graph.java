package planish.autodiff.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import planish.autodiff.Shape;

/**
 * The list of the nodes of one trace. Operands stand before the nodes that use them; equal nodes
 * stand once. Grows only; belongs to one thread while it is built, and may be read by many after.
 */
public final class Graph {
  private final List<Node> nodes = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final NodeTable table = new NodeTable(nodes);
  private Place place = Place.NONE;
  private int randomDraws;

  /** A graph without nodes. */
  public Graph() {}

  /** {@return the number of nodes} */
  public int size() {
    return nodes.size();
  }

  /** {@return a node by its index} */
  public Node node(int index) {
    return nodes.get(index);
  }

  /** {@return an expression for a node} */
  public Expr expr(int index) {
    return new NodeRef(this, java.util.Objects.checkIndex(index, nodes.size()));
  }

  /** {@return where a node comes from} */
  public Place placeOf(int index) {
    return places.get(index);
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
    return switch (expr) {
      case Constant c ->
          ((NodeRef) append(new Data("", c.values(), c.shape()), new int[0])).index();
      case NodeRef ref when ref.graph() == this -> ref.index();
      case NodeRef ref -> throw foreign(ref);
    };
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
    operands.forEach(this::requireOwn);
    return Build.apply(op, operands.toArray(Expr[]::new));
  }

  private void requireOwn(Expr expr) {
    if (expr instanceof NodeRef ref && ref.graph() != this) {
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

  Expr append(Op op, int[] operands) {
    Shape[] shapes = new Shape[operands.length];
    boolean known = op.knownIfOperandsAre();
    for (int k = 0; k < operands.length; k++) {
      shapes[k] = nodes.get(operands[k]).shape();
      known &= nodes.get(operands[k]).known();
    }
    Node node = new Node(op, operands, op.shape(shapes), known);
    int index = table.findOrEnter(node);
    if (index < 0) {
      index = nodes.size();
      nodes.add(node);
      places.add(place);
    }
    return new NodeRef(this, index);
  }
}
