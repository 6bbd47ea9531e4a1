package planish.sampling;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import planish.autodiff.LogDensity;
import planish.model.Posterior;

/**
 * Tells one posterior from another: its sites, and its log density at a few positions, which
 * depends on every datum. The same posterior gives the same bits on every machine.
 */
final class Fingerprint {
  /** The names of its texts. */
  static final Set<String> NAMES = Set.of("dimension", "sites", "density");

  private static final int POSITIONS = 3;

  private Fingerprint() {}

  /** {@return texts that are equal for equal posteriors} */
  static Map<String, String> of(Posterior posterior) {
    Map<String, String> texts = new TreeMap<>();
    texts.put("dimension", Integer.toString(posterior.layout().dimension()));
    texts.put("sites", Long.toHexString(hash(sites(posterior))));
    texts.put("density", density(posterior));
    return texts;
  }

  private static String sites(Posterior posterior) {
    return posterior.layout().coordinateNames() + "" + posterior.outputs().elementNames();
  }

  private static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return hash;
  }

  private static String density(Posterior posterior) {
    LogDensity density = posterior.density().open();
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < POSITIONS; k++) {
      text.append(k == 0 ? "" : " ").append(value(density, k));
    }
    return text.toString();
  }

  /** A density that throws somewhere is no reason against writing a run down. */
  private static String value(LogDensity density, int k) {
    double[] position = new double[density.dimension()];
    for (int i = 0; i < position.length; i++) {
      position[i] = k * ((i % 7) - 3) / 8.0;
    }
    try {
      return Double.toString(density.valueAndGradient(position, new double[position.length]));
    } catch (RuntimeException e) {
      return e.getClass().getName();
    }
  }
}
