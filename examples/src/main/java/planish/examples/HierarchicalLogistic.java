package planish.examples;

import static planish.distributions.Distributions.bernoulliLogit;
import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.normal;

import java.util.List;
import java.util.Optional;
import planish.autodiff.graph.Expr;
import planish.model.DataSet;
import planish.model.Model;
import planish.model.ModelProvider;
import planish.spi.Options;

/**
 * A logistic regression whose intercepts differ by group, its likelihood a sum over groups that are
 * computed side by side: alpha_j ~ normal(mu, tau), y_i ~ bernoulli-logit(alpha_g(i) + beta x_i).
 *
 * <p>Data: {@code N}, {@code J}, {@code group} (from 1 to J), {@code x} and {@code y} (0 or 1);
 * without them the made-up ones of {@link BinaryGroup}.
 */
public final class HierarchicalLogistic implements ModelProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public HierarchicalLogistic() {}

  @Override
  public String name() {
    return "hierarchical-logistic";
  }

  @Override
  public String summary() {
    return "Logistic regression in groups, each a shard; data: N, J, group, x, y";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Model create(Options options, Optional<DataSet> data) {
    List<BinaryGroup> groups = BinaryGroup.of(data);
    return m -> {
      Expr mu = m.sample("mu", normal(0, 2));
      Expr tau = m.sample("tau", halfNormal(1));
      Expr alpha = m.sample("alpha", normal(mu, tau), groups.size());
      Expr beta = m.sample("beta", normal(0, 1));
      m.shards(
          "groups",
          groups,
          beta,
          alpha,
          (s, group, slope, intercept) -> {
            Expr x = s.data("x", group.x());
            s.observe("y", bernoulliLogit(intercept.plus(slope.times(x))), group.y());
          });
    };
  }
}
