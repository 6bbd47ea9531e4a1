package planish.examples;

import static planish.distributions.Distributions.bernoulliLogit;
import static planish.distributions.Distributions.normal;

import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.model.DataSet;
import planish.model.Model;
import planish.model.ModelProvider;
import planish.spi.Options;

/**
 * A logistic regression: alpha ~ normal(0, 2.5), beta_k ~ normal(0, 1), y_i ~ bernoulli-logit(alpha
 * + x_i beta).
 *
 * <p>Data: {@code N}, {@code K}, {@code x} (N × K) and {@code y} (0 or 1); without them the made-up
 * ones of {@link BinaryData}.
 */
public final class LogisticRegression implements ModelProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public LogisticRegression() {}

  @Override
  public String name() {
    return "logistic-regression";
  }

  @Override
  public String summary() {
    return "Logistic regression; data: N, K, x, y";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public Model create(Options options, Optional<DataSet> data) {
    BinaryData given = BinaryData.of(data);
    return m -> {
      Expr alpha = m.sample("alpha", normal(0, 2.5));
      Expr beta = m.sample("beta", normal(0, 1), given.predictors());
      Expr x = m.data("x", given.x(), Shape.of(given.y().length, given.predictors()));
      m.observe("y", bernoulliLogit(alpha.plus(x.product(beta))), given.y());
    };
  }
}
