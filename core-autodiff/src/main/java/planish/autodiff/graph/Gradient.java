package planish.autodiff.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import planish.autodiff.Shape;

/**
 * Reverse-mode derivatives as expressions: nodes that compute the gradient are appended to the same
 * graph, so that value and gradient share what they have in common, and can be differentiated
 * again.
 *
 * <p>Source: A. Griewank and A. Walther, "Evaluating Derivatives", second edition, 2008, chapter 3.
 */
public final class Gradient {
  private final Graph graph;
  private final Expr[] adjoints;
  private final boolean[] masked;
  private final boolean[] active;
  private final Map<Integer, List<Part>> parts = new HashMap<>();

  /** A window of an adjoint. */
  private record Part(int offset, Expr value) {}

  private Gradient(Graph graph, int size) {
    this.graph = graph;
    this.adjoints = new Expr[size];
    this.masked = new boolean[size];
    this.active = new boolean[size];
  }

  /**
   * {@return the derivatives of a scalar with respect to nodes, each of its node's shape}
   *
   * @param value a scalar
   * @param variables nodes of the same graph
   * @throws IllegalArgumentException if the value is no scalar
   */
  public static List<Expr> of(Expr value, List<Expr> variables) {
    if (!value.shape().isScalar()) {
      throw new IllegalArgumentException(
          "a gradient is that of a scalar, but the value has shape " + value.shape());
    }
    return pull(value, Expr.of(1), variables);
  }

  /**
   * {@return the products of a vector with the Jacobian of a value: for each variable the
   * derivative of the sum of {@code adjoint * value}}
   *
   * @param value of any shape
   * @param adjoint of the same shape
   * @param variables nodes of the same graph
   */
  public static List<Expr> pull(Expr value, Expr adjoint, List<Expr> variables) {
    if (!(value instanceof NodeRef ref)) {
      return variables.stream().map(v -> Expr.full(v.shape(), 0)).toList();
    }
    Gradient gradient = new Gradient(ref.graph(), ref.index() + 1);
    gradient.activate(variables);
    gradient.sweep(ref.index(), adjoint);
    List<Expr> result = new ArrayList<>();
    for (Expr variable : variables) {
      int index = ref.graph().indexOf(variable);
      Expr found = index <= ref.index() ? gradient.adjoints[index] : null;
      result.add(
          found == null
              ? Expr.full(variable.shape(), 0)
              : Functions.broadcast(found, variable.shape()));
    }
    return result;
  }

  /** Marks the nodes that depend on a variable: no others need adjoints. */
  private void activate(List<Expr> variables) {
    for (Expr variable : variables) {
      int index = graph.indexOf(variable);
      if (index < active.length) {
        active[index] = true;
      }
    }
    for (int k = 0; k < active.length; k++) {
      Node node = graph.node(k);
      for (int j = 0; !active[k] && j < node.operandCount(); j++) {
        active[k] = active[node.operand(j)];
      }
    }
  }

  private void sweep(int top, Expr adjoint) {
    Place before = graph.place();
    if (active[top]) {
      adjoints[top] = adjoint;
    }
    for (int k = top; k >= 0; k--) {
      collectParts(k);
      if (adjoints[k] != null && graph.node(k).operandCount() > 0) {
        graph.enter(graph.placeOf(k));
        graph.node(k).op().pullback(new Pullback(graph, k, adjoints[k], masked[k], this));
      }
    }
    graph.enter(before);
  }

  boolean wants(int index) {
    return active[index];
  }

  void add(int index, Expr contribution, boolean isMasked) {
    adjoints[index] = adjoints[index] == null ? contribution : adjoints[index].plus(contribution);
    masked[index] |= isMasked;
  }

  void addPart(int index, int offset, Expr contribution, boolean isMasked) {
    parts.computeIfAbsent(index, k -> new ArrayList<>()).add(new Part(offset, contribution));
    masked[index] |= isMasked;
  }

  /**
   * Puts the windows of an adjoint together in one operation, so that a loop over N elements costs
   * N, not N squared.
   */
  private void collectParts(int index) {
    List<Part> found = parts.remove(index);
    if (found == null) {
      return;
    }
    Shape shape = graph.node(index).shape();
    if (found.size() == 1) {
      Part only = found.getFirst();
      add(index, Build.apply(new Pad(only.offset(), shape), only.value()), false);
      return;
    }
    int[] indices =
        found.stream()
            .flatMapToInt(
                part -> IntStream.range(part.offset(), part.offset() + part.value().shape().size()))
            .toArray();
    Expr values =
        Functions.concatenate(
            found.stream()
                .map(Part::value)
                .map(value -> Functions.reshape(value, Shape.of(value.shape().size())))
                .toList());
    add(index, Build.apply(new ScatterAdd(new Indices(indices), shape), values), false);
  }
}
