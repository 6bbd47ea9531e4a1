package planish.vector;

import java.util.Map;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import planish.spi.UserException;

/** How many lanes a vector has: the machine's own number, or one that was forced for a test. */
final class Lanes {
  private Lanes() {}

  /** Eight virtual lanes must be whole vectors, so that more than eight are never used. */
  private static final Map<Integer, VectorSpecies<Double>> SPECIES_BY_LANES =
      Map.of(2, DoubleVector.SPECIES_128, 4, DoubleVector.SPECIES_256, 8, DoubleVector.SPECIES_512);

  static final VectorSpecies<Double> SPECIES = species(System.getProperty("planish.vector.lanes"));

  static final int LENGTH = SPECIES.length();

  static VectorSpecies<Double> species(String forced) {
    if (forced == null) {
      int lanes = Math.clamp(DoubleVector.SPECIES_PREFERRED.length(), 2, 8);
      return SPECIES_BY_LANES.get(lanes);
    }
    return switch (forced) {
      case "2", "4", "8" -> SPECIES_BY_LANES.get(Integer.valueOf(forced));
      default ->
          throw new UserException(
              "system property planish.vector.lanes is '"
                  + forced
                  + "': expected 2, 4 or 8; leave it out for what this machine does best");
    };
  }

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
