package planish.ensemble;

import java.util.Arrays;
import planish.autodiff.LogDensity;
import planish.kernels.ChainRandom;
import planish.kernels.RunTarget;
import planish.spi.UserException;

/**
 * Chooses where walkers begin: each where a chain would. Where that is always the same place (given
 * by the user), all but the first are scattered around it, since walkers at one place never part.
 */
final class WalkerStart {
  private static final int TRIES = 50;

  private final RunTarget target;
  private final int chain;
  private final LogDensity density;
  private final ChainRandom random;

  WalkerStart(RunTarget target, int chain, LogDensity density, ChainRandom random) {
    this.target = target;
    this.chain = chain;
    this.density = density;
    this.random = random;
  }

  void place(Walkers walkers) {
    double[] first = position();
    put(walkers, 0, first);
    for (int k = 1; k < walkers.count(); k++) {
      double[] position = position();
      put(walkers, k, Arrays.equals(position, first) ? scattered(first) : position);
    }
  }

  private double[] position() {
    return target.initial().position(chain, density, random).clone();
  }

  private void put(Walkers walkers, int k, double[] position) {
    walkers.set(k, position, density.value(position));
  }

  /** Nearer and nearer, until the density is finite there. */
  private double[] scattered(double[] centre) {
    double scale = 0.1;
    for (int k = 0; k < TRIES; k++) {
      double[] position = centre.clone();
      for (int i = 0; i < position.length; i++) {
        position[i] += scale * random.nextGaussian();
      }
      if (Double.isFinite(density.value(position))) {
        return position;
      }
      scale *= 0.5;
    }
    throw new UserException(
        "no place for a second walker: the log density is finite at the given initial position, but"
            + " nowhere around it; give another one");
  }
}
