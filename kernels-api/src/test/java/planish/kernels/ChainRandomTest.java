package planish.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planish.kernelcheck.Cdf;
import planish.kernelcheck.KolmogorovSmirnov;

/**
 * Each p-value is below 1e-5 for a right generator with that probability; seven are computed. The
 * generator is fixed by its seed, so that a failure is a change of the code.
 */
class ChainRandomTest {
  private static final int N = 10_000;
  private static final double FALSE_ALARM = 1e-5;

  @Test
  void normalDrawsAreNormal() {
    ChainRandom random = ChainRandom.of(1);
    check(IntStream.range(0, N).mapToDouble(i -> Cdf.normal(random.nextGaussian())).toArray());
  }

  @Test
  void exponentialDrawsAreExponential() {
    ChainRandom random = ChainRandom.of(2);
    check(
        IntStream.range(0, N).mapToDouble(i -> 1 - Math.exp(-random.nextExponential())).toArray());
  }

  /** The first numbers of many parts, of a part of each of them, and of many seeds. */
  @Test
  void partsAndSeedsAreUniformTogether() {
    ChainRandom root = ChainRandom.of(3);
    check(IntStream.range(0, N).mapToDouble(i -> root.split(i).nextDouble()).toArray());
    check(IntStream.range(0, N).mapToDouble(i -> root.split(i).split(0).nextDouble()).toArray());
    check(IntStream.range(0, N).mapToDouble(i -> ChainRandom.of(i).nextDouble()).toArray());
  }

  private static void check(double[] uniforms) {
    assertThat(KolmogorovSmirnov.pValue(uniforms)).isGreaterThan(FALSE_ALARM);
  }

  /** Sums of products of independent normals: each z is beyond 4.42 with probability 1e-5. */
  @Test
  void partsAreNotCorrelated() {
    ChainRandom root = ChainRandom.of(4);
    ChainRandom[] parts = {root.split(0), root.split(1), root.split(2), root};
    double[][] z = new double[parts.length][N];
    for (int k = 0; k < parts.length; k++) {
      for (int i = 0; i < N; i++) {
        z[k][i] = parts[k].nextGaussian();
      }
    }
    for (int a = 0; a < parts.length; a++) {
      for (int b = 0; b < a; b++) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
          sum += z[a][i] * z[b][i];
        }
        assertThat(sum / Math.sqrt(N)).isBetween(-4.42, 4.42);
      }
    }
  }

  /** Neighbouring parts share half of their bits: 64 N fair coins, beyond 4.42 sd once in 1e5. */
  @Test
  void neighbouringPartsDifferInHalfOfTheirBits() {
    ChainRandom root = ChainRandom.of(5);
    long bits = 0;
    Set<Long> firsts = new HashSet<>();
    for (int i = 0; i < N; i++) {
      long first = root.split(i).nextLong();
      firsts.add(first);
      bits += Long.bitCount(first ^ root.split(i + 1).nextLong());
    }
    assertThat(firsts).hasSize(N);
    double sd = Math.sqrt(64.0 * N) / 2;
    assertThat((bits - 32.0 * N) / sd).isBetween(-4.42, 4.42);
  }

  @Test
  void splittingDoesNotAdvance() {
    ChainRandom random = ChainRandom.of(6);
    ChainRandom alone = ChainRandom.of(6);
    long part = random.split(3).nextLong();
    assertThat(random.split(3).nextLong()).isEqualTo(part);
    assertThat(random.nextLong()).isEqualTo(alone.nextLong());
    assertThat(random.split(3).nextLong()).isNotEqualTo(part);
  }

  @Test
  void goesOnWithTheSameBits() {
    ChainRandom random = ChainRandom.of(7);
    for (int k = 0; k < 100; k++) {
      random.nextGaussian();
      random.nextBoolean();
      StateTree saved = StateTree.of(random);
      ChainRandom other = ChainRandom.of(99);
      other.restore(saved);
      assertThat(other.split(1).nextLong()).isEqualTo(random.split(1).nextLong());
      assertThat(other.nextGaussian()).isEqualTo(random.nextGaussian());
      assertThat(other.nextLong()).isEqualTo(random.nextLong());
    }
  }
}
