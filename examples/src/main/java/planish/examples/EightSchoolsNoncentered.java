package planish.examples;

import static planish.distributions.Distributions.halfCauchy;
import static planish.distributions.Distributions.normal;

import java.util.Optional;
import planish.autodiff.graph.Expr;
import planish.model.DataSet;
import planish.model.Model;
import planish.model.ModelProvider;
import planish.spi.Options;

/**
 * The eight schools of Rubin (1981), non-centred: the effects are sampled in units of their spread.
 *
 * <p>mu ~ normal(0, 5), tau ~ half-cauchy(5), theta_j ~ normal(mu, tau), y_j ~ normal(theta_j,
 * sigma_j). Data: {@code J}, {@code y} and {@code sigma}, as in posteriordb.
 */
public final class EightSchoolsNoncentered implements ModelProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public EightSchoolsNoncentered() {}

  @Override
  public String name() {
    return "eight-schools-noncentered";
  }

  @Override
  public String summary() {
    return "Rubin's eight schools (1981), non-centred; data: J, y, sigma";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Model create(Options options, Optional<DataSet> data) {
    SchoolsData schools = SchoolsData.of(data);
    return m -> {
      Expr mu = m.sample("mu", normal(0, 5));
      Expr tau = m.sample("tau", halfCauchy(5));
      Expr standard = m.sample("theta_trans", normal(0, 1), schools.schools());
      Expr theta = m.deterministic("theta", mu.plus(tau.times(standard)));
      Expr sigma = m.data("sigma", schools.sigma());
      m.observe("y", normal(theta, sigma), schools.y());
    };
  }
}
