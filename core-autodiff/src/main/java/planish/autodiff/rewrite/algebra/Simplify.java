package planish.autodiff.rewrite.algebra;

import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.Unary;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.Visit;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * Algebra that costs no digits: sums with zero, double signs, products of constants, quotients by
 * constants, logarithms of exponentials, of their multiples and of inverse logits; log(1 + x) of
 * such x.
 *
 * <p>A check between a logarithm and an exponential stays.
 *
 * @param stage when it is applied: gradients have constants of their own
 */
public record Simplify(Stage stage) implements Rewrite {
  private static final Expr ZERO = Expr.of(0);

  @Override
  public String name() {
    return stage == Stage.DENSITY ? "simplify" : "simplify-gradient";
  }

  @Override
  public String summary() {
    return stage == Stage.DENSITY
        ? "does algebra on the log density that costs no digits"
        : "does algebra on the gradient that costs no digits";
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    SimplifiedPlaces places = new SimplifiedPlaces();
    List<Expr> simpler =
        Visit.each(
            graph,
            roots,
            log,
            visit -> {
              Expr found = simpler(graph, visit.node(), visit.operands());
              if (found != null) {
                places.add(visit);
              }
              return found;
            });
    places.tell(log);
    return simpler;
  }

  private static Expr simpler(Graph graph, Node node, List<Expr> operands) {
    return switch (node.op()) {
      case Unary(UnaryFunction f) -> unary(graph, f, operands.get(0));
      case Binary(BinaryFunction f) -> binary(graph, f, operands.get(0), operands.get(1));
      case Select _ -> chosen(graph, node, operands);
      default -> null;
    };
  }

  /** A condition that is one number chooses now. */
  private static Expr chosen(Graph graph, Node node, List<Expr> operands) {
    double[] condition =
        operands.get(0).known() && operands.get(0).shape().isScalar()
            ? new KnownValues(graph).finite(operands.get(0))
            : null;
    Expr taken = condition == null ? null : operands.get(condition[0] != 0 ? 1 : 2);
    return taken == null || !taken.shape().equals(node.shape()) ? null : taken;
  }

  private static Expr unary(Graph graph, UnaryFunction f, Expr x) {
    return switch (f) {
      case NEGATE -> negated(graph, node(graph, x));
      case LOG -> log(graph, x);
      case LOG1P -> log1p(graph, x);
      default -> null;
    };
  }

  private static Expr log(Graph graph, Expr x) {
    Node inner = unchecked(graph, x);
    return unaryOf(inner) == UnaryFunction.INV_LOGIT
        ? checkedAs(graph, x, Functions.log1pExp(operand(graph, inner, 0).negate()).negate())
        : exponent(graph, x);
  }

  private static Expr log1p(Graph graph, Expr x) {
    Expr exponent = exponent(graph, x);
    if (exponent != null && (isLoop(x) || unaryOf(unchecked(graph, x)) == UnaryFunction.EXP)) {
      return Functions.log1pExp(exponent);
    }
    Node minus = node(graph, x);
    Expr negative = unaryOf(minus) == UnaryFunction.NEGATE ? operand(graph, minus, 0) : null;
    Node inner = negative == null ? null : unchecked(graph, negative);
    return inner != null && unaryOf(inner) == UnaryFunction.INV_LOGIT
        ? checkedAs(graph, negative, Functions.log1pExp(operand(graph, inner, 0)).negate())
        : null;
  }

  /** Only loops gain: to scalars an exponential of another number costs more than a division. */
  private static boolean isLoop(Expr x) {
    return x.shape().size() > LogSums.SHORT;
  }

  /** {@return the logarithm of what is a power of an exponential, or a multiple; else null} */
  private static Expr exponent(Graph graph, Expr x) {
    Node inner = unchecked(graph, x);
    Expr found =
        unaryOf(inner) == UnaryFunction.EXP
            ? operand(graph, inner, 0)
            : LogarithmRules.apart(graph, inner);
    return found == null ? null : checkedAs(graph, x, found);
  }

  private static Expr negated(Graph graph, Node inner) {
    if (unaryOf(inner) == UnaryFunction.NEGATE) {
      return operand(graph, inner, 0);
    }
    Expr constant = constantFactor(graph, inner);
    return constant == null
        ? null
        : rest(graph, inner, constant).times(number(graph, constant, -1));
  }

