package planish.hmc.metric;

import java.util.List;
import planish.autodiff.ParameterLayout;
import planish.kernels.MassMatrixAdaptation;
import planish.kernels.MassMatrixProvider;
import planish.spi.OptionSpec;
import planish.spi.Options;

/** The mass matrix {@code blocks}. */
public final class BlocksProvider implements MassMatrixProvider {
  static final String GROUPS = "groups";

  /** For the service loader. */
  public BlocksProvider() {}

  @Override
  public String name() {
    return "blocks";
  }

  @Override
  public String summary() {
    return "dense on each named group of sites, diagonal on the rest: blocks:(x1,x2)(y)";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.text(
            GROUPS, "", "sites that share a dense block, as in (x1,x2)(y); none: diagonal"));
  }

  @Override
  public MassMatrixAdaptation create(ParameterLayout layout, Options options) {
    return GroupedAdaptation.of(CoordinateGroups.of(GroupText.parse(options.text(GROUPS)), layout));
  }
}
