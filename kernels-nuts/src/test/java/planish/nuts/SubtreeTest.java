package planish.nuts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planish.hmc.PhasePoint;
import planish.hmc.PointPool;
import planish.kernels.ChainRandom;

/** The criterion of two neighbouring subtrees against its definition, at random momenta. */
class SubtreeTest {
  private static final double[] INVERSE_MASSES = {2, 0.5, 1};
  private static final int POINTS = 4;

  private final ChainRandom random = ChainRandom.of(1);
  private final PointPool pool = new PointPool(INVERSE_MASSES.length);
  private final double[][] momenta = new double[2 * POINTS][INVERSE_MASSES.length];

  /** Each of the six inequalities is the only one to fail in some of the cases. */
  @Test
  void turnsWhereAnyInequalityFails() {
    int[] decisive = new int[6];
    for (int k = 0; k < 20_000; k++) {
      pool.reset();
      boolean turns = tree(0, POINTS).turnsWith(tree(POINTS, 2 * POINTS));
      boolean[] fail = failures(0, POINTS, 2 * POINTS);
      assertThat(turns).isEqualTo(IntStream.range(0, 6).anyMatch(i -> fail[i]));
      if (IntStream.range(0, 6).filter(i -> fail[i]).count() == 1) {
        decisive[IntStream.range(0, 6).filter(i -> fail[i]).findFirst().orElseThrow()]++;
      }
    }
    assertThat(Arrays.stream(decisive).boxed().toList()).allMatch(cases -> cases > 20);
  }

  /** Between two points all three pairs of inequalities are the same. */
  @Test
  void twoPointsTurnByTheirSum() {
    for (int k = 0; k < 2_000; k++) {
      pool.reset();
      boolean turns = tree(0, 1).turnsWith(tree(1, 2));
      boolean[] fail = failures(0, 1, 2);
      assertThat(turns).isEqualTo(fail[0] || fail[1]);
    }
  }

  /** Points from..to, of random momenta that lean in one direction. */
  private Subtree tree(int from, int to) {
    if (to - from == 1) {
      Subtree leaf = new Subtree(INVERSE_MASSES.length);
      leaf.leaf(point(momenta[from]), 0);
      return leaf;
    }
    int middle = (from + to) / 2;
    Subtree whole = tree(from, middle);
    whole.mergeWithin(tree(middle, to), random);
    return whole;
  }

  private PhasePoint point(double[] momentum) {
    PhasePoint point = pool.take();
    double product = 0;
    for (int i = 0; i < momentum.length; i++) {
      momentum[i] = random.nextGaussian() + (i == 0 ? 0.5 : 0);
      point.momentum()[i] = momentum[i];
      point.velocity()[i] = INVERSE_MASSES[i] * momentum[i];
      product += momentum[i] * point.velocity()[i];
    }
    point.kineticEnergy(product / 2);
    return point;
  }

  /** Of the whole, of the first half and one point more, of the second half and one more. */
  private boolean[] failures(int from, int middle, int to) {
    List<int[]> parts =
        List.of(new int[] {from, to}, new int[] {from, middle + 1}, new int[] {middle - 1, to});
    boolean[] fail = new boolean[6];
    for (int k = 0; k < 3; k++) {
      int first = parts.get(k)[0];
      int end = parts.get(k)[1];
      fail[2 * k] = alongSum(first, first, end) <= 0;
      fail[2 * k + 1] = alongSum(end - 1, first, end) <= 0;
    }
    return fail;
  }

  /** The velocity of a point times the sum of momenta from..to. */
  private double alongSum(int point, int from, int to) {
    double product = 0;
    for (int k = from; k < to; k++) {
      for (int i = 0; i < INVERSE_MASSES.length; i++) {
        product += INVERSE_MASSES[i] * momenta[point][i] * momenta[k][i];
      }
    }
    return product;
  }
}