  private static Expr binary(Graph graph, BinaryFunction f, Expr a, Expr b) {
    return switch (f) {
      case ADD -> isZero(graph, a) ? same(b, a) : isZero(graph, b) ? same(a, b) : null;
      case SUBTRACT -> isZero(graph, b) ? same(a, b) : null;
      case MULTIPLY -> times(graph, a, b);
      case DIVIDE -> constant(graph, b) ? quotient(graph, a, b) : null;
      default -> null;
    };
  }

  private static Expr times(Graph graph, Expr a, Expr b) {
    if (zeroTimesComparison(graph, a, b) || zeroTimesComparison(graph, b, a)) {
      return Functions.broadcast(ZERO, Shape.broadcast(a.shape(), b.shape()));
    }
    return constant(graph, a)
        ? product(graph, a, b)
        : constant(graph, b) ? product(graph, b, a) : null;
  }

  private static boolean zeroTimesComparison(Graph graph, Expr zero, Expr e) {
    return zero.known()
        && zero.shape().isScalar()
        && node(graph, e).op() instanceof Binary(BinaryFunction f)
        && (f == BinaryFunction.EQUAL
            || f == BinaryFunction.LESS
            || f == BinaryFunction.LESS_OR_EQUAL)
        && new KnownValues(graph).of(zero) instanceof double[] value
        && value[0] == 0;
  }

  /** {@return a sum with zero, if that has the sum's shape} */
  private static Expr same(Expr x, Expr zero) {
    return zero.shape().isScalar() || zero.shape().equals(x.shape()) ? x : null;
  }

  private static Expr product(Graph graph, Expr constant, Expr x) {
    Node inner = node(graph, x);
    if (unaryOf(inner) == UnaryFunction.NEGATE) {
      return operand(graph, inner, 0).times(number(graph, constant, -1));
    }
    Expr other = constantFactor(graph, inner);
    return other == null || !holds(value(graph, constant) * value(graph, other))
        ? null
        : rest(graph, inner, other).times(number(graph, constant, value(graph, other)));
  }

  /** {@return whether a number has all its digits: neither too large nor too small} */
  private static boolean holds(double number) {
    return Math.abs(number) >= Double.MIN_NORMAL && Math.abs(number) <= Double.MAX_VALUE;
  }

  /** Not where the reciprocal would lose digits. */
  private static Expr quotient(Graph graph, Expr x, Expr divisor) {
    double reciprocal = 1 / value(graph, divisor);
    return holds(reciprocal) ? x.times(reciprocal) : null;
  }

  private static Expr number(Graph graph, Expr constant, double factor) {
    return Expr.of(value(graph, constant) * factor);
  }

  private static Expr rest(Graph graph, Node product, Expr constant) {
    Expr first = operand(graph, product, 0);
    return first.equals(constant) ? operand(graph, product, 1) : first;
  }

  /** {@return the number that is a factor of a product; null for other nodes} */
  private static Expr constantFactor(Graph graph, Node node) {
    if (!(node.op() instanceof Binary(BinaryFunction f)) || f != BinaryFunction.MULTIPLY) {
      return null;
    }
    for (int k = 0; k < 2; k++) {
      if (constant(graph, operand(graph, node, k))) {
        return operand(graph, node, k);
      }
    }
    return null;
  }

  private static boolean constant(Graph graph, Expr e) {
    return e.shape().isScalar()
        && node(graph, e).op() instanceof planish.autodiff.graph.Data data
        && Math.abs(data.values()[0]) <= Double.MAX_VALUE;
  }

  private static double value(Graph graph, Expr constant) {
    return ((planish.autodiff.graph.Data) node(graph, constant).op()).values()[0];
  }

  private static boolean isZero(Graph graph, Expr e) {
    return constant(graph, e) && value(graph, e) == 0;
  }

  private static Node unchecked(Graph graph, Expr e) {
    Node node = node(graph, e);
    return node.op() instanceof Check ? graph.node(node.operand(0)) : node;
  }

  /** {@return an expression after the check that another one has had} */
  private static Expr checkedAs(Graph graph, Expr checked, Expr e) {
    Node node = node(graph, checked);
    return node.op() instanceof Check
        ? graph.apply(node.op(), List.of(e, operand(graph, node, 1), operand(graph, node, 2)))
        : e;
  }

  /** {@return the function that a node applies; {@link UnaryFunction#ABS} for other operations} */
  private static UnaryFunction unaryOf(Node node) {
    return node.op() instanceof Unary(UnaryFunction f) ? f : UnaryFunction.ABS;
  }

  private static Node node(Graph graph, Expr e) {
    return graph.node(graph.indexOf(e));
  }

  private static Expr operand(Graph graph, Node node, int k) {
    return graph.expr(node.operand(k));
  }
}
