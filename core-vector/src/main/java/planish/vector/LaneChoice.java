package planish.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import planish.spi.UserException;

/** How many lanes a vector has: the machine's own number, or one that was forced for a test. */
final class LaneChoice {
  private LaneChoice() {}

  /** The species that the system property forces or the machine prefers. */
  static VectorSpecies<Double> species() {
    return of(System.getProperty("planish.vector.lanes"), DoubleVector.SPECIES_PREFERRED.length());
  }

  static VectorSpecies<Double> of(String forced, int preferred) {
    if (forced == null) {
      // Eight virtual lanes must be whole vectors: never more than eight.
      return preferred >= 8
          ? DoubleVector.SPECIES_512
          : preferred >= 4 ? DoubleVector.SPECIES_256 : DoubleVector.SPECIES_128;
    }
    return switch (forced) {
      case "2" -> DoubleVector.SPECIES_128;
      case "4" -> DoubleVector.SPECIES_256;
      case "8" -> DoubleVector.SPECIES_512;
      default ->
          throw new UserException(
              "system property planish.vector.lanes is '"
                  + forced
                  + "': expected 2, 4 or 8; leave it out for what this machine does best");
    };
  }
}
