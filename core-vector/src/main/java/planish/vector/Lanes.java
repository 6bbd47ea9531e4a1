package planish.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Vectors of the length of this run: a constant to the compiler. */
final class Lanes {
  private Lanes() {}

  static final VectorSpecies<Double> SPECIES = LaneChoice.species();

  static final int LENGTH = SPECIES.length();

  static DoubleVector load(double[] a, int at) {
    return DoubleVector.fromArray(SPECIES, a, at);
  }

  static DoubleVector load(double[] a, int at, VectorMask<Double> mask) {
    return DoubleVector.fromArray(SPECIES, a, at, mask);
  }

  static DoubleVector all(double value) {
    return DoubleVector.broadcast(SPECIES, value);
  }
}
