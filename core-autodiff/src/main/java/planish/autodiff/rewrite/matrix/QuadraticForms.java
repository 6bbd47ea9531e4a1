package planish.autodiff.rewrite.matrix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Cholesky;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.MatrixProduct;
import planish.autodiff.graph.MatrixVector;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.TriangularSolve;
import planish.autodiff.graph.Unary;
import planish.autodiff.graph.VectorMatrix;
import planish.autodiff.rewrite.Rebuild;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.Words;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/** Finds quadratic forms with known matrices in what some roots need, and gives them one form. */
final class QuadraticForms {
  /** Where 10 κ ε reaches the tolerance of gradients, 1e-9. */
  static final double MOST_ILL_CONDITIONED = 1e-9 / (10 * 0x1p-52);

  /** Larger matrices take too long to invert. */
  private static final int LARGEST = 2000;

  private final Graph graph;
  private final List<Expr> roots;
  private final RewriteLog log;
  private final int[] uses;
  private final KnownValues numbers;
  private final SymmetricMatrices symmetric;
  private final Map<Form, Optional<Expr>> matrices = new HashMap<>();

  /**
   * What a vector is multiplied by before it is squared.
   *
   * @param matrix index of the known matrix M
   * @param inverse whether by the inverse of its lower triangle
   * @param transposed whether by the transpose: z = Mᵀ x
   */
  private record Form(int matrix, boolean inverse, boolean transposed) {}

  QuadraticForms(Graph graph, List<Expr> roots, RewriteLog log) {
    this.graph = graph;
    this.roots = roots;
    this.log = log;
    int[] indices = roots.stream().mapToInt(graph::indexOf).toArray();
    this.uses = Needed.uses(graph, Needed.by(graph, indices));
    this.numbers = new KnownValues(graph);
    this.symmetric = new SymmetricMatrices(graph, numbers);
  }

  List<Expr> rewritten() {
    return Rebuild.of(
        graph,
        roots,
        (index, node, operands) ->
            node.known() || !node.shape().isScalar() ? null : replaced(index, node, operands));
  }

  private Expr replaced(int index, Node node, List<Expr> operands) {
    if (node.op() instanceof Dot && !operands.get(0).equals(operands.get(1))) {
      Expr direct = direct(index, node, operands, 0);
      return direct != null ? direct : direct(index, node, operands, 1);
    }
    int root = squared(node);
    if (root < 0) {
      return null;
    }
    Node z = node(node.op() instanceof Dot ? operands.get(0) : inside(operands.get(0)));
    Form form = form(z);
    return form == null ? null : bySymmetricMatrix(index, z, form);
  }

  /** The node whose squares a node sums, if nothing else uses it; −1 for other nodes. */
  private int squared(Node node) {
    if (node.op() instanceof Dot) {
      int z = node.operand(0);
      return node.operand(1) == z && uses[z] == 2 ? z : -1;
    }
    if (!(node.op() instanceof SumTo) || uses[node.operand(0)] != 1) {
      return -1;
    }
    Node square = graph.node(node.operand(0));
    if (square.op() instanceof Unary(UnaryFunction f) && f == UnaryFunction.SQUARE) {
      return uses[square.operand(0)] == 1 ? square.operand(0) : -1;
    }
    boolean product =
        square.op() instanceof Binary(BinaryFunction f) && f == BinaryFunction.MULTIPLY;
    return product && square.operand(0) == square.operand(1) && uses[square.operand(0)] == 2
        ? square.operand(0)
        : -1;
  }

  private Node node(Expr expr) {
    return graph.node(graph.indexOf(expr));
  }

  private Expr inside(Expr square) {
    return graph.expr(node(square).operand(0));
  }

  /** How z is made from a vector that is not known and a matrix that is; null if it is not. */
  private Form form(Node z) {
    if (z.operandCount() != 2) {
      return null;
    }
    int vector = vectorOf(z);
    int matrix = z.operand(0) == vector ? z.operand(1) : z.operand(0);
    if (!graph.node(matrix).known() || graph.node(vector).known()) {
      return null;
    }
    return switch (z.op()) {
      case TriangularSolve(boolean transposed) -> new Form(matrix, true, transposed);
      case VectorMatrix() -> new Form(matrix, false, true);
      case MatrixVector() -> new Form(matrix, false, false);
      case MatrixProduct() -> new Form(matrix, false, matrix == z.operand(1));
      default -> null;
    };
  }

