package planish.autodiff.rewrite.algebra;

import static planish.autodiff.rewrite.algebra.ElementSigns.UNKNOWN;
import static planish.autodiff.rewrite.algebra.ElementSigns.at;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Cholesky;
import planish.autodiff.graph.Concatenate;
import planish.autodiff.graph.Data;
import planish.autodiff.graph.Diagonal;
import planish.autodiff.graph.DiagonalMatrix;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.LowerTriangle;
import planish.autodiff.graph.MatrixProduct;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.Outer;
import planish.autodiff.graph.Pad;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.Slice;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.TriangularSolve;
import planish.autodiff.graph.Unary;

/** How the signs of an operation's elements follow from those of its operands. */
final class SignRules {
  /** Products of larger matrices are not looked into. */
  private static final int LARGEST_PRODUCT = 300;

  private SignRules() {}

  /**
   * {@return the signs of a node's elements, or nothing}
   *
   * @param node the node
   * @param from its operands
   * @param in the signs of their elements
   */
  static byte[] of(Node node, Node[] from, byte[][] in) {
    int n = node.shape().size();
    return switch (node.op()) {
      case Data data -> each(n, k -> Sign.of(data.values()[k]));
      case Unary unary -> each(n, k -> Sign.of(unary.function(), at(in[0], k)));
      case Binary binary -> each(n, k -> Sign.of(binary.function(), at(in[0], k), at(in[1], k)));
      case Select() -> each(n, k -> Sign.either(at(in[0], k), at(in[1], k), at(in[2], k)));
      case OrderedSum _ -> each(n, k -> sum(in, k));
      case Broadcast _ -> each(n, k -> at(in[0], source(from[0].shape(), node.shape(), k)));
      case SumTo _ -> summed(from[0].shape(), node.shape(), in[0]);
      case Slice(int offset, Shape _) -> each(n, k -> at(in[0], offset + k));
      case Reshape _, Check _ -> in[0];
      case Gather(var index, Shape _) -> each(n, k -> at(in[0], index.values()[k]));
      case Pad(int offset, Shape _) -> padded(n, offset, from[0].shape().size(), in[0]);
      case Concatenate() -> joined(n, from, in);
      case Outer() -> outer(n, from[1].shape().size(), in);
      default ->
          node.shape().rank() == 2 || node.op() instanceof Diagonal
              ? ofMatrix(node, from, in)
              : UNKNOWN;
    };
  }

  private static byte[] ofMatrix(Node node, Node[] from, byte[][] in) {
    int n = node.shape().size();
    int columns = Math.max(1, node.shape().length(-1));
    return switch (node.op()) {
      case Transpose() -> {
        int rows = node.shape().length(0);
        yield each(n, k -> at(in[0], k % columns * rows + k / columns));
      }
      case Diagonal() -> each(n, k -> at(in[0], k * (columns + 1)));
      case DiagonalMatrix() ->
          each(n, k -> k / columns == k % columns ? at(in[0], k / columns) : Sign.ZERO);
      case LowerTriangle(double diagonal) ->
          each(
              n,
              k ->
                  k / columns < k % columns
                      ? Sign.ZERO
                      : k / columns > k % columns || diagonal > 0 ? at(in[0], k) : Sign.ANY);
      case Cholesky _ -> each(n, k -> onFactor(k / columns, k % columns));
      case MatrixProduct() -> product(from[0].shape(), from[1].shape(), in[0], in[1]);
      case TriangularSolve(boolean transposed) ->
          transposed ? UNKNOWN : solved(columns, node.shape().length(0), in[0], in[1]);
      default -> UNKNOWN;
    };
  }

  private static byte onFactor(int row, int column) {
    return row < column ? Sign.ZERO : row == column ? Sign.POSITIVE : Sign.ANY;
  }

  private static byte[] each(int n, IntUnaryOperator sign) {
    byte[] signs = new byte[n];
    for (int k = 0; k < n; k++) {
      signs[k] = (byte) sign.applyAsInt(k);
    }
    return signs;
  }

  private static byte sum(byte[][] terms, int k) {
    byte sum = Sign.ZERO;
    for (byte[] term : terms) {
      sum = Sign.sum(sum, at(term, k));
    }
    return sum;
  }

  /** The element of the small array that an element of the large one repeats. */
  private static int source(Shape small, Shape large, int element) {
    int rest = element;
    int stride = 1;
    int source = 0;
    for (int axis = 1; axis <= small.rank(); axis++) {
      int length = large.length(-axis);
      source += small.length(-axis) == 1 ? 0 : rest % length * stride;
      stride *= small.length(-axis);
      rest /= length;
    }
    return source;
  }

  private static byte[] summed(Shape large, Shape small, byte[] in) {
    byte[] sums = new byte[small.size()];
    Arrays.fill(sums, Sign.ZERO);
    for (int k = 0; k < large.size(); k++) {
      int to = source(small, large, k);
      sums[to] = Sign.sum(sums[to], at(in, k));
    }
    return sums;
  }

  private static byte[] padded(int n, int offset, int size, byte[] in) {
    return each(n, k -> k < offset || k >= offset + size ? Sign.ZERO : at(in, k - offset));
  }

  private static byte[] joined(int n, Node[] from, byte[][] in) {
    byte[] signs = new byte[n];
    int to = 0;
    for (int j = 0; j < from.length; j++) {
      for (int k = 0; k < from[j].shape().size(); k++) {
        signs[to++] = at(in[j], k);
      }
    }
    return signs;
  }

  private static byte[] outer(int n, int columns, byte[][] in) {
    return each(n, k -> Sign.product(at(in[0], k / columns), at(in[1], k % columns)));
  }

  private static byte[] product(Shape left, Shape right, byte[] a, byte[] b) {
    int inner = left.length(1);
    int columns = right.length(1);
    if (Math.max(left.length(0), Math.max(inner, columns)) > LARGEST_PRODUCT) {
      return UNKNOWN;
    }
    return each(
        left.length(0) * columns,
        k -> {
          byte sum = Sign.ZERO;
          for (int j = 0; j < inner; j++) {
            byte term =
                Sign.product(at(a, k / columns * inner + j), at(b, j * columns + k % columns));
            sum = Sign.sum(sum, term);
          }
          return sum;
        });
  }

  /** Column by column: zero until the right-hand side begins, then of its sign. */
  private static byte[] solved(int columns, int n, byte[] l, byte[] b) {
    byte[] signs = new byte[n * columns];
    for (int j = 0; j < columns; j++) {
      boolean begun = false;
      for (int i = 0; i < n; i++) {
        byte element = at(b, i * columns + j);
        byte first = at(l, i * (n + 1)) == Sign.POSITIVE ? element : Sign.ANY;
        signs[i * columns + j] = begun ? Sign.ANY : element == Sign.ZERO ? Sign.ZERO : first;
        begun |= element != Sign.ZERO;
      }
    }
    return signs;
  }
}
