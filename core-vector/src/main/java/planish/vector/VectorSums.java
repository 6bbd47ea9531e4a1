package planish.vector;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.DoubleVector.zero;
import static planish.vector.Lanes.LENGTH;
import static planish.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;

/**
 * Sums over eight virtual lanes, l0 to l7: one vector of eight or two of four. In the end ((l0 +
 * l4) + (l2 + l6)) + ((l1 + l5) + (l3 + l7)).
 *
 * <p>{@code LENGTH} is a constant to the compiler: a vector that is not needed costs nothing. Lanes
 * past the end keep what they have: adding zero would turn a minus zero over. Where vectors have
 * two lanes, loads under a mask make objects: there, sums are plain. Each sum stands by itself,
 * long as it is: see {@link Lanes}.
 */
final class VectorSums {
  private VectorSums() {}

  private static final VectorLoops PLAIN = Loops.plain();

  static double sum(double[] a, int ia, int n) {
    if (LENGTH < 4) {
      return PLAIN.sum(a, ia, n);
    }
    DoubleVector s0 = zero(SPECIES);
    DoubleVector s1 = zero(SPECIES);
    int i = 0;
    for (; i < n - 7; i += 8) {
      s0 = s0.add(fromArray(SPECIES, a, ia + i));
      if (LENGTH < 8) {
        s1 = s1.add(fromArray(SPECIES, a, ia + i + LENGTH));
      }
    }
    if (i < n) {
      VectorMask<Double> in0 = SPECIES.indexInRange(i, n);
      s0 = s0.blend(s0.add(fromArray(SPECIES, a, ia + i, in0)), in0);
      if (LENGTH < 8) {
        VectorMask<Double> in1 = SPECIES.indexInRange(i + LENGTH, n);
        s1 = s1.blend(s1.add(fromArray(SPECIES, a, ia + i + LENGTH, in1)), in1);
      }
    }
    if (LENGTH < 8) {
      DoubleVector t = s0.add(s1);
      return (t.lane(0) + t.lane(2)) + (t.lane(1) + t.lane(3));
    }
    return (s0.lane(0) + s0.lane(4) + (s0.lane(2) + s0.lane(6)))
        + (s0.lane(1) + s0.lane(5) + (s0.lane(3) + s0.lane(7)));
  }

  static double dot(double[] a, int ia, double[] b, int ib, int n) {
    if (LENGTH < 4) {
      return PLAIN.dot(a, ia, b, ib, n);
    }
    DoubleVector s0 = zero(SPECIES);
    DoubleVector s1 = zero(SPECIES);
    int i = 0;
    for (; i < n - 7; i += 8) {
      s0 = fromArray(SPECIES, a, ia + i).fma(fromArray(SPECIES, b, ib + i), s0);
      if (LENGTH < 8) {
        s1 = fromArray(SPECIES, a, ia + i + LENGTH).fma(fromArray(SPECIES, b, ib + i + LENGTH), s1);
      }
    }
    if (i < n) {
      VectorMask<Double> in0 = SPECIES.indexInRange(i, n);
      s0 =
          s0.blend(
              fromArray(SPECIES, a, ia + i, in0).fma(fromArray(SPECIES, b, ib + i, in0), s0), in0);
      if (LENGTH < 8) {
        VectorMask<Double> in1 = SPECIES.indexInRange(i + LENGTH, n);
        s1 =
            s1.blend(
                fromArray(SPECIES, a, ia + i + LENGTH, in1)
                    .fma(fromArray(SPECIES, b, ib + i + LENGTH, in1), s1),
                in1);
      }
    }
    if (LENGTH < 8) {
      DoubleVector t = s0.add(s1);
      return (t.lane(0) + t.lane(2)) + (t.lane(1) + t.lane(3));
    }
    return (s0.lane(0) + s0.lane(4) + (s0.lane(2) + s0.lane(6)))
        + (s0.lane(1) + s0.lane(5) + (s0.lane(3) + s0.lane(7)));
  }

  static double weightedSquares(double[] w, int iw, double[] x, int ix, int n) {
    if (LENGTH < 4) {
      return PLAIN.weightedSquares(w, iw, x, ix, n);
    }
    DoubleVector s0 = zero(SPECIES);
    DoubleVector s1 = zero(SPECIES);
    int i = 0;
    for (; i < n - 7; i += 8) {
      DoubleVector v0 = fromArray(SPECIES, x, ix + i);
      s0 = fromArray(SPECIES, w, iw + i).mul(v0).fma(v0, s0);
      if (LENGTH < 8) {
        DoubleVector v1 = fromArray(SPECIES, x, ix + i + LENGTH);
        s1 = fromArray(SPECIES, w, iw + i + LENGTH).mul(v1).fma(v1, s1);
      }
    }
    if (i < n) {
      VectorMask<Double> in0 = SPECIES.indexInRange(i, n);
      DoubleVector v0 = fromArray(SPECIES, x, ix + i, in0);
      s0 = s0.blend(fromArray(SPECIES, w, iw + i, in0).mul(v0).fma(v0, s0), in0);
      if (LENGTH < 8) {
        VectorMask<Double> in1 = SPECIES.indexInRange(i + LENGTH, n);
        DoubleVector v1 = fromArray(SPECIES, x, ix + i + LENGTH, in1);
        s1 = s1.blend(fromArray(SPECIES, w, iw + i + LENGTH, in1).mul(v1).fma(v1, s1), in1);
      }
    }
    if (LENGTH < 8) {
      DoubleVector t = s0.add(s1);
      return (t.lane(0) + t.lane(2)) + (t.lane(1) + t.lane(3));
    }
    return (s0.lane(0) + s0.lane(4) + (s0.lane(2) + s0.lane(6)))
        + (s0.lane(1) + s0.lane(5) + (s0.lane(3) + s0.lane(7)));
  }
}
