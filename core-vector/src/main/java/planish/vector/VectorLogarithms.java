package planish.vector;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static planish.autodiff.vector.ElementaryConstants.*;
import static planish.vector.Lanes.LENGTH;
import static planish.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The logarithms: the operations of {@link planish.autodiff.vector.Elementary}, lane by lane.
 *
 * <p>Each loop holds its whole function: see {@link Lanes}.
 */
final class VectorLogarithms {
  private VectorLogarithms() {}

  static void log(double[] a, int ia, double[] out, int io, int n) {
    DoubleVector high = broadcast(SPECIES, LN2_HIGH);
    DoubleVector last = broadcast(SPECIES, LOG_6);
    DoubleVector inf = broadcast(SPECIES, Double.POSITIVE_INFINITY);
    DoubleVector nan = broadcast(SPECIES, Double.NaN);
    DoubleVector bias = broadcast(SPECIES, EXPONENT_BIAS);
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = fromArray(SPECIES, a, ia + i);
      VectorMask<Double> subnormal = x.compare(VectorOperators.LT, LEAST_NORMAL);
      LongVector bits = x.blend(x.mul(LIFT), subnormal).reinterpretAsLongs().add(BINADE_SHIFT);
      LongVector exponent = bits.lanewise(VectorOperators.LSHR, 52).or(INTEGER_BITS);
      DoubleVector k =
          exponent.reinterpretAsDoubles().sub(bias.blend(LIFTED_EXPONENT_BIAS, subnormal));
      DoubleVector f = bits.and(FRACTION_MASK).add(SQRT_HALF_BITS).reinterpretAsDoubles().sub(1);
      DoubleVector s = f.div(f.add(2));
      DoubleVector z = s.mul(s);
      DoubleVector z2 = z.mul(z);
      DoubleVector p = z2.fma(z.fma(LOG_3, LOG_2), z.fma(LOG_1, LOG_0));
      DoubleVector tail = z.mul(z2.mul(z2).fma(z2.fma(last, z.fma(LOG_5, LOG_4)), p));
      DoubleVector square = f.mul(0.5).mul(f);
      DoubleVector y = k.fma(high, f.sub(square.sub(s.fma(square.add(tail), k.mul(LN2_LOW)))));
      y = y.blend(inf, x.compare(VectorOperators.EQ, inf));
      y = y.blend(Double.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0));
      y = nan.blend(y, x.compare(VectorOperators.GE, 0));
      y.intoArray(out, io + i);
    }
  }

  static void log1p(double[] a, int ia, double[] out, int io, int n) {
    DoubleVector high = broadcast(SPECIES, LN2_HIGH);
    DoubleVector last = broadcast(SPECIES, LOG_6);
    DoubleVector low = broadcast(SPECIES, LN2_LOW);
    DoubleVector one = broadcast(SPECIES, 1);
    DoubleVector inf = broadcast(SPECIES, Double.POSITIVE_INFINITY);
    DoubleVector nan = broadcast(SPECIES, Double.NaN);
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = fromArray(SPECIES, a, ia + i);
      DoubleVector u = x.add(1);
      DoubleVector v = u.sub(1);
      DoubleVector lost = one.sub(u.sub(v)).add(x.sub(v));
      LongVector bits = u.reinterpretAsLongs().add(BINADE_SHIFT);
      LongVector exponent = bits.lanewise(VectorOperators.LSHR, 52).or(INTEGER_BITS);
      DoubleVector k = exponent.reinterpretAsDoubles().sub(EXPONENT_BIAS);
      DoubleVector f = bits.and(FRACTION_MASK).add(SQRT_HALF_BITS).reinterpretAsDoubles().sub(1);
      DoubleVector s = f.div(f.add(2));
      DoubleVector z = s.mul(s);
      DoubleVector z2 = z.mul(z);
      DoubleVector p = z2.fma(z.fma(LOG_3, LOG_2), z.fma(LOG_1, LOG_0));
      DoubleVector tail = z.mul(z2.mul(z2).fma(z2.fma(last, z.fma(LOG_5, LOG_4)), p));
      DoubleVector square = f.mul(0.5).mul(f);
      DoubleVector y =
          k.fma(high, f.sub(square.sub(s.fma(square.add(tail), k.fma(low, lost.div(u))))));
      y = y.blend(inf, u.compare(VectorOperators.EQ, inf));
      y = y.blend(Double.NEGATIVE_INFINITY, u.compare(VectorOperators.EQ, 0));
      y = nan.blend(y, u.compare(VectorOperators.GE, 0));
      y.blend(x, x.abs().compare(VectorOperators.LT, TINY)).intoArray(out, io + i);
    }
  }
}
