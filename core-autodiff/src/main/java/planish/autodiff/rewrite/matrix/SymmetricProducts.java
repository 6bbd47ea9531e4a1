package planish.autodiff.rewrite.matrix;

import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.Leaves;
import planish.autodiff.graph.MatrixProduct;
import planish.autodiff.graph.MatrixVector;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.Unary;
import planish.autodiff.graph.VectorMatrix;
import planish.autodiff.rewrite.Rebuild;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.Words;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * Products with a known symmetric matrix P are computed once for value and gradient: x P and P x
 * are one, and P (s x) is s times P x for a number s.
 */
public final class SymmetricProducts implements Rewrite {
  /** Without state. */
  public SymmetricProducts() {}

  @Override
  public String name() {
    return "symmetric-products";
  }

  @Override
  public String summary() {
    return "shares products with a known symmetric matrix between value and gradient";
  }

  @Override
  public Stage stage() {
    return Stage.PROGRAM;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    SymmetricMatrices matrices = new SymmetricMatrices(graph, new KnownValues(graph));
    return Rebuild.of(
        graph,
        roots,
        (index, node, operands) -> {
          if (node.known() || node.shape().rank() == 0) {
            return null;
          }
          Expr product = product(graph, matrices, node, operands);
          if (product != null && !product.equals(graph.expr(index))) {
            log.add(
                Words.place(graph, index, operands),
                "value and gradient share one product with a symmetric matrix");
          }
          return product != null ? product : sum(graph, matrices, node, operands);
        });
  }

  /** A multiple of a vector: s times x. */
  private record Multiple(Expr factor, Expr vector) {
    Expr expr() {
      if (factor.equals(Expr.of(-1))) {
        return vector.negate();
      }
      return factor.times(vector);
    }
  }

  private static Expr product(
      Graph graph, SymmetricMatrices matrices, Node node, List<Expr> operands) {
    if (node.op() instanceof MatrixProduct) {
      return ofMany(graph, matrices, operands);
    }
    boolean left = node.op() instanceof MatrixVector;
    if (!left && !(node.op() instanceof VectorMatrix)) {
      return null;
    }
    Expr matrix = operands.get(left ? 0 : 1);
    if (!matrices.isSymmetric(graph.indexOf(matrix))) {
      return null;
    }
    Multiple multiple = multiple(graph, operands.get(left ? 1 : 0));
    return new Multiple(multiple.factor(), Functions.product(multiple.vector(), matrix)).expr();
  }

  /** Many vectors at once; a symmetric matrix that is transposed is that matrix. */
  private static Expr ofMany(Graph graph, SymmetricMatrices matrices, List<Expr> operands) {
    for (int k = 0; k < 2; k++) {
      Expr matrix = operands.get(k);
      Node node = graph.node(graph.indexOf(matrix));
      Expr upright =
          node.op() instanceof Transpose && node.known() ? graph.expr(node.operand(0)) : matrix;
      if (matrices.isSymmetric(graph.indexOf(upright)) && !operands.get(1 - k).known()) {
        Multiple multiple = multiple(graph, operands.get(1 - k));
        Expr vectors = multiple.vector();
        Expr product =
            k == 0 ? Functions.product(upright, vectors) : Functions.product(vectors, upright);
        return new Multiple(multiple.factor(), product).expr();
      }
    }
    return null;
  }

  /** c P x + d P x. */
  private static Expr sum(Graph graph, SymmetricMatrices matrices, Node node, List<Expr> operands) {
    if (!(node.op() instanceof Binary(BinaryFunction f)) || f != BinaryFunction.ADD) {
      return null;
    }
    Multiple a = multiple(graph, operands.get(0));
    Multiple b = multiple(graph, operands.get(1));
    Node product = graph.node(graph.indexOf(a.vector()));
    boolean many = product.op() instanceof MatrixProduct;
    boolean shared =
        a.vector().equals(b.vector())
            && (many || product.op() instanceof VectorMatrix)
            && (matrices.isSymmetric(product.operand(1))
                || many && matrices.isSymmetric(product.operand(0)));
    return shared ? new Multiple(a.factor().plus(b.factor()), a.vector()).expr() : null;
  }

  /** {@return the array that was given another shape, where it is given its own again} */
  private static Expr reshaped(Graph graph, Expr x, Shape shape) {
    Node node = graph.node(graph.indexOf(x));
    Expr source = node.op() instanceof Reshape ? graph.expr(node.operand(0)) : x;
    return Functions.reshape(source.shape().equals(shape) ? source : x, shape);
  }

  private static Multiple multiple(Graph graph, Expr expr) {
    Node node = graph.node(graph.indexOf(expr));
    if (node.op() instanceof Unary(UnaryFunction f) && f == UnaryFunction.NEGATE) {
      return new Multiple(Expr.of(-1), graph.expr(node.operand(0)));
    }
    if (node.op() instanceof Reshape) {
      Multiple inner = multiple(graph, graph.expr(node.operand(0)));
      return new Multiple(inner.factor(), reshaped(graph, inner.vector(), node.shape()));
    }
    if (node.op() instanceof Binary(BinaryFunction f) && f == BinaryFunction.MULTIPLY) {
      Expr a = graph.expr(node.operand(0));
      Expr b = graph.expr(node.operand(1));
      if (a.shape().isScalar() && !b.shape().isScalar()) {
        return new Multiple(constant(graph, a), b);
      }
      if (b.shape().isScalar() && !a.shape().isScalar()) {
        return new Multiple(constant(graph, b), a);
      }
    }
    return new Multiple(Expr.of(1), expr);
  }

  /** Numbers leave the graph, so that their sums are numbers too. */
  private static Expr constant(Graph graph, Expr scalar) {
    Node node = graph.node(graph.indexOf(scalar));
    double[] data = Leaves.dataOf(node.op());
    return data == null ? scalar : Expr.of(data[0]);
  }
}
