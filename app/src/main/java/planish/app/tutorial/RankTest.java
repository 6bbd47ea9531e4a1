package planish.app.tutorial;

import java.util.Arrays;

/**
 * The rank test of Mann and Whitney (Annals of Mathematical Statistics 18, 1947), one-sided and
 * exact: all ways to choose the ranks of the one sample among those of both are equally likely.
 * Equal numbers share the mean of their ranks.
 */
final class RankTest {
  private RankTest() {}

  /**
   * {@return the probability that numbers of one distribution come out so that the first sample's
   * ranks sum to as much as here or more}
   *
   * @param first a sample
   * @param second another; without NaN, both together at most about 100 numbers
   */
  static double greater(double[] first, double[] second) {
    double[] all = new double[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    int[] ranks = Arrays.stream(all).mapToInt(x -> doubledRank(x, all)).toArray();
    int observed = Arrays.stream(ranks, 0, first.length).sum();
    double[] ways = ways(ranks, first.length);
    double total = Arrays.stream(ways).sum();
    return Arrays.stream(ways, observed, ways.length).sum() / total;
  }

  /** Doubled, so that a mean of ranks is whole. */
  private static int doubledRank(double x, double[] all) {
    int less = (int) Arrays.stream(all).filter(other -> other < x).count();
    int equal = (int) Arrays.stream(all).filter(other -> other == x).count();
    return 2 * less + equal + 1;
  }

  /** In how many ways so many of the ranks have each sum. */
  private static double[] ways(int[] ranks, int chosen) {
    int largest = Arrays.stream(ranks).sum();
    double[][] ways = new double[chosen + 1][largest + 1];
    ways[0][0] = 1;
    for (int rank : ranks) {
      for (int count = chosen; count >= 1; count--) {
        for (int sum = largest; sum >= rank; sum--) {
          ways[count][sum] += ways[count - 1][sum - rank];
        }
      }
    }
    return ways[chosen];
  }
}
