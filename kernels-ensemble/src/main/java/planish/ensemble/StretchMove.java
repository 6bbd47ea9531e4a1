package planish.ensemble;

import java.util.random.RandomGenerator;
import planish.autodiff.LogDensity;
import planish.autodiff.vector.Elementary;

/**
 * Moves a walker along the line through another one: Y = X_j + z (X_k − X_j), where z has a density
 * proportional to 1/√z on [1/a, a]; accepted with probability min(1, z^(d−1) π(Y) / π(X_k)).
 *
 * <p>Source: Goodman and Weare (2010), equations 7 to 9.
 *
 * @param a the greatest stretch, above 1
 */
record StretchMove(double a) {
  /**
   * Moves every walker once, one after the other, each along the line through one of the others as
   * they then stand.
   *
   * @return the mean acceptance probability
   */
  double sweep(Walkers walkers, LogDensity density, RandomGenerator random) {
    double sum = 0;
    for (int k = 0; k < walkers.count(); k++) {
      sum += move(k, walkers, density, random);
    }
    return sum / walkers.count();
  }

  private double move(int k, Walkers walkers, LogDensity density, RandomGenerator random) {
    int other = random.nextInt(walkers.count() - 1);
    double[] from = walkers.position(k);
    double[] through = walkers.position(other < k ? other : other + 1);
    double root = 1 + (a - 1) * random.nextDouble();
    double z = root * root / a;
    double[] proposal = new double[from.length];
    for (int i = 0; i < from.length; i++) {
      proposal[i] = through[i] + z * (from[i] - through[i]);
    }
    double value = density.value(proposal);
    double logRatio = (from.length - 1) * Elementary.log(z) + value - walkers.logDensity(k);
    double acceptance = Double.isFinite(value) ? Math.min(1, Elementary.exp(logRatio)) : 0;
    if (random.nextDouble() < acceptance) {
      walkers.set(k, proposal, value);
    }
    return acceptance;
  }
}
