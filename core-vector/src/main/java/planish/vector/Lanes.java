package planish.vector;

import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors of the length of this run: a constant to the compiler.
 *
 * <p>No method of ours takes or returns a vector. The compiler may decline to inline a method, for
 * what it inlined before or for what its callers hold; a vector that goes through a call is an
 * object, at each step of a loop. The Vector API's own methods are always inlined.
 */
final class Lanes {
  private Lanes() {}

  static final VectorSpecies<Double> SPECIES = LaneChoice.species();

  static final int LENGTH = SPECIES.length();
}
