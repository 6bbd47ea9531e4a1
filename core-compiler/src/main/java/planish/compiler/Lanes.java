package planish.compiler;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Vectors of the length of this run; to be touched only where the Vector API is there. */
final class Lanes {
  private Lanes() {}

  static final VectorSpecies<Double> SPECIES = species();

  static final int LENGTH = SPECIES.length();

  /** Eight virtual lanes must be whole vectors: never more than eight. */
  private static VectorSpecies<Double> species() {
    int lanes = Integer.getInteger("planish.vector.lanes", DoubleVector.SPECIES_PREFERRED.length());
    return lanes >= 8
        ? DoubleVector.SPECIES_512
        : lanes >= 4 ? DoubleVector.SPECIES_256 : DoubleVector.SPECIES_128;
  }
}
