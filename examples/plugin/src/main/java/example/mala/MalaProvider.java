package example.mala;

import java.util.List;
import planish.kernels.Kernel;
import planish.kernels.KernelContext;
import planish.kernels.KernelProvider;
import planish.kernels.KernelSpec;
import planish.kernels.StatisticColumn;
import planish.kernels.StepSizeOptions;
import planish.spi.OptionSpec;
import planish.spi.Options;

/**
 * The kernel {@code mala}.
 *
 * <p>Its default target acceptance of 0.574 is optimal in many dimensions: G. O. Roberts and J. S.
 * Rosenthal, "Optimal scaling of discrete approximations to Langevin diffusions", JRSS B 60 (1998).
 */
public final class MalaProvider implements KernelProvider {
  /** For the service loader. */
  public MalaProvider() {}

  @Override
  public String name() {
    return "mala";
  }

  @Override
  public String summary() {
    return "the Metropolis-adjusted Langevin algorithm";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public List<OptionSpec> options() {
    return StepSizeOptions.of(0.574);
  }

  @Override
  public KernelSpec spec(Options options) {
    return StepSizeOptions.spec(
        options,
        List.of(StatisticColumn.real("stepsize__"), StatisticColumn.integer("accepted__")));
  }

  @Override
  public Kernel create(KernelContext context) {
    return new MalaKernel(context.density());
  }
}
