package planish.nuts;

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

/** The kernel {@code nuts}. */
public final class NutsProvider implements KernelProvider {
  static final String MAX_TREE_DEPTH = "max-tree-depth";

  /** For the service loader. */
  public NutsProvider() {}

  @Override
  public String name() {
    return "nuts";
  }

  @Override
  public String summary() {
    return "the No-U-Turn sampler with multinomial sampling from each trajectory";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public List<OptionSpec> options() {
    OptionSpec depth =
        OptionSpec.text(
            MAX_TREE_DEPTH,
            "10",
            "a trajectory has fewer than 2 to this power steps (a whole number from 1 to 20, or two"
                + " as in 8,10: in the warm-up, after it)");
    return Stream.concat(StepSizeOptions.of(0.8).stream(), Stream.of(depth)).toList();
  }

  /** CmdStan's columns; the text of the depth is looked at here, before there is any chain. */
  @Override
  public KernelSpec spec(Options options) {
    TreeDepths.parse(options.text(MAX_TREE_DEPTH));
    return StepSizeOptions.spec(
        options,
        List.of(
            StatisticColumn.real("stepsize__"),
            StatisticColumn.integer("treedepth__"),
            StatisticColumn.integer("n_leapfrog__"),
            StatisticColumn.integer("divergent__"),
            StatisticColumn.real("energy__")));
  }

  @Override
  public Kernel create(KernelContext context) {
    return new NutsKernel(
        context.density(), TreeDepths.parse(context.options().text(MAX_TREE_DEPTH)));
  }
}
