package planish.sampling.json;

import java.util.Arrays;

/** Numbers as they come, without boxes. */
final class NumberList {
  private double[] numbers = new double[8];
  private int count;

  void add(double number) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * count);
    }
    numbers[count++] = number;
  }

  double[] toArray() {
    return Arrays.copyOf(numbers, count);
  }
}
