package planish.vector;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static planish.vector.Lanes.LENGTH;
import static planish.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;

/** Sums of vectors into one of them. */
final class VectorUpdates {
  private VectorUpdates() {}

  private static final VectorLoops PLAIN = Loops.plain();

  static void axpy(double alpha, double[] x, int ix, double[] y, int iy, int n) {
    DoubleVector factor = broadcast(SPECIES, alpha);
    int whole = SPECIES.loopBound(n);
    for (int i = 0; i < whole; i += LENGTH) {
      fromArray(SPECIES, x, ix + i).fma(factor, fromArray(SPECIES, y, iy + i)).intoArray(y, iy + i);
    }
    if (whole < n) {
      PLAIN.axpy(alpha, x, ix + whole, y, iy + whole, n - whole);
    }
  }

  static void weightedAxpy(
      double alpha, double[] w, int iw, double[] x, int ix, double[] y, int iy, int n) {
    int whole = SPECIES.loopBound(n);
    for (int i = 0; i < whole; i += LENGTH) {
      DoubleVector factor = fromArray(SPECIES, w, iw + i).mul(alpha);
      factor.fma(fromArray(SPECIES, x, ix + i), fromArray(SPECIES, y, iy + i)).intoArray(y, iy + i);
    }
    if (whole < n) {
      PLAIN.weightedAxpy(alpha, w, iw + whole, x, ix + whole, y, iy + whole, n - whole);
    }
  }
}
