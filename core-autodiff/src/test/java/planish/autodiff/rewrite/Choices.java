package planish.autodiff.rewrite;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;

/**
 * What a random expression is made from: numbers that are read one after the other, then zeros. As
 * the first of all alternatives is the simplest one, fewer and smaller numbers are simpler
 * expressions.
 */
public final class Choices {
  private final List<Integer> numbers;
  private int next;

  /** Reads these. */
  public Choices(List<Integer> numbers) {
    this.numbers = numbers;
  }

  /** {@return one of so many alternatives, from 0} */
  public int of(int alternatives) {
    return number() % alternatives;
  }

  /** {@return a number from 0} */
  public int number() {
    return next < numbers.size() ? numbers.get(next++) : 0;
  }

  /** {@return up to so many random numbers} */
  @SuppressWarnings("exports")
  public static Arbitrary<List<Integer>> upTo(int most) {
    return Arbitraries.integers()
        .between(0, 1 << 20)
        .withDistribution(RandomDistribution.uniform())
        .withoutEdgeCases()
        .list()
        .ofMinSize(3)
        .ofMaxSize(most)
        .withSizeDistribution(RandomDistribution.uniform());
  }
}
