package planish.kernels;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import planish.spi.OptionSpec;
import planish.spi.Options;

/** The options that all kernels with an adapted step size have in common. */
public final class StepSizeOptions {
  /** The option for the mean acceptance statistic that the step size is adapted to. */
  public static final String TARGET_ACCEPT = "target-accept";

  /** The option for the step size from which the search begins. */
  public static final String STEP_SIZE = "step-size";

  private StepSizeOptions() {}

  /**
   * {@return both options}
   *
   * @param targetAcceptance the kernel's default target, in (0, 1)
   */
  public static List<OptionSpec> of(double targetAcceptance) {
    return List.of(
        OptionSpec.realBetween(
            TARGET_ACCEPT,
            targetAcceptance,
            0,
            1,
            "mean acceptance statistic that the step size is adapted to"),
        OptionSpec.realBetween(
            STEP_SIZE,
            1,
            0,
            Double.POSITIVE_INFINITY,
            "first step size; without warm-up, the step size"));
  }

  /**
   * {@return what a run needs to know of a kernel that has both options and uses the metric}
   *
   * @param options the kernel's options
   * @param columns the kernel's statistics
   */
  public static KernelSpec spec(Options options, List<StatisticColumn> columns) {
    return new KernelSpec(
        OptionalDouble.of(options.real(TARGET_ACCEPT)),
        true,
        columns,
        Map.of(Tuning.STEP_SIZE, new double[] {options.real(STEP_SIZE)}));
  }
}
