package planish.autodiff.rewrite.matrix;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.DiagonalMatrix;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.MatrixProduct;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.Slice;
import planish.autodiff.graph.Transpose;
import planish.autodiff.rewrite.algebra.ElementSigns;

/**
 * Finds the Cholesky factors that matrices were built from: of L Lᵀ, of products that read the same
 * from both sides (D L Lᵀ D), and of these with rows and columns scaled by the same positive
 * numbers.
 */
final class Factors {
  private static final int LONGEST_PRODUCT = 16;

  private final Graph graph;
  private final ElementSigns signs;

  Factors(Graph graph) {
    this.graph = graph;
    this.signs = new ElementSigns(graph);
  }

  /** {@return the Cholesky factor of a matrix that is built from it; null for others} */
  Expr of(Expr matrix) {
    int index = behindViews(graph.indexOf(matrix));
    Expr found = ofProduct(index);
    return found != null ? found : new ScaledMatrix(graph, signs, this).factor(index);
  }

  /** {@return the node that a node looks at whole} */
  int behindViews(int index) {
    int current = index;
    while (isView(graph.node(current))) {
      current = graph.node(current).operand(0);
    }
    return current;
  }

  private boolean isView(Node node) {
    return (node.op() instanceof Reshape || node.op() instanceof Slice)
        && graph.node(node.operand(0)).shape().size() == node.shape().size();
  }

  /** {@return the factor of a product; null where it is none or is not built from one} */
  Expr ofProduct(int index) {
    Node node = graph.node(index);
    if (!(node.op() instanceof MatrixProduct)) {
      return null;
    }
    if (areTransposes(node.operand(0), node.operand(1))) {
      return signs.isCholeskyFactor(node.operand(0)) ? graph.expr(node.operand(0)) : null;
    }
    return ofPalindrome(chain(index));
  }

  private boolean areTransposes(int a, int b) {
    Node left = graph.node(a);
    Node right = graph.node(b);
    return right.op() instanceof Transpose && right.operand(0) == a
        || left.op() instanceof Transpose && left.operand(0) == b
        || a == b && left.op() instanceof DiagonalMatrix;
  }

  private Expr ofPalindrome(List<Integer> chain) {
    int half = chain.size() / 2;
    for (int k = 0; k < half; k++) {
      if (!areTransposes(chain.get(k), chain.get(chain.size() - 1 - k))) {
        return null;
      }
    }
    if (chain.size() % 2 != 0 || half == 0) {
      return null;
    }
    Expr factor = graph.expr(chain.getFirst());
    for (int k = 1; k < half; k++) {
      factor = Functions.product(factor, graph.expr(chain.get(k)));
    }
    return signs.isCholeskyFactor(graph.indexOf(factor)) ? factor : null;
  }

  /** The matrices whose product a node is; none for a product of many. */
  private List<Integer> chain(int index) {
    Deque<Integer> open = new ArrayDeque<>(List.of(index));
    List<Integer> chain = new ArrayList<>();
    while (!open.isEmpty()) {
      int next = open.pop();
      Node node = graph.node(next);
      Node inner = node.op() instanceof Transpose ? graph.node(node.operand(0)) : node;
      if (!(inner.op() instanceof MatrixProduct)) {
        chain.add(next);
      } else if (inner == node) {
        open.push(node.operand(1));
        open.push(node.operand(0));
      } else {
        open.push(transposed(inner.operand(0)));
        open.push(transposed(inner.operand(1)));
      }
      if (chain.size() + open.size() > LONGEST_PRODUCT) {
        return List.of();
      }
    }
    return chain;
  }

  private int transposed(int index) {
    return graph.indexOf(Functions.transpose(graph.expr(index)));
  }

  /** {@return rows of a matrix multiplied by the elements of a vector} */
  static Expr scaledRows(Expr vector, Expr matrix) {
    Expr column = Functions.reshape(vector, Shape.of(vector.shape().size(), 1));
    return column.times(matrix);
  }
}
