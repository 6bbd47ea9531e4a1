package planish.examples;

import static planish.distributions.Distributions.exponential;
import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.normal;

import java.util.Optional;
import planish.autodiff.graph.Expr;
import planish.model.DataSet;
import planish.model.Model;
import planish.model.ModelProvider;
import planish.spi.Options;

/**
 * A regression whose intercepts differ by group: alpha_j ~ normal(mu, tau), y_i ~ normal(alpha_g(i)
 * + beta x_i, sigma).
 *
 * <p>Data: {@code N}, {@code J}, {@code group} (from 1 to J), {@code x} and {@code y}; without them
 * the made-up ones of {@link GroupedData}.
 */
public final class HierarchicalRegression implements ModelProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public HierarchicalRegression() {}

  @Override
  public String name() {
    return "hierarchical-regression";
  }

  @Override
  public String summary() {
    return "Regression with an intercept for each group; data: N, J, group, x, y";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Model create(Options options, Optional<DataSet> data) {
    GroupedData given = GroupedData.of(data);
    return m -> {
      Expr mu = m.sample("mu", normal(0, 5));
      Expr tau = m.sample("tau", halfNormal(2));
      Expr alpha = m.sample("alpha", normal(mu, tau), given.groups());
      Expr beta = m.sample("beta", normal(0, 2));
      Expr sigma = m.sample("sigma", exponential(1));
      Expr mean = alpha.gather(given.group()).plus(beta.times(m.data("x", given.x())));
      m.observe("y", normal(mean, sigma), given.y());
    };
  }
}
