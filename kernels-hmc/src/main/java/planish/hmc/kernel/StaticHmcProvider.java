package planish.hmc.kernel;

import java.util.List;
import java.util.stream.Stream;
import planish.kernels.Kernel;
import planish.kernels.KernelContext;
import planish.kernels.KernelProvider;
import planish.kernels.KernelSpec;
import planish.kernels.StatisticColumn;
import planish.kernels.StepSizeOptions;
import planish.spi.OptionSpec;
import planish.spi.Options;

/** The kernel {@code hmc}. */
public final class StaticHmcProvider implements KernelProvider {
  /** For the service loader. */
  public StaticHmcProvider() {}

  @Override
  public String name() {
    return "hmc";
  }

  @Override
  public String summary() {
    return "Hamiltonian Monte Carlo with trajectories of a fixed integration time";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public List<OptionSpec> options() {
    return Stream.concat(StepSizeOptions.of(0.8).stream(), own()).toList();
  }

  private static Stream<OptionSpec> own() {
    return Stream.of(
        OptionSpec.realBetween(
            StaticHmcKernel.INTEGRATION_TIME,
            2 * Math.PI,
            0,
            Double.POSITIVE_INFINITY,
            "length of a trajectory; divided by the step size it gives the leapfrog steps"),
        OptionSpec.real(
            StaticHmcKernel.JITTER,
            0,
            0,
            1,
            "each trajectory's step size is drawn from step size × (1 ± this)"));
  }

  /** CmdStan's columns of static HMC, then whether the trajectory diverged. */
  @Override
  public KernelSpec spec(Options options) {
    return StepSizeOptions.spec(
        options,
        List.of(
            StatisticColumn.real("stepsize__"),
            StatisticColumn.real("int_time__"),
            StatisticColumn.real("energy__"),
            StatisticColumn.integer("divergent__")));
  }

  @Override
  public Kernel create(KernelContext context) {
    return new StaticHmcKernel(context.density(), context.options());
  }
}