  /** {@return the operand that is not the known matrix: a vector, or many} */
  private int vectorOf(Node z) {
    boolean left =
        z.op() instanceof VectorMatrix
            || z.op() instanceof MatrixProduct && graph.node(z.operand(1)).known();
    return z.operand(left ? 0 : 1);
  }

  private Expr bySymmetricMatrix(int index, Node z, Form form) {
    Expr x = graph.expr(vectorOf(z));
    return matrices
        .computeIfAbsent(form, this::matrix)
        .map(p -> {
          told(index, x, form.inverse() ? "the matrix's inverse" : "the matrix");
          return x.shape().rank() == 1
              ? Functions.dot(x, Functions.product(x, p))
              : ofMany(x, p, z.operand(0) == graph.indexOf(x));
        })
        .orElse(null);
  }

  /** Vectors that are the rows of a matrix, or else its columns. */
  private Expr ofMany(Expr x, Expr p, boolean asRows) {
    boolean turned = !asRows && node(x).op() instanceof Transpose;
    Expr vectors = turned ? inside(x) : x;
    Expr product = asRows || turned ? Functions.product(vectors, p) : Functions.product(p, vectors);
    return Functions.dot(flat(vectors), flat(product));
  }

  private static Expr flat(Expr x) {
    return Functions.reshape(x, Shape.of(x.shape().size()));
  }

  private void told(int index, Expr x, String with) {
    log.add(
        Words.place(graph, index, List.of(x)),
        (x.shape().rank() == 1
                ? "a squared distance of " + x.shape().size() + " numbers is"
                : "a sum of squared distances of " + x.shape().size() + " numbers is")
            + " one product with "
            + with
            + ", which is computed once");
  }

  /** P with |z|² = xᵀ P x; none where the matrix is not triangular or not well conditioned. */
  private Optional<Expr> matrix(Form form) {
    Node node = graph.node(form.matrix());
    int n = node.shape().length(0);
    if (n == 0 || n > LARGEST || node.shape().length(1) != n) {
      return Optional.empty();
    }
    Optional<double[]> values = Optional.ofNullable(numbers.of(graph.expr(form.matrix())));
    boolean upper = !form.inverse() && values.isPresent() && isUpper(values.get(), n);
    return values
        .filter(m -> form.inverse() || upper || isUpper(transposed(m, n), n))
        .flatMap(m -> KnownTriangle.lower(upper ? transposed(m, n) : m, n))
        .filter(triangle -> triangle.condition() <= MOST_ILL_CONDITIONED)
        .flatMap(triangle -> symmetric(triangle, form, form.transposed() != upper));
  }

  /** The matrix that was factored, where it was: it need not be multiplied out again. */
  private Optional<Expr> symmetric(KnownTriangle triangle, Form form, boolean transposed) {
    Node node = graph.node(form.matrix());
    if (!form.inverse() && form.transposed() && node.op() instanceof Cholesky) {
      return symmetric.partOf(graph.expr(node.operand(0)));
    }
    return Optional.of(gram(triangle, form.inverse(), transposed))
        .filter(KnownValues::allFinite)
        .map(p -> graph.data("", p, node.shape()));
  }

  private static double[] gram(KnownTriangle t, boolean inverse, boolean transposed) {
    if (inverse) {
      return transposed ? t.inverseOfTransposedGram() : t.inverseOfGram();
    }
    return transposed ? t.gram() : t.transposedGram();
  }

  private static boolean isUpper(double[] m, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        if (m[i * n + j] != 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static double[] transposed(double[] m, int n) {
    double[] t = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        t[j * n + i] = m[i * n + j];
      }
    }
    return t;
  }

  /** xᵀ M x with a known M that is not yet written as a product with its symmetric part. */
  private Expr direct(int index, Node node, List<Expr> operands, int productAt) {
    Node product = node(operands.get(productAt));
    Expr x = operands.get(1 - productAt);
    Op op = product.op();
    if (!(op instanceof VectorMatrix || op instanceof MatrixVector)
        || vectorOf(product) != graph.indexOf(x)
        || uses[node.operand(productAt)] != 1) {
      return null;
    }
    Expr matrix = graph.expr(product.operand(op instanceof VectorMatrix ? 1 : 0));
    if (!matrix.known() || matrix.shape().length(0) > LARGEST) {
      return null;
    }
    Expr form =
        symmetric.partOf(matrix).map(p -> Functions.dot(x, Functions.product(x, p))).orElse(null);
    if (form == null || form.equals(graph.expr(index))) {
      return null;
    }
    told(index, x, "the matrix's symmetric part");
    return form;
  }
}
