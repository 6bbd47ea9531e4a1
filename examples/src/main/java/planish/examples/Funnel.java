package planish.examples;

import static planish.autodiff.graph.Functions.exp;
import static planish.distributions.Distributions.normal;

import java.util.List;
import java.util.Optional;
import planish.autodiff.graph.Expr;
import planish.model.DataSet;
import planish.model.Model;
import planish.model.ModelProvider;
import planish.spi.OptionSpec;
import planish.spi.Options;

/**
 * The funnel of R. M. Neal, "Slice sampling", Annals of Statistics 31, 2003, section 8, centred: y
 * ~ normal(0, 3), x_i ~ normal(0, exp(y / 2)). It has no data.
 */
public final class Funnel implements ModelProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public Funnel() {}

  @Override
  public String name() {
    return "funnel";
  }

  @Override
  public String summary() {
    return "Neal's funnel (2003), centred; no data";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.integer("dimension", 10, 2, 100_000, "Number of coordinates, y included"));
  }

  @Override
  public Model create(Options options, Optional<DataSet> data) {
    NoData.check(name(), data);
    int dimension = (int) options.integer("dimension");
    return m -> {
      Expr y = m.sample("y", normal(0, 3));
      m.sample("x", normal(Expr.of(0), exp(y.times(0.5))), dimension - 1);
    };
  }
}
