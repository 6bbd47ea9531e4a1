package planish.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RanksTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 9, 100, 255, 256, 257})
  void areTheMeansOfThePlaces(int size) {
    SplittableRandom random = new SplittableRandom(size);
    for (int distinct : new int[] {1, 3, size, 1_000_000}) {
      double[] sorted = random.ints(size, 0, distinct).mapToDouble(k -> k - 1).sorted().toArray();
      for (double x : sorted) {
        long below = Arrays.stream(sorted).filter(y -> y < x).count();
        long equal = Arrays.stream(sorted).filter(y -> y == x).count();
        assertThat(Ranks.of(sorted, x)).isEqualTo(below + (equal + 1) / 2.0);
      }
    }
  }
}
