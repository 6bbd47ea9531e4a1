package planish.distributions.family;

import java.util.random.RandomGenerator;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.Elementary;

/**
 * Draws of counts: by inversion where the mean is small, else by the transformed rejection of W.
 * Hörmann: "The transformed rejection method for generating Poisson random variables" (PTRS),
 * Insurance: Mathematics and Economics 12, 1993, and "The generation of binomial random variates"
 * (BTRS), Journal of Statistical Computation and Simulation 46, 1993.
 */
final class CountDraws {
  private static final double SMALL = 10;

  /** From here on doubles cannot tell neighbouring counts apart. */
  private static final double COARSE = 0x1p51;

  private CountDraws() {}

  static double poisson(RandomGenerator random, double mean) {
    if (mean < SMALL) {
      return smallPoisson(random, mean);
    }
    return mean < COARSE
        ? largePoisson(random, mean)
        : Math.rint(mean + Math.sqrt(mean) * random.nextGaussian());
  }

  private static double smallPoisson(RandomGenerator random, double mean) {
    double rest = random.nextDouble();
    double probability = Elementary.exp(-mean);
    double k = 0;
    while (rest >= probability && probability > 0) {
      rest -= probability;
      k++;
      probability *= mean / k;
    }
    return k;
  }

  private static double largePoisson(RandomGenerator random, double mean) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double quick = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = random.nextDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= quick) {
        return k;
      }
      if (k >= 0 && (us >= 0.013 || v <= us)) {
        double hat = Elementary.log(v * inverseAlpha / (a / (us * us) + b));
        if (hat <= logPoisson(k, mean)) {
          return k;
        }
      }
    }
  }

  private static double logPoisson(double k, double mean) {
    return k == 0 ? -mean : IncompleteGamma.logTerm(k, mean) - Elementary.log(k);
  }

  /**
   * {@return the number of successes}
   *
   * @param p the probability of a success
   * @param q 1 − p, given apart so that neither loses its digits
   */
  static double binomial(RandomGenerator random, double trials, double p, double q) {
    if (p > q) {
      return trials - binomial(random, trials, q, p);
    }
    return trials * p < SMALL
        ? smallBinomial(random, trials, p, q)
        : largeBinomial(random, trials, p, q);
  }

  private static double smallBinomial(RandomGenerator random, double trials, double p, double q) {
    double rest = random.nextDouble();
    double probability = Elementary.exp(trials * Elementary.log1p(-p));
    double k = 0;
    while (rest >= probability && k < trials) {
      rest -= probability;
      k++;
      probability *= (trials - k + 1) / k * (p / q);
    }
    return k;
  }

  private static double largeBinomial(RandomGenerator random, double n, double p, double q) {
    double deviation = Math.sqrt(n * p * q);
    double b = 1.15 + 2.53 * deviation;
    double a = -0.0873 + 0.0248 * b + 0.01 * p;
    double alpha = (2.83 + 5.1 / b) * deviation;
    double quick = 0.92 - 4.2 / b;
    double mode = Math.floor((n + 1) * p);
    double logOdds = Elementary.log(p / q);
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = random.nextDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + n * p + 0.5);
      if (us >= 0.07 && v <= quick) {
        return k;
      }
      if (k >= 0 && k <= n) {
        double hat = Elementary.log(v * alpha / (a / (us * us) + b));
        double ratio = logBeta(mode + 1, n - mode + 1) - logBeta(k + 1, n - k + 1);
        if (hat <= ratio + (k - mode) * logOdds) {
          return k;
        }
      }
    }
  }

  private static double logBeta(double a, double b) {
    return Elementary.apply(BinaryFunction.LOG_BETA, a, b);
  }

  /** {@return a negative binomial count: Poisson with a gamma distributed mean} */
  static double negativeBinomial(RandomGenerator random, double mean, double dispersion) {
    return poisson(random, GammaDraws.gamma(random, dispersion) * (mean / dispersion));
  }
}
