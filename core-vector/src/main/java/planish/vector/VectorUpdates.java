package planish.vector;

import static planish.vector.Lanes.LENGTH;
import static planish.vector.Lanes.SPECIES;
import static planish.vector.Lanes.all;
import static planish.vector.Lanes.load;

import jdk.incubator.vector.DoubleVector;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;

/** Sums of vectors into one of them. */
final class VectorUpdates {
  private VectorUpdates() {}

  private static final VectorLoops PLAIN = Loops.plain();

  static void axpy(double alpha, double[] x, int ix, double[] y, int iy, int n) {
    DoubleVector factor = all(alpha);
    int whole = SPECIES.loopBound(n);
    for (int i = 0; i < whole; i += LENGTH) {
      load(x, ix + i).fma(factor, load(y, iy + i)).intoArray(y, iy + i);
    }
    if (whole < n) {
      PLAIN.axpy(alpha, x, ix + whole, y, iy + whole, n - whole);
    }
  }

  static void weightedAxpy(
      double alpha, double[] w, int iw, double[] x, int ix, double[] y, int iy, int n) {
    int whole = SPECIES.loopBound(n);
    for (int i = 0; i < whole; i += LENGTH) {
      DoubleVector factor = load(w, iw + i).mul(alpha);
      factor.fma(load(x, ix + i), load(y, iy + i)).intoArray(y, iy + i);
    }
    if (whole < n) {
      PLAIN.weightedAxpy(alpha, w, iw + whole, x, ix + whole, y, iy + whole, n - whole);
    }
  }
}
