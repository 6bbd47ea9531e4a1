package planish.transforms;

import static planish.autodiff.graph.Functions.concatenate;
import static planish.autodiff.graph.Functions.gatherFlat;
import static planish.autodiff.graph.Functions.reshape;
import static planish.autodiff.graph.Functions.stack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Reductions;

/** What is done to the last axes of an array in the same way for each element of its batch. */
final class Events {
  private Events() {}

  /**
   * {@return each event with its elements in other places}
   *
   * @param axes the number of axes of an event
   * @param from for each element of the new event the flat index in the old one, or −1 for zero
   * @param event the shape of the new event
   */
  static Expr arrange(Expr x, int axes, int[] from, Shape event) {
    Shape batch = x.shape().dropLast(axes);
    int size = x.shape().last(axes).size();
    int zero = x.shape().size();
    int[] index = new int[batch.size() * from.length];
    for (int k = 0; k < index.length; k++) {
      int source = from[k % from.length];
      index[k] = source < 0 ? zero : k / from.length * size + source;
    }
    boolean padded = Arrays.stream(from).anyMatch(source -> source < 0);
    Expr flat = reshape(x, Shape.of(zero));
    Expr source = padded ? concatenate(List.of(flat, Expr.of(0))) : flat;
    return gatherFlat(source, index, batch.then(event));
  }

  /** {@return vectors of another length made of elements of each vector, −1 standing for zero} */
  static Expr vectors(Expr x, int length, IntUnaryOperator from) {
    int[] index = IntStream.range(0, length).map(from).toArray();
    return arrange(x, 1, index, Shape.of(length));
  }

  /** {@return each vector moved by some places towards its end, zeros coming in} */
  static Expr later(Expr x, int by) {
    int n = x.shape().length(-1);
    return vectors(x, n, k -> Math.max(k - by, -1));
  }

  /** {@return each vector moved by some places towards its beginning, zeros coming in} */
  static Expr earlier(Expr x, int by) {
    int n = x.shape().length(-1);
    return vectors(x, n, k -> k + by < n ? k + by : -1);
  }

  /** {@return the sums of each vector's elements from each place on} */
  static Expr sumsFrom(Expr x) {
    return reversed(Reductions.cumulativeSum(reversed(x)));
  }

  private static Expr reversed(Expr x) {
    int n = x.shape().length(-1);
    return vectors(x, n, k -> n - 1 - k);
  }

  /** {@return the sum over the last axis, which stays with length 1} */
  static Expr total(Expr x) {
    return withLength1(Functions.sumLast(x, 1));
  }

  /** {@return one more axis, of length 1} */
  static Expr withLength1(Expr x) {
    return reshape(x, x.shape().then(Shape.of(1)));
  }

  /** {@return a function of each matrix that gives one of the same shape} */
  static Expr eachMatrix(Expr x, UnaryOperator<Expr> function) {
    if (x.shape().rank() == 2 || x.shape().size() == 0) {
      return x.shape().rank() == 2 ? function.apply(x) : x;
    }
    Shape matrix = x.shape().last(2);
    int count = x.shape().dropLast(2).size();
    List<Expr> results = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      results.add(function.apply(Functions.window(x, k * matrix.size(), matrix)));
    }
    return reshape(stack(results), x.shape());
  }
}
