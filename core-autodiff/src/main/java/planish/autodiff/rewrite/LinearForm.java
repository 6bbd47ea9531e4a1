package planish.autodiff.rewrite;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A sum of parts, each so many times, and a constant; parts go by number. Elementwise: a part may
 * be an array or one number for all elements.
 *
 * @param parts how many times each part
 * @param constant the constant
 */
record LinearForm(Map<Long, Double> parts, double constant) {
  /** So many parts make one. */
  private static final int MANY = 64;

  static LinearForm zero() {
    return new LinearForm(new TreeMap<>(), 0);
  }

  static LinearForm atom(long part) {
    return new LinearForm(new TreeMap<>(Map.of(part, 1.0)), 0);
  }

  /** {@return that of known values; those of equal elements are a constant} */
  static LinearForm known(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return atom(Mix.of("known", Mix.of(values)));
      }
    }
    return new LinearForm(new TreeMap<>(), values.length == 0 ? 0 : values[0]);
  }

  LinearForm plus(LinearForm other, double times) {
    Map<Long, Double> sum = new TreeMap<>(parts);
    other.parts.forEach((part, count) -> sum.merge(part, times * count, Double::sum));
    sum.values().removeIf(count -> Math.abs(count) < 1e-300);
    LinearForm all = new LinearForm(sum, constant + times * other.constant);
    return sum.size() > MANY ? atom(all.hash()) : all;
  }

  LinearForm times(double factor) {
    return zero().plus(this, factor);
  }

  /** {@return whether it is a number} */
  boolean isConstant() {
    return parts.isEmpty();
  }

  /** {@return one part so many times, or null if there are more} */
  Map.Entry<Long, Double> single() {
    return parts.size() == 1 && constant == 0 ? parts.entrySet().iterator().next() : null;
  }

  /**
   * {@return the sum over elements}
   *
   * @param numbers parts that are one number for all elements
   */
  LinearForm summed(int elements, Set<Long> numbers) {
    LinearForm sum = new LinearForm(new TreeMap<>(), constant * elements);
    for (Map.Entry<Long, Double> part : parts.entrySet()) {
      sum =
          numbers.contains(part.getKey())
              ? sum.plus(atom(part.getKey()), part.getValue() * elements)
              : sum.plus(atom(Mix.of("sum", part.getKey(), elements)), part.getValue());
    }
    return sum;
  }

  /**
   * {@return chosen elements}
   *
   * @param numbers parts that are one number for all elements
   */
  LinearForm elements(int[] index, Set<Long> numbers) {
    long chosen = index.length;
    for (int k : index) {
      chosen = Mix.next(chosen, k);
    }
    LinearForm sum = new LinearForm(new TreeMap<>(), constant);
    for (Map.Entry<Long, Double> part : parts.entrySet()) {
      long element =
          numbers.contains(part.getKey())
              ? part.getKey()
              : Mix.of("elements", part.getKey(), chosen);
      sum = sum.plus(atom(element), part.getValue());
    }
    return sum;
  }

  LinearForm withoutConstant() {
    return new LinearForm(parts, 0);
  }

  long hash() {
    Map.Entry<Long, Double> single = single();
    if (single != null && single.getValue() == 1) {
      return single.getKey();
    }
    long hash = Mix.of("sum", Mix.rounded(constant));
    for (Map.Entry<Long, Double> part : parts.entrySet()) {
      hash = Mix.of("and", hash, part.getKey(), Mix.rounded(part.getValue()));
    }
    return hash;
  }
}
