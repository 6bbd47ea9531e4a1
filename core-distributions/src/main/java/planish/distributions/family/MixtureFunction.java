package planish.distributions.family;

import java.util.List;
import planish.distributions.Univariate;
import planish.spi.UserException;

/**
 * The distribution function of a finite mixture: Σ w_k F_k(x).
 *
 * @param weights of at least 0, with sum 1
 * @param components as many
 */
public record MixtureFunction(List<Double> weights, List<Univariate> components)
    implements Univariate {
  private static final double TOLERANCE = 1e-8;

  /**
   * Checks the weights.
   *
   * @throws UserException if they are negative, do not sum to 1, or are not one for each component
   */
  public MixtureFunction {
    weights = List.copyOf(weights);
    components = List.copyOf(components);
    double sum = weights.stream().mapToDouble(w -> w).sum();
    boolean negative = weights.stream().anyMatch(w -> !(w >= 0));
    if (weights.size() != components.size() || negative || !(Math.abs(sum - 1) <= TOLERANCE)) {
      throw new UserException(
          "mixture: expected one weight of at least 0 for each of %d components, with sum 1, but got %s"
              .formatted(components.size(), weights));
    }
  }

  @Override
  public double cdf(double x) {
    double sum = 0;
    for (int k = 0; k < weights.size(); k++) {
      if (weights.get(k) > 0) {
        sum += weights.get(k) * components.get(k).cdf(x);
      }
    }
    return Math.min(1, sum);
  }

  /** By bisection down to neighbouring numbers: it lies between the components' quantiles. */
  @Override
  public double quantile(double p) {
    double below = Double.POSITIVE_INFINITY;
    double above = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < weights.size(); k++) {
      if (weights.get(k) > 0) {
        double each = components.get(k).quantile(p);
        below = Math.min(below, each);
        above = Math.max(above, each);
      }
    }
    return Double.isInfinite(below) || Double.isInfinite(above) || cdf(below) >= p
        ? atAnEnd(p, below, above)
        : between(p, below, above);
  }

  /** For 0 the least quantile, for 1 the greatest; otherwise the least one reaches p already. */
  private static double atAnEnd(double p, double below, double above) {
    return p == 1 ? above : below;
  }

  private double between(double p, double from, double to) {
    double below = from;
    double above = to;
    double middle = below + (above - below) / 2;
    while (middle > below && middle < above) {
      if (cdf(middle) >= p) {
        above = middle;
      } else {
        below = middle;
      }
      middle = below + (above - below) / 2;
    }
    return above;
  }
}
