package planish.kernels;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a chain is: the position with its log density and gradient, and what else its kernel
 * declares. A value: its arrays are not changed once it is made.
 *
 * @param position the coordinates
 * @param logDensity the log density there
 * @param gradient the gradient there; of length 0 for kernels that use none
 * @param extras arrays that the kernel needs for its next step, by name
 */
public record ChainState(
    double[] position, double logDensity, double[] gradient, Map<String, double[]> extras) {

  /** Copies the map (its arrays are taken as they are). */
  public ChainState {
    extras = Map.copyOf(extras);
  }

  /** {@return a state without extras} */
  public static ChainState of(double[] position, double logDensity, double[] gradient) {
    return new ChainState(position, logDensity, gradient, Map.of());
  }

  /** Writes this state down. */
  public void save(StateWriter out) {
    out.put("position", position);
    out.put("log_density", logDensity);
    out.put("gradient", gradient);
    StateWriter children = out.child("extras");
    extras.forEach(children::put);
  }

  /** {@return the state that was written down} */
  public static ChainState restore(StateReader in) {
    StateReader children = in.child("extras");
    Map<String, double[]> extras = new LinkedHashMap<>();
    children.names().forEach(name -> extras.put(name, children.array(name)));
    return new ChainState(
        in.array("position"), in.number("log_density"), in.array("gradient"), extras);
  }
}
