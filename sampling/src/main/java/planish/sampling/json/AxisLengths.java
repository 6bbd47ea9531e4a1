package planish.sampling.json;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import planish.autodiff.Shape;

/**
 * Finds the shape of a nested array while its brackets open and close, and whether it is
 * rectangular. Each method returns what is wrong; an empty text where nothing is.
 */
final class AxisLengths {
  private final List<Integer> lengths = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();
  private int numberDepth = -1;

  int depth() {
    return counts.size();
  }

  String open() {
    int depth = depth();
    if (depth == numberDepth) {
      return "numbers and arrays are mixed at " + next();
    }
    countElement();
    counts.add(0);
    if (lengths.size() < counts.size()) {
      lengths.add(-1);
    }
    return "";
  }

  String number() {
    if (numberDepth < 0 && lengths.size() == depth()) {
      numberDepth = depth();
    }
    if (depth() != numberDepth) {
      return "numbers and arrays are mixed at " + next();
    }
    countElement();
    return "";
  }

  String close() {
    int count = counts.removeLast();
    int axis = counts.size();
    int expected = lengths.get(axis);
    if (expected < 0) {
      lengths.set(axis, count);
    } else if (expected != count) {
      return "not rectangular: row "
          + brackets(counts)
          + " has "
          + count
          + " elements, those before it have "
          + expected;
    }
    return "";
  }

  private void countElement() {
    if (!counts.isEmpty()) {
      counts.set(counts.size() - 1, counts.getLast() + 1);
    }
  }

  /** {@return the index, from 1, of the element that comes next: {@code [2,1]}} */
  String next() {
    List<Integer> index = new ArrayList<>(counts);
    if (!index.isEmpty()) {
      index.set(index.size() - 1, index.getLast() + 1);
    }
    return brackets(index);
  }

  private static String brackets(List<Integer> index) {
    return index.isEmpty()
        ? ""
        : index.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  Shape shape() {
    return Shape.of(lengths.stream().mapToInt(length -> Math.max(length, 0)).toArray());
  }
}
