package planish.autodiff.rewrite;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Input;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.MatrixVector;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.Scan;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.Slice;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Unary;
import planish.autodiff.graph.VectorMatrix;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.Elementary;
import planish.autodiff.vector.UnaryFunction;

/**
 * A number for what an expression computes, to see whether two models leave the same graph.
 *
 * <p>It does not depend on the order of nodes, on names, on the order of operands that may change
 * places, on how windows and gathers are written, on how sums, products and quotients are nested,
 * on checks, nor on constants that are added to the whole. Known values count by their first nine
 * digits or so.
 *
 * <p>Equal numbers mean, but for an accident of one in 2^64, equal expressions up to a constant;
 * different numbers may belong to equal expressions that are written differently.
 */
public final class CanonicalForm {
  private final Graph graph;
  private final boolean[] needed;
  private final KnownValues values;
  private final LinearForm[] forms;
  private final Set<Long> numbers = new HashSet<>();
  private final Map<Long, LinearForm> exponents = new HashMap<>();
  private final Products products = new Products();

  private CanonicalForm(Graph graph, int root) {
    this.graph = graph;
    this.needed = Needed.by(graph, root);
    this.values = new KnownValues(graph);
    this.forms = new LinearForm[needed.length];
  }

  /**
   * {@return the number of an expression}
   *
   * @param graph what it belongs to
   * @param root an expression of it
   */
  public static long hash(Graph graph, Expr root) {
    int index = graph.indexOf(root);
    CanonicalForm form = new CanonicalForm(graph, index);
    return form.products.expanded(form.run(index)).withoutConstant().hash();
  }

  private LinearForm run(int root) {
    boolean[] read = read(root);
    for (int k = 0; k < needed.length; k++) {
      if (read[k]) {
        forms[k] = graph.node(k).known() ? known(k) : of(graph.node(k));
        if (forms[k] != null && graph.node(k).shape().size() == 1) {
          numbers.addAll(forms[k].parts().keySet());
        }
      }
    }
    return forms[root];
  }

  /** {@return the nodes that have a form: of those that are known, what unknown ones read} */
  private boolean[] read(int root) {
    boolean[] read = new boolean[needed.length];
    read[root] = true;
    for (int k = needed.length - 1; k >= 0; k--) {
      Node node = graph.node(k);
      for (int j = 0; read[k] && !node.known() && j < node.operandCount(); j++) {
        read[node.operand(j)] = true;
      }
    }
    return read;
  }

  /** What a check refuses has no value, and counts as nothing. */
  private LinearForm known(int k) {
    double[] found = values.of(graph.expr(k));
    return found == null ? LinearForm.zero() : LinearForm.known(found);
  }

  private LinearForm of(Node node) {
    return switch (node.op()) {
      case Input in ->
          LinearForm.atom(
              Mix.of("input", in.kind().ordinal(), in.offset(), node.shape().hashCode()));
      case Check _, Reshape _ -> operand(node, 0);
      case Broadcast _ when size(node, 0) == 1 -> operand(node, 0);
      case Slice slice -> elements(node, range(slice.offset(), node.shape().size()));
      case Gather gather -> elements(node, gather.index().values());
      case OrderedSum sum -> ordered(node, sum);
      case SumTo _ when node.shape().size() == 1 -> operand(node, 0).summed(size(node, 0), numbers);
      case Dot _ ->
          products.product(operand(node, 0), operand(node, 1)).summed(size(node, 0), numbers);
      case Unary unary -> unary(node, unary.function());
      case Binary binary -> binary(node, binary.function());
      case VectorMatrix _ when graph.node(node.operand(1)).known() ->
          linearMap(node, 0, matrix(node.operand(1), false));
      case MatrixVector _ when graph.node(node.operand(0)).known() ->
          linearMap(node, 1, matrix(node.operand(0), true));
      case Select _ when operand(node, 0).isConstant() ->
          operand(node, operand(node, 0).constant() == 0 ? 2 : 1);
      case Scan scan -> opaque(node, Mix.of(scan.toString(), Probe.of(scan.body())));
      default -> opaque(node, Mix.of(node.op().toString(), node.shape().hashCode()));
    };
  }

