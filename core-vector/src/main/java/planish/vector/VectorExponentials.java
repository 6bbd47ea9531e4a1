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
 * The exponential and what is made of it: the operations of {@link
 * planish.autodiff.vector.Elementary}, lane by lane.
 *
 * <p>Each loop holds its whole function: see {@link Lanes}.
 */
final class VectorExponentials {
  private VectorExponentials() {}

  static void exp(double[] a, int ia, double[] out, int io, int n) {
    DoubleVector high = broadcast(SPECIES, -LN2_HIGH);
    DoubleVector low = broadcast(SPECIES, -LN2_LOW);
    DoubleVector half = broadcast(SPECIES, 0.5);
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = fromArray(SPECIES, a, ia + i);
      DoubleVector c = x.blend(EXP_LOWEST, x.compare(VectorOperators.LT, EXP_LOWEST));
      c = c.blend(EXP_HIGHEST, x.compare(VectorOperators.GT, EXP_HIGHEST));
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
      e.intoArray(out, io + i);
    }
  }

  static void invLogit(double[] a, int ia, double[] out, int io, int n) {
    DoubleVector high = broadcast(SPECIES, -LN2_HIGH);
    DoubleVector low = broadcast(SPECIES, -LN2_LOW);
    DoubleVector half = broadcast(SPECIES, 0.5);
    DoubleVector one = broadcast(SPECIES, 1);
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
      DoubleVector numerator = one.blend(e, x.compare(VectorOperators.LT, 0));
      numerator.div(e.add(1)).intoArray(out, io + i);
    }
  }

  static void expm1(double[] a, int ia, double[] out, int io, int n) {
    DoubleVector high = broadcast(SPECIES, -LN2_HIGH);
    DoubleVector low = broadcast(SPECIES, -LN2_LOW);
    DoubleVector half = broadcast(SPECIES, 0.5);
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = fromArray(SPECIES, a, ia + i);
      DoubleVector c = x.blend(EXPM1_LOWEST, x.compare(VectorOperators.LT, EXPM1_LOWEST));
      c = c.blend(EXP_HIGHEST, x.compare(VectorOperators.GT, EXP_HIGHEST));
      DoubleVector rounded = c.fma(LOG2_E, ROUNDER);
      DoubleVector k = rounded.sub(ROUNDER);
      DoubleVector r = k.fma(low, k.fma(high, c));
      DoubleVector r2 = r.mul(r);
      DoubleVector r4 = r2.mul(r2);
      DoubleVector p = r2.fma(r.fma(EXP_3, EXP_2), r.fma(EXP_1, EXP_0));
      DoubleVector q = r2.fma(r.fma(EXP_7, EXP_6), r.fma(EXP_5, EXP_4));
      q = r4.fma(r4.fma(r.fma(EXP_9, EXP_8), q), p);
      q = r2.fma(r.fma(q, half), r);
      LongVector halved = rounded.reinterpretAsLongs().add(1022);
      DoubleVector s = halved.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
      DoubleVector t = s.fma(q, s.sub(0.5)).mul(2);
      t.blend(x, x.abs().compare(VectorOperators.LT, TINY)).intoArray(out, io + i);
    }
  }

  static void tanh(double[] a, int ia, double[] out, int io, int n) {
    DoubleVector high = broadcast(SPECIES, -LN2_HIGH);
    DoubleVector low = broadcast(SPECIES, -LN2_LOW);
    DoubleVector half = broadcast(SPECIES, 0.5);
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = fromArray(SPECIES, a, ia + i);
      DoubleVector c = x.abs();
      c = c.blend(TANH_HIGHEST, c.compare(VectorOperators.GT, TANH_HIGHEST)).mul(2);
      DoubleVector rounded = c.fma(LOG2_E, ROUNDER);
      DoubleVector k = rounded.sub(ROUNDER);
      DoubleVector r = k.fma(low, k.fma(high, c));
      DoubleVector r2 = r.mul(r);
      DoubleVector r4 = r2.mul(r2);
      DoubleVector p = r2.fma(r.fma(EXP_3, EXP_2), r.fma(EXP_1, EXP_0));
      DoubleVector q = r2.fma(r.fma(EXP_7, EXP_6), r.fma(EXP_5, EXP_4));
      q = r4.fma(r4.fma(r.fma(EXP_9, EXP_8), q), p);
      q = r2.fma(r.fma(q, half), r);
      LongVector halved = rounded.reinterpretAsLongs().add(1022);
      DoubleVector s = halved.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
      DoubleVector t = s.fma(q, s.sub(0.5)).mul(2);
      LongVector sign = x.reinterpretAsLongs().and(Long.MIN_VALUE);
      LongVector size = t.div(t.add(2)).reinterpretAsLongs();
      size.or(sign).reinterpretAsDoubles().intoArray(out, io + i);
    }
  }
}
