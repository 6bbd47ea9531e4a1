package planish.autodiff.rewrite;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Products and quotients of linear forms as products of powers: {@code (x / s)²} and {@code x² s⁻²}
 * are one part.
 */
final class Products {
  private final Map<Long, SortedMap<Long, Integer>> powers = new HashMap<>();
  private final Map<Long, LinearForm> sums = new HashMap<>();

  /** {@return the product; numbers are taken out of it} */
  LinearForm product(LinearForm a, LinearForm b) {
    if (a.isConstant()) {
      return b.times(a.constant());
    }
    if (b.isConstant()) {
      return a.times(b.constant());
    }
    double first = leading(a);
    double second = leading(b);
    SortedMap<Long, Integer> both = new TreeMap<>(powers(part(a, first)));
    powers(part(b, second))
        .forEach((part, power) -> both.merge(part, power, (p, q) -> p + q == 0 ? null : p + q));
    return of(both).times(first * second);
  }

  LinearForm reciprocal(LinearForm a) {
    if (a.isConstant()) {
      return new LinearForm(a.parts(), 1 / a.constant());
    }
    double times = leading(a);
    SortedMap<Long, Integer> all = new TreeMap<>();
    powers(part(a, times)).forEach((part, power) -> all.put(part, -power));
    return of(all).times(1 / times);
  }

  /** {@return the factors of a part, and how many times each stands there} */
  SortedMap<Long, Integer> powers(long part) {
    SortedMap<Long, Integer> known = powers.get(part);
    return known == null ? new TreeMap<>(Map.of(part, 1)) : known;
  }

  private static double leading(LinearForm a) {
    return a.parts().values().iterator().next();
  }

  /** A sum is taken so many times that its first part stands there once. */
  private long part(LinearForm a, double leading) {
    if (a.single() != null) {
      return a.single().getKey();
    }
    LinearForm normal = a.times(1 / leading);
    sums.put(normal.hash(), normal);
    return normal.hash();
  }

  private LinearForm of(SortedMap<Long, Integer> factors) {
    if (factors.isEmpty()) {
      return LinearForm.zero().plus(new LinearForm(Map.of(), 1), 1);
    }
    if (factors.size() == 1 && factors.get(factors.firstKey()) == 1) {
      return LinearForm.atom(factors.firstKey());
    }
    long hash = Mix.of("product", factors.size());
    for (Map.Entry<Long, Integer> factor : factors.entrySet()) {
      hash = Mix.of("times", hash, factor.getKey(), factor.getValue());
    }
    powers.put(hash, factors);
    return LinearForm.atom(hash);
  }

  /** {@return the same, with products of one sum and other parts multiplied out} */
  LinearForm expanded(LinearForm a) {
    LinearForm all = new LinearForm(Map.of(), a.constant());
    for (Map.Entry<Long, Double> part : a.parts().entrySet()) {
      all = all.plus(expanded(part.getKey()), part.getValue());
    }
    return all;
  }

  private LinearForm expanded(long part) {
    SortedMap<Long, Integer> rest = new TreeMap<>(powers(part));
    LinearForm sum = null;
    for (Map.Entry<Long, Integer> factor : powers(part).entrySet()) {
      if (sum == null && factor.getValue() == 1 && sums.containsKey(factor.getKey())) {
        sum = sums.get(factor.getKey());
        rest.remove(factor.getKey());
      }
    }
    if (sum == null || rest.isEmpty()) {
      return LinearForm.atom(part);
    }
    LinearForm others = of(rest);
    LinearForm all = others.times(sum.constant());
    for (Map.Entry<Long, Double> term : sum.parts().entrySet()) {
      all = all.plus(product(LinearForm.atom(term.getKey()), others), term.getValue());
    }
    return all;
  }
}
