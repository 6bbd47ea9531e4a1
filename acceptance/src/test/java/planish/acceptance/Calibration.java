package planish.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import planish.kernels.ChainRandom;

/**
 * Simulation-based calibration: where parameters come from the prior and data from them, the rank
 * of each parameter among independent draws of its posterior is uniform; so is that of the log
 * likelihood, without which a sampler that returns the prior passes.
 *
 * <p>Each replication gives one of 68 ranks, which fall four each into 17 bins; the p-value is that
 * of the chi-squared statistic with 16 degrees of freedom. With 300 replications, p-values below
 * 1e-4 come with probability 1.2e-4 (by simulation), with more nearer to 1e-4.
 *
 * <p>Source: S. Talts, M. Betancourt, D. Simpson, A. Vehtari and A. Gelman, "Validating Bayesian
 * inference algorithms with simulation-based calibration" (2018); the log likelihood as in M.
 * Modrák et al., "Simulation-based calibration checking for Bayesian computation: the choice of
 * test quantities shapes sensitivity", Bayesian Analysis (2023).
 *
 * @param names the parameters, as draws call them
 * @param joint draws parameters and data
 */
record Calibration(List<String> names, Function<RandomGenerator, JointDraw> joint) {
  /** The name of the quantity that depends on parameters and data alike. */
  static final String LOG_LIKELIHOOD = "log likelihood";

  private static final int DRAWS = 67;
  private static final int BINS = 17;

  /** {@return the p-value of each parameter's ranks, and of the log likelihood's} */
  Map<String, Double> pValues(PosteriorSampler sampler, int replications, long seed) {
    int[][] counts = new int[names.size() + 1][BINS];
    ChainRandom random = ChainRandom.of(seed);
    for (int k = 0; k < replications; k++) {
      JointDraw drawn = joint.apply(random);
      double[][] draws = sampler.draw(drawn.model(), names, DRAWS, random.nextLong());
      int[] ranks = ranks(drawn, draws);
      for (int q = 0; q < ranks.length; q++) {
        counts[q][ranks[q] * BINS / (DRAWS + 1)]++;
      }
    }
    Map<String, Double> pValues = new LinkedHashMap<>();
    for (int q = 0; q < counts.length; q++) {
      String name = q < names.size() ? names.get(q) : LOG_LIKELIHOOD;
      pValues.put(name, pValue(counts[q], replications));
    }
    return pValues;
  }

  private static int[] ranks(JointDraw drawn, double[][] draws) {
    double[] truth = drawn.truth();
    int[] ranks = new int[truth.length];
    for (double[] draw : draws) {
      double[] values = drawn.quantities(draw);
      for (int q = 0; q < ranks.length; q++) {
        ranks[q] += values[q] < truth[q] ? 1 : 0;
      }
    }
    return ranks;
  }

  private static double pValue(int[] counts, int replications) {
    double expected = (double) replications / counts.length;
    double statistic = 0;
    for (int count : counts) {
      statistic += (count - expected) * (count - expected) / expected;
    }
    return upperTail(counts.length - 1, statistic);
  }

  /** {@return the chance of a chi-squared number above x, for an even number of degrees} */
  static double upperTail(int evenDegrees, double x) {
    double term = Math.exp(-0.5 * x);
    double sum = 0;
    for (int i = 0; i < evenDegrees / 2; i++) {
      sum += term;
      term *= 0.5 * x / (i + 1);
    }
    return sum;
  }
}
