package planish.sampling.csv;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import planish.diagnostics.Quantity;

/** The order of Stan's columns: the first index runs fastest, indices count from 1. */
final class ColumnMajor {
  private ColumnMajor() {}

  static List<String> names(Quantity quantity) {
    int[] lengths = lengths(quantity);
    return IntStream.range(0, size(lengths))
        .mapToObj(k -> quantity.name() + dotted(subscripts(k, lengths)))
        .toList();
  }

  /** The indices in a draw of a quantity's columns, in the order of the file. */
  static IntStream indices(Quantity quantity) {
    int[] lengths = lengths(quantity);
    return IntStream.range(0, size(lengths))
        .map(k -> quantity.offset() + rowMajor(subscripts(k, lengths), lengths));
  }

  static int size(int[] lengths) {
    return Arrays.stream(lengths).reduce(1, (a, b) -> a * b);
  }

  /** The place of an element in row-major order. */
  static int rowMajor(int[] subscripts, int[] lengths) {
    int index = 0;
    for (int axis = 0; axis < lengths.length; axis++) {
      index = index * lengths[axis] + subscripts[axis];
    }
    return index;
  }

  /** The subscripts, from 0, of the k-th element in row-major order. */
  static int[] rowMajorSubscripts(int k, int[] lengths) {
    int[] subscripts = new int[lengths.length];
    int rest = k;
    for (int axis = lengths.length - 1; axis >= 0; axis--) {
      subscripts[axis] = rest % lengths[axis];
      rest /= lengths[axis];
    }
    return subscripts;
  }

  private static int[] subscripts(int k, int[] lengths) {
    int[] subscripts = new int[lengths.length];
    int rest = k;
    for (int axis = 0; axis < lengths.length; axis++) {
      subscripts[axis] = rest % lengths[axis];
      rest /= lengths[axis];
    }
    return subscripts;
  }

  private static int[] lengths(Quantity quantity) {
    return quantity.lengths().stream().mapToInt(Integer::intValue).toArray();
  }

  private static String dotted(int[] subscripts) {
    return Arrays.stream(subscripts).mapToObj(k -> "." + (k + 1)).collect(Collectors.joining());
  }
}
