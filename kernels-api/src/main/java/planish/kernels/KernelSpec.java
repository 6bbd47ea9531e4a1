package planish.kernels;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a run needs to know of a kernel before it makes one.
 *
 * @param targetAcceptance the mean acceptance statistic that the step size is adapted to, in (0,
 *     1); empty where the kernel has no step size to adapt
 * @param usesMassMatrix whether the mass matrix is adapted; otherwise the tuning's metric is the
 *     identity
 * @param columns the statistics that come with each transition, in the order of {@link
 *     Transition#statistics()}; {@code lp__} and {@code accept_stat__} stand before them and are
 *     not listed
 * @param initialTuning the numbers of {@link Tuning} that the kernel begins with, by name: {@link
 *     Tuning#STEP_SIZE} and what else it is tuned by
 */
public record KernelSpec(
    OptionalDouble targetAcceptance,
    boolean usesMassMatrix,
    List<StatisticColumn> columns,
    Map<String, double[]> initialTuning) {
  /** Copies the list of columns and the map, and checks the target. */
  public KernelSpec {
    columns = List.copyOf(columns);
    initialTuning = Map.copyOf(initialTuning);
    if (targetAcceptance.isPresent()) {
      double target = targetAcceptance.getAsDouble();
      if (!(target > 0 && target < 1)) {
        throw new IllegalArgumentException(
            "the target acceptance lies between 0 and 1, but is " + target);
      }
    }
  }

  /** A kernel that begins with a step size of 1, or has none. */
  public KernelSpec(
      OptionalDouble targetAcceptance, boolean usesMassMatrix, List<StatisticColumn> columns) {
    this(targetAcceptance, usesMassMatrix, columns, Map.of());
  }
}
