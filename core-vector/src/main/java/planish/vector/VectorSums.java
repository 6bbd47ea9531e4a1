package planish.vector;

import static planish.vector.Lanes.LENGTH;
import static planish.vector.Lanes.SPECIES;
import static planish.vector.Lanes.all;
import static planish.vector.Lanes.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/**
 * Sums over eight virtual lanes: one vector of eight, two of four or four of two.
 *
 * <p>{@code LENGTH} is a constant to the compiler: vectors that are not needed cost nothing. Lanes
 * past the end keep what they have: adding zero would turn a minus zero over.
 */
final class VectorSums {
  private VectorSums() {}

  static double sum(double[] a, int ia, int n) {
    DoubleVector s0 = all(0);
    DoubleVector s1 = all(0);
    DoubleVector s2 = all(0);
    DoubleVector s3 = all(0);
    int i = 0;
    for (; i < n - 7; i += 8) {
      s0 = sumStep(s0, a, ia, i);
      if (LENGTH < 8) {
        s1 = sumStep(s1, a, ia, i + LENGTH);
      }
      if (LENGTH < 4) {
        s2 = sumStep(s2, a, ia, i + 2 * LENGTH);
        s3 = sumStep(s3, a, ia, i + 3 * LENGTH);
      }
    }
    if (i < n) {
      s0 = sumEnd(s0, a, ia, i, n);
      if (LENGTH < 8) {
        s1 = sumEnd(s1, a, ia, i + LENGTH, n);
      }
      if (LENGTH < 4) {
        s2 = sumEnd(s2, a, ia, i + 2 * LENGTH, n);
        s3 = sumEnd(s3, a, ia, i + 3 * LENGTH, n);
      }
    }
    return combine(s0, s1, s2, s3);
  }

  private static DoubleVector sumStep(DoubleVector s, double[] a, int ia, int i) {
    return s.add(load(a, ia + i));
  }

  private static DoubleVector sumEnd(DoubleVector s, double[] a, int ia, int i, int n) {
    VectorMask<Double> inside = SPECIES.indexInRange(i, n);
    return s.blend(s.add(load(a, ia + i, inside)), inside);
  }

  static double dot(double[] a, int ia, double[] b, int ib, int n) {
    DoubleVector s0 = all(0);
    DoubleVector s1 = all(0);
    DoubleVector s2 = all(0);
    DoubleVector s3 = all(0);
    int i = 0;
    for (; i < n - 7; i += 8) {
      s0 = dotStep(s0, a, ia, b, ib, i);
      if (LENGTH < 8) {
        s1 = dotStep(s1, a, ia, b, ib, i + LENGTH);
      }
      if (LENGTH < 4) {
        s2 = dotStep(s2, a, ia, b, ib, i + 2 * LENGTH);
        s3 = dotStep(s3, a, ia, b, ib, i + 3 * LENGTH);
      }
    }
    if (i < n) {
      s0 = dotEnd(s0, a, ia, b, ib, i, n);
      if (LENGTH < 8) {
        s1 = dotEnd(s1, a, ia, b, ib, i + LENGTH, n);
      }
      if (LENGTH < 4) {
        s2 = dotEnd(s2, a, ia, b, ib, i + 2 * LENGTH, n);
        s3 = dotEnd(s3, a, ia, b, ib, i + 3 * LENGTH, n);
      }
    }
    return combine(s0, s1, s2, s3);
  }

  private static DoubleVector dotStep(
      DoubleVector s, double[] a, int ia, double[] b, int ib, int i) {
    return load(a, ia + i).fma(load(b, ib + i), s);
  }

  private static DoubleVector dotEnd(
      DoubleVector s, double[] a, int ia, double[] b, int ib, int i, int n) {
    VectorMask<Double> inside = SPECIES.indexInRange(i, n);
    return s.blend(load(a, ia + i, inside).fma(load(b, ib + i, inside), s), inside);
  }

  static double weightedSquares(double[] w, int iw, double[] x, int ix, int n) {
    DoubleVector s0 = all(0);
    DoubleVector s1 = all(0);
    DoubleVector s2 = all(0);
    DoubleVector s3 = all(0);
    int i = 0;
    for (; i < n - 7; i += 8) {
      s0 = weightedSquaresStep(s0, w, iw, x, ix, i);
      if (LENGTH < 8) {
        s1 = weightedSquaresStep(s1, w, iw, x, ix, i + LENGTH);
      }
      if (LENGTH < 4) {
        s2 = weightedSquaresStep(s2, w, iw, x, ix, i + 2 * LENGTH);
        s3 = weightedSquaresStep(s3, w, iw, x, ix, i + 3 * LENGTH);
      }
    }
    if (i < n) {
      s0 = weightedSquaresEnd(s0, w, iw, x, ix, i, n);
      if (LENGTH < 8) {
        s1 = weightedSquaresEnd(s1, w, iw, x, ix, i + LENGTH, n);
      }
      if (LENGTH < 4) {
        s2 = weightedSquaresEnd(s2, w, iw, x, ix, i + 2 * LENGTH, n);
        s3 = weightedSquaresEnd(s3, w, iw, x, ix, i + 3 * LENGTH, n);
      }
    }
    return combine(s0, s1, s2, s3);
  }

  private static DoubleVector weightedSquaresStep(
      DoubleVector s, double[] w, int iw, double[] x, int ix, int i) {
    DoubleVector v = load(x, ix + i);
    return load(w, iw + i).mul(v).fma(v, s);
  }

  private static DoubleVector weightedSquaresEnd(
      DoubleVector s, double[] w, int iw, double[] x, int ix, int i, int n) {
    VectorMask<Double> inside = SPECIES.indexInRange(i, n);
    DoubleVector v = load(x, ix + i, inside);
    return s.blend(load(w, iw + i, inside).mul(v).fma(v, s), inside);
  }

  /** ((l0 + l4) + (l2 + l6)) + ((l1 + l5) + (l3 + l7)). */
  static double combine(DoubleVector s0, DoubleVector s1, DoubleVector s2, DoubleVector s3) {
    if (LENGTH == 8) {
      return (s0.lane(0) + s0.lane(4) + (s0.lane(2) + s0.lane(6)))
          + (s0.lane(1) + s0.lane(5) + (s0.lane(3) + s0.lane(7)));
    }
    if (LENGTH == 4) {
      DoubleVector t = s0.add(s1);
      return (t.lane(0) + t.lane(2)) + (t.lane(1) + t.lane(3));
    }
    DoubleVector t = s0.add(s2).add(s1.add(s3));
    return t.lane(0) + t.lane(1);
  }
}
