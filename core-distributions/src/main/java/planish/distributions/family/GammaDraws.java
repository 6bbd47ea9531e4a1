package planish.distributions.family;

import java.util.random.RandomGenerator;
import planish.autodiff.vector.Elementary;

/** Draws of gamma variables and of what follows from them. */
final class GammaDraws {
  private GammaDraws() {}

  /**
   * {@return a gamma variable of rate 1: G. Marsaglia and W. W. Tsang, "A simple method for
   * generating gamma variables", ACM Transactions on Mathematical Software 26(3), 2000}
   */
  static double gamma(RandomGenerator random, double shape) {
    return shape < 1 ? Elementary.exp(logarithm(random, shape)) : large(random, shape);
  }

  /** {@return the logarithm of a gamma variable of rate 1, finite where that underflows} */
  static double logarithm(RandomGenerator random, double shape) {
    if (shape >= 1) {
      return Elementary.log(large(random, shape));
    }
    double power = Elementary.log(1 - random.nextDouble()) / shape;
    return Elementary.log(large(random, shape + 1)) + power;
  }

  private static double large(RandomGenerator random, double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double root = 1 + c * x;
      double v = root * root * root;
      double u = random.nextDouble();
      if (v > 0 && accepts(u, x * x, d, v)) {
        return d * v;
      }
    }
  }

  private static boolean accepts(double u, double square, double d, double v) {
    return u < 1 - 0.0331 * square * square
        || Elementary.log(u) < 0.5 * square + d * (1 - v + Elementary.log(v));
  }

  /** {@return the logit of a beta variable} */
  static double betaLogit(RandomGenerator random, double alpha, double beta) {
    return logarithm(random, alpha) - logarithm(random, beta);
  }

  /** {@return a standard Student t variable} */
  static double studentT(RandomGenerator random, double nu) {
    double scale = Elementary.exp(-0.5 * logarithm(random, nu / 2));
    return random.nextGaussian() * scale * Math.sqrt(nu / 2);
  }
}
