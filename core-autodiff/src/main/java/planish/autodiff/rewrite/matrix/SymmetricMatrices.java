package planish.autodiff.rewrite.matrix;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.Leaves;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Transpose;

/** Which known matrices are symmetric, to the last bit. */
final class SymmetricMatrices {
  private final Graph graph;
  private final KnownValues numbers;
  private final Map<Integer, Boolean> symmetric = new HashMap<>();

  SymmetricMatrices(Graph graph, KnownValues numbers) {
    this.graph = graph;
    this.numbers = numbers;
  }

  /** {@return whether a node is a data array that is a symmetric matrix of finite numbers} */
  boolean isSymmetric(int index) {
    return symmetric.computeIfAbsent(index, this::look);
  }

  private boolean look(int index) {
    Node node = graph.node(index);
    double[] values = Leaves.dataOf(node.op());
    if (values == null || node.shape().rank() != 2) {
      return false;
    }
    int n = node.shape().length(0);
    return n == node.shape().length(1)
        && KnownValues.allFinite(values)
        && Arrays.equals(values, symmetricPart(values, n));
  }

  /**
   * {@return the symmetric part of a known square matrix: the data array itself where it is
   * symmetric; none where an element is not finite}
   */
  Optional<Expr> partOf(Expr matrix) {
    int index = graph.indexOf(matrix);
    int source = graph.node(index).op() instanceof Transpose ? graph.node(index).operand(0) : index;
    if (isSymmetric(source)) {
      return Optional.of(graph.expr(source));
    }
    int n = matrix.shape().length(0);
    return Optional.ofNullable(numbers.finite(matrix))
        .map(values -> symmetricPart(values, n))
        .filter(KnownValues::allFinite)
        .map(values -> graph.data("", values, matrix.shape()));
  }

  private static double[] symmetricPart(double[] a, int n) {
    double[] part = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double mean = a[i * n + j] == a[j * n + i] ? a[i * n + j] : mean(a, i, j, n);
        part[i * n + j] = mean;
        part[j * n + i] = mean;
      }
    }
    return part;
  }

  private static double mean(double[] a, int i, int j, int n) {
    return 0.5 * a[i * n + j] + 0.5 * a[j * n + i];
  }
}
