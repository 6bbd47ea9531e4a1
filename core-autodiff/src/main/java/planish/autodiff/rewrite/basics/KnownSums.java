package planish.autodiff.rewrite.basics;

import java.util.stream.IntStream;

/** A sum of known numbers, to which what rounding loses is added at the end. */
public final class KnownSums {
  private double sum;
  private double lost;

  /** The sum of no numbers. */
  public KnownSums() {}

  /** Adds a number (A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation", 1974). */
  public void add(double x) {
    double next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? (sum - next) + x : (x - next) + sum;
    sum = next;
  }

  /** Adds a product, its rounding error too. */
  public void add(double x, double y) {
    double product = x * y;
    add(product);
    lost += Math.fma(x, y, -product);
  }

  /** {@return the sum} */
  public double value() {
    return sum + lost;
  }

  /** {@return what the value lacks of the sum} */
  double rest() {
    return (sum - value()) + lost;
  }

  /**
   * {@return the sum over some rows}
   *
   * @param d a number for each row, or one for all
   * @param rows which, or null for all
   * @param n the number of all rows
   */
  public static double over(double[] d, int[] rows, int n) {
    int count = rows == null ? n : rows.length;
    if (d.length == 1 && n != 1) {
      return d[0] * count;
    }
    KnownSums sums = new KnownSums();
    for (int k = 0; k < count; k++) {
      sums.add(d[rows == null ? k : rows[k]]);
    }
    return sums.value();
  }

  /** {@return the sums over the rows of each group} */
  public static double[] byGroup(double[] d, int[] rows, int n, int[] group, int groups) {
    KnownSums[] sums = new KnownSums[groups];
    for (int k = 0; k < groups; k++) {
      sums[k] = new KnownSums();
    }
    int count = rows == null ? n : rows.length;
    for (int k = 0; k < count; k++) {
      int row = rows == null ? k : rows[k];
      sums[group[row]].add(d.length == 1 ? d[0] : d[row]);
    }
    return java.util.Arrays.stream(sums).mapToDouble(KnownSums::value).toArray();
  }

  /** {@return the groups that have one of these rows, in order} */
  public static int[] present(int[] rows, int n, int[] group, int groups) {
    boolean[] seen = new boolean[groups];
    int count = rows == null ? n : rows.length;
    for (int k = 0; k < count; k++) {
      seen[group[rows == null ? k : rows[k]]] = true;
    }
    return IntStream.range(0, groups).filter(k -> seen[k]).toArray();
  }

  /** {@return the mean, if it is more than 1000 times the standard deviation; otherwise 0} */
  public static double largeMean(double[] x) {
    double mean = over(x, null, x.length) / x.length;
    KnownSums squares = new KnownSums();
    for (double v : x) {
      squares.add(v - mean, v - mean);
    }
    return Math.abs(mean) > 1e3 * Math.sqrt(squares.value() / x.length) ? mean : 0;
  }

  /** {@return whether all numbers are one} */
  public static boolean allEqual(double[] x) {
    for (double v : x) {
      if (v != x[0]) {
        return false;
      }
    }
    return true;
  }
}
