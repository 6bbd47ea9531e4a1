package planish.ensemble;

import planish.kernels.Snapshot;
import planish.kernels.StateReader;
import planish.kernels.StateWriter;
import planish.spi.UserException;

/** The walkers of one ensemble. Their arrays are replaced, never changed. */
final class Walkers implements Snapshot {
  private final double[][] positions;
  private final double[] logDensities;

  Walkers(int count) {
    positions = new double[count][];
    logDensities = new double[count];
  }

  int count() {
    return positions.length;
  }

  double[] position(int k) {
    return positions[k];
  }

  double logDensity(int k) {
    return logDensities[k];
  }

  void set(int k, double[] position, double logDensity) {
    positions[k] = position;
    logDensities[k] = logDensity;
  }

  @Override
  public void save(StateWriter out) {
    out.put("log_densities", logDensities);
    for (int k = 0; k < positions.length; k++) {
      out.put("walker_" + (k + 1), positions[k]);
    }
  }

  @Override
  public void restore(StateReader in) {
    double[] saved = in.array("log_densities");
    if (saved.length != positions.length) {
      throw new UserException(
          "the run was begun with "
              + saved.length
              + " walkers and cannot go on with "
              + positions.length
              + "; give the same --walkers");
    }
    for (int k = 0; k < positions.length; k++) {
      set(k, in.array("walker_" + (k + 1)), saved[k]);
    }
  }
}
