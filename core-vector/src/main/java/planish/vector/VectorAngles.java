package planish.vector;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static planish.autodiff.vector.ElementaryConstants.*;
import static planish.vector.Lanes.LENGTH;
import static planish.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.UnaryFunction;
import planish.autodiff.vector.VectorLoops;

/**
 * Sine and cosine: the operations of {@link planish.autodiff.vector.Elementary}, lane by lane.
 *
 * <p>Each loop holds its whole function: see {@link Lanes}.
 */
final class VectorAngles {
  private VectorAngles() {}

  private static final VectorLoops PLAIN = Loops.plain();

  /** The sine of each angle plus some right angles; below {@code tiny} in size the angle itself. */
  static void turned(
      UnaryFunction f, long turns, double tiny, double[] a, int ia, double[] out, int io, int n) {
    DoubleVector one = broadcast(SPECIES, 1);
    DoubleVector first = broadcast(SPECIES, -HALF_PI);
    DoubleVector second = broadcast(SPECIES, HALF_PI_LOW);
    DoubleVector third = broadcast(SPECIES, HALF_PI_LOWEST);
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector x = fromArray(SPECIES, a, ia + i);
      if (!x.abs().compare(VectorOperators.LE, ANGLE_LIMIT).allTrue()) {
        PLAIN.unary(f, a, ia + i, out, io + i, LENGTH);
        continue;
      }
      DoubleVector rounded = x.fma(TWO_OVER_PI, ROUNDER);
      DoubleVector k = rounded.sub(ROUNDER);
      DoubleVector high = k.fma(first, x);
      DoubleVector p = k.mul(HALF_PI_LOW);
      DoubleVector r = high.sub(p);
      DoubleVector v = r.sub(high);
      DoubleVector lost = high.sub(r.sub(v)).sub(p.add(v));
      DoubleVector low = lost.sub(k.fma(third, k.fma(second, p.neg())));

      DoubleVector z = r.mul(r);
      DoubleVector z2 = z.mul(z);
      DoubleVector z4 = z2.mul(z2);
      DoubleVector s = z2.fma(z.fma(SIN_3, SIN_2), z.fma(SIN_1, SIN_0));
      s = z4.fma(z.fma(SIN_5, SIN_4), s);
      DoubleVector sine = r.add(r.mul(z).fma(s, low));
      DoubleVector c = z2.fma(z.fma(COS_3, COS_2), z.fma(COS_1, COS_0));
      c = z4.fma(z.fma(COS_5, COS_4), c);
      DoubleVector half = z.mul(0.5);
      DoubleVector w = one.sub(half);
      DoubleVector cosine = w.add(one.sub(w).sub(half).add(z2.fma(c, r.mul(low).neg())));

      LongVector quadrant = rounded.reinterpretAsLongs().add(turns);
      LongVector odd = quadrant.and(1).neg();
      LongVector sign = quadrant.lanewise(VectorOperators.LSHL, 62).and(Long.MIN_VALUE);
      LongVector plain = sine.reinterpretAsLongs();
      LongVector other = cosine.reinterpretAsLongs().lanewise(VectorOperators.XOR, plain);
      LongVector value = plain.lanewise(VectorOperators.XOR, other.and(odd));
      DoubleVector y = value.lanewise(VectorOperators.XOR, sign).reinterpretAsDoubles();
      y.blend(x, x.abs().compare(VectorOperators.LT, tiny)).intoArray(out, io + i);
    }
  }
}
