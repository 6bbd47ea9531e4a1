package planish.kernels;

import planish.autodiff.vector.Elementary;

/**
 * Finds the step size at which the mean acceptance statistic is the target: stochastic
 * approximation of its logarithm, with an average over the later steps as the result.
 *
 * <p>Source: M. D. Hoffman and A. Gelman, "The No-U-Turn Sampler", JMLR 15 (2014), section 3.2,
 * algorithm 5; γ = 0.05, t₀ = 10 and κ = 0.75 as there and in Stan; μ = log(10 ε) where ε is the
 * step size that it starts from.
 */
public final class DualAveraging implements Snapshot {
  private static final double GAMMA = 0.05;
  private static final double T0 = 10;
  private static final double KAPPA = 0.75;

  /** Step sizes stay between exp(−690) and exp(690), where they and their tenfold are numbers. */
  private static final double LARGEST_LOG = 690;

  private final double target;
  private double shrinkage;
  private long count;
  private double meanError;
  private double logAverage;

  /**
   * Starts at a step size.
   *
   * @param target the acceptance statistic to be reached, in (0, 1)
   * @param stepSize where to start, above 0
   */
  public DualAveraging(double target, double stepSize) {
    if (!(target > 0 && target < 1)) {
      throw new IllegalArgumentException(
          "the target acceptance lies between 0 and 1, but is " + target);
    }
    this.target = target;
    restart(stepSize);
  }

  /** Forgets all but the target, and starts again at a step size above 0. */
  public void restart(double stepSize) {
    if (!(stepSize > 0 && stepSize < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a step size is positive and finite, but is " + stepSize);
    }
    shrinkage = Elementary.log(10 * stepSize);
    count = 0;
    meanError = 0;
    logAverage = 0;
  }

  /**
   * Takes in one transition's acceptance statistic.
   *
   * @param acceptance cut to at most 1; NaN counts as 0
   * @return the step size for the next transition
   */
  public double update(double acceptance) {
    double observed = Double.isNaN(acceptance) ? 0 : Math.min(1, acceptance);
    count++;
    double weight = 1 / (count + T0);
    meanError = (1 - weight) * meanError + weight * (target - observed);
    double logStepSize =
        Math.clamp(shrinkage - meanError * Math.sqrt(count) / GAMMA, -LARGEST_LOG, LARGEST_LOG);
    double forgetting = Elementary.exp(-KAPPA * Elementary.log(count));
    logAverage = (1 - forgetting) * logAverage + forgetting * logStepSize;
    return Elementary.exp(logStepSize);
  }

  /**
   * {@return the averaged step size, to go on with once adaptation ends; 1 before the first update}
   */
  public double averaged() {
    return Elementary.exp(logAverage);
  }

  /** {@return how many transitions were taken in since the start} */
  public long count() {
    return count;
  }

  @Override
  public void save(StateWriter out) {
    out.put("numbers", shrinkage, meanError, logAverage);
    out.putLongs("count", count);
  }

  @Override
  public void restore(StateReader in) {
    double[] numbers = in.array("numbers");
    shrinkage = numbers[0];
    meanError = numbers[1];
    logAverage = numbers[2];
    count = in.longs("count")[0];
  }
}
