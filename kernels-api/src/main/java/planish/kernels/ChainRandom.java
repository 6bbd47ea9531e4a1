package planish.kernels;

import java.util.random.RandomGenerator;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.simple.RandomSource;
import planish.autodiff.vector.Elementary;

/**
 * The random numbers of a run or a chain: L64_X128_MIX of Apache Commons RNG, which splits and
 * whose state can be written down.
 *
 * <p>Normal and exponential draws are made here, of IEEE operations and {@link Elementary}
 * functions, so that a seed gives the same numbers on every machine; neither keeps a hidden second
 * value. Not safe for several threads at once.
 *
 * <p>Source: G. L. Steele and S. Vigna, "LXM: better splittable pseudorandom number generators (and
 * almost as fast)", OOPSLA 2021.
 */
public final class ChainRandom implements RandomGenerator, Snapshot {
  /** The generator's name, for output files. */
  public static final String ALGORITHM = "L64_X128_MIX";

  private final RestorableUniformRandomProvider source;

  private ChainRandom(RestorableUniformRandomProvider source) {
    this.source = source;
  }

  /** {@return the generator of a seed} */
  public static ChainRandom of(long seed) {
    long[] words = new long[4];
    long word = seed;
    for (int k = 0; k < words.length; k++) {
      word += 0x9E3779B97F4A7C15L;
      words[k] = mix(word);
    }
    return ofWords(words);
  }

  /**
   * {@return a generator of its own for part number {@code index}, the same for the same state and
   * index; this one is not advanced}
   */
  public ChainRandom split(int index) {
    byte[] state = state();
    long hash = mix(index + 0x632BE59BD9B4E019L);
    long[] words = new long[4];
    for (int k = 0; k < words.length; k++) {
      for (byte b : state) {
        hash = mix(hash ^ (b & 0xFF)) + k;
      }
      words[k] = hash;
    }
    return ofWords(words);
  }

  private static ChainRandom ofWords(long[] words) {
    return new ChainRandom(RandomSource.L64_X128_MIX.create(words));
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014; Stafford's variant 13). */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  @Override
  public long nextLong() {
    return source.nextLong();
  }

  /**
   * {@return a standard normal number}
   *
   * <p>Source: G. Marsaglia and T. A. Bray, "A convenient method for generating normal variables",
   * SIAM Review 6(3), 1964: the polar method, the second number of each pair dropped.
   */
  @Override
  public double nextGaussian() {
    while (true) {
      double u = 2 * nextDouble() - 1;
      double v = 2 * nextDouble() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        return u * Math.sqrt(-2 * Elementary.log(s) / s);
      }
    }
  }

  /** {@return an exponential number of mean 1, by inversion} */
  @Override
  public double nextExponential() {
    return -Elementary.log1p(-nextDouble());
  }

  private byte[] state() {
    return ((RandomProviderDefaultState) source.saveState()).getState();
  }

  @Override
  public void save(StateWriter out) {
    byte[] state = state();
    long[] words = new long[state.length];
    for (int k = 0; k < state.length; k++) {
      words[k] = state[k];
    }
    out.putLongs("state", words);
  }

  @Override
  public void restore(StateReader in) {
    long[] words = in.longs("state");
    byte[] state = new byte[words.length];
    for (int k = 0; k < words.length; k++) {
      state[k] = (byte) words[k];
    }
    source.restoreState(new RandomProviderDefaultState(state));
  }
}
