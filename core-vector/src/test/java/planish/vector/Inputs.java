package planish.vector;

import java.util.SplittableRandom;

/** Numbers of every kind for tests of loops. */
final class Inputs {
  private Inputs() {}

  private static final double[] EDGES = {
    0.0,
    -0.0,
    1,
    -1,
    2,
    -2,
    0.5,
    -0.5,
    3,
    -3,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    -Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    0x1p-54,
    -0x1p-54,
    0x1p53,
    -0x1p53,
    709.782712893384,
    709.7827128933841,
    710,
    -708.4,
    -745.13,
    -745.14,
    -746,
    -747,
    22,
    -22,
    -50,
    0x1p22,
    0x1.0000000000001p22,
    -0x1.0000000000001p22,
    1e300,
    Math.PI / 2,
    Math.PI / 4
  };

  /** Edges, all bit patterns, and numbers of ordinary size. */
  static double[] mixed(SplittableRandom random, int n) {
    double[] a = new double[n];
    for (int i = 0; i < n; i++) {
      a[i] =
          switch (random.nextInt(8)) {
            case 0 -> EDGES[random.nextInt(EDGES.length)];
            case 1 -> Double.longBitsToDouble(random.nextLong());
            case 2 -> random.nextDouble(-800, 800);
            case 3 -> random.nextDouble(-1e7, 1e7);
            default -> random.nextDouble(-3, 3);
          };
    }
    return a;
  }

  /** As mixed, but often equal to the other array, of small integers, or of the other sign. */
  static double[] paired(SplittableRandom random, double[] other) {
    double[] b = mixed(random, other.length);
    for (int i = 0; i < b.length; i++) {
      switch (random.nextInt(6)) {
        case 0 -> b[i] = other[i];
        case 1 -> b[i] = -other[i];
        case 2 -> b[i] = random.nextInt(-5, 6);
        default -> {}
      }
    }
    return b;
  }

  /** Numbers whose sums depend on the order, of both signs. */
  static double[] finite(SplittableRandom random, int n, int spread) {
    double[] a = new double[n];
    for (int i = 0; i < n; i++) {
      a[i] = random.nextDouble(-1, 1) * Math.pow(10, spread * random.nextDouble(-3, 3));
    }
    return a;
  }
}