  private LinearForm operand(Node node, int j) {
    return forms[node.operand(j)];
  }

  private int size(Node node, int j) {
    return graph.node(node.operand(j)).shape().size();
  }

  private static int[] range(int from, int count) {
    int[] index = new int[count];
    Arrays.setAll(index, k -> from + k);
    return index;
  }

  private LinearForm elements(Node node, int[] index) {
    LinearForm array = operand(node, 0);
    return Arrays.equals(index, range(0, size(node, 0))) ? array : array.elements(index, numbers);
  }

  private LinearForm ordered(Node node, OrderedSum sum) {
    LinearForm total = LinearForm.zero();
    for (int j = 0; j < node.operandCount(); j++) {
      total = total.plus(operand(node, j), sum.multiplicities().get(j));
    }
    return total;
  }

  private LinearForm unary(Node node, UnaryFunction function) {
    LinearForm x = operand(node, 0);
    return switch (function) {
      case NEGATE -> x.times(-1);
      case SQUARE -> products.product(x, x);
      case EXP -> exponential(x);
      case LOG -> logarithm(x);
      default -> LinearForm.atom(Mix.of(function.name(), x.hash()));
    };
  }

  private LinearForm exponential(LinearForm x) {
    LinearForm atom = LinearForm.atom(Mix.of(UnaryFunction.EXP.name(), x.hash()));
    exponents.put(atom.hash(), x);
    return atom;
  }

  /**
   * The logarithm of a part so many times is that of the part and a constant; of a product of
   * powers of exponentials, it is a sum.
   */
  private LinearForm logarithm(LinearForm x) {
    Map.Entry<Long, Double> single = x.single();
    if (single == null || single.getValue() <= 0) {
      return LinearForm.atom(Mix.of(UnaryFunction.LOG.name(), x.hash()));
    }
    LinearForm sum = new LinearForm(Map.of(), Elementary.log(single.getValue()));
    Map<Long, Integer> powers = products.powers(single.getKey());
    if (!exponents.keySet().containsAll(powers.keySet())) {
      return sum.plus(LinearForm.atom(Mix.of(UnaryFunction.LOG.name(), single.getKey())), 1);
    }
    for (Map.Entry<Long, Integer> factor : powers.entrySet()) {
      sum = sum.plus(exponents.get(factor.getKey()), factor.getValue());
    }
    return sum;
  }

  private LinearForm binary(Node node, BinaryFunction function) {
    LinearForm a = operand(node, 0);
    LinearForm b = operand(node, 1);
    return switch (function) {
      case ADD -> a.plus(b, 1);
      case SUBTRACT -> a.plus(b, -1);
      case MULTIPLY -> products.product(a, b);
      case DIVIDE -> products.product(a, products.reciprocal(b));
      case MINIMUM, MAXIMUM, EQUAL, LOG_BETA ->
          LinearForm.atom(Mix.of(function.name(), a.hash() + b.hash()));
      default -> LinearForm.atom(Mix.of(function.name(), a.hash(), b.hash()));
    };
  }

  /** The known matrix of a linear map, as its rows are added up. */
  private long matrix(int index, boolean transposed) {
    Shape shape = graph.node(index).shape();
    double[] known = values.of(graph.expr(index));
    if (known == null || !transposed) {
      return known == null ? 0 : Mix.of(known);
    }
    int rows = shape.length(0);
    int columns = shape.length(1);
    double[] read = new double[known.length];
    for (int k = 0; k < known.length; k++) {
      read[(k % columns) * rows + k / columns] = known[k];
    }
    return Mix.of(read);
  }

  private LinearForm linearMap(Node node, int vector, long matrix) {
    return LinearForm.atom(
        Mix.of("linear", operand(node, vector).hash(), matrix, node.shape().size()));
  }

  private LinearForm opaque(Node node, long op) {
    long[] parts = new long[node.operandCount() + 1];
    parts[0] = op;
    for (int j = 1; j < parts.length; j++) {
      parts[j] = operand(node, j - 1).hash();
    }
    return LinearForm.atom(Mix.of("op", parts));
  }
}
