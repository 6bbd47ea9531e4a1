package planish.vector;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static planish.autodiff.vector.ElementaryConstants.*;
import static planish.vector.Lanes.LENGTH;
import static planish.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * log(1 + exp(x)): the operations of {@link planish.autodiff.vector.Elementary}, lane by lane.
 *
 * <p>Each loop holds its whole function: see {@link Lanes}.
 */
final class VectorSoftplus {
  private VectorSoftplus() {}

  static void log1pExp(double[] a, int ia, double[] out, int io, int n) {
    DoubleVector high = broadcast(SPECIES, -LN2_HIGH);
    DoubleVector low = broadcast(SPECIES, -LN2_LOW);
    DoubleVector half = broadcast(SPECIES, 0.5);
    DoubleVector zero = broadcast(SPECIES, 0);
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = fromArray(SPECIES, a, ia + i);
      DoubleVector c = x.abs().neg();
      c = c.blend(EXP_LOWEST, c.compare(VectorOperators.LT, EXP_LOWEST));
      DoubleVector k = c.fma(LOG2_E, ROUNDER).sub(ROUNDER);
      DoubleVector r = k.fma(low, k.fma(high, c));
      LongVector first = k.fma(0.5, ROUNDER).reinterpretAsLongs();
      LongVector second =
          k.sub(first.reinterpretAsDoubles().sub(ROUNDER)).add(ROUNDER).reinterpretAsLongs();
      DoubleVector r2 = r.mul(r);
      DoubleVector r4 = r2.mul(r2);
      DoubleVector p = r2.fma(r.fma(EXP_3, EXP_2), r.fma(EXP_1, EXP_0));
      DoubleVector q = r2.fma(r.fma(EXP_7, EXP_6), r.fma(EXP_5, EXP_4));
      q = r4.fma(r4.fma(r.fma(EXP_9, EXP_8), q), p);
      q = r2.fma(r.fma(q, half), r);
      first = first.add(1023).lanewise(VectorOperators.LSHL, 52);
      second = second.add(1023).lanewise(VectorOperators.LSHL, 52);
      DoubleVector e =
          q.add(1).mul(first.reinterpretAsDoubles()).mul(second.reinterpretAsDoubles());

      DoubleVector s = e.div(e.add(2));
      DoubleVector z = s.mul(s);
      DoubleVector z2 = z.mul(z);
      DoubleVector z4 = z2.mul(z2);
      DoubleVector u = z2.fma(z.fma(SOFTPLUS_3, SOFTPLUS_2), z.fma(SOFTPLUS_1, SOFTPLUS_0));
      DoubleVector b = z2.fma(z.fma(SOFTPLUS_7, SOFTPLUS_6), z.fma(SOFTPLUS_5, SOFTPLUS_4));
      b = z4.fma(z4.fma(z.fma(SOFTPLUS_9, SOFTPLUS_8), b), u);
      DoubleVector square = e.mul(0.5).mul(e);
      DoubleVector y = e.sub(s.neg().fma(z.fma(b, square), square));
      zero.blend(x, x.compare(VectorOperators.GT, 0)).add(y).intoArray(out, io + i);
    }
  }
}
