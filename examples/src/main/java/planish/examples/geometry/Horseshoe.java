package planish.examples.geometry;

import static planish.distributions.Distributions.halfCauchy;
import static planish.distributions.Distributions.normal;
import static planish.distributions.Distributions.transformed;
import static planish.examples.geometry.HorseshoeData.PREDICTORS;

import java.util.List;
import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.distributions.Distribution;
import planish.model.DataSet;
import planish.model.Model;
import planish.model.ModelContext;
import planish.model.ModelProvider;
import planish.spi.OptionSpec;
import planish.spi.Options;
import planish.transforms.AffineTransform;

/**
 * A regression of 100 outcomes on 500 predictors with a horseshoe prior: lambdas_j ~
 * half-cauchy(1), tau ~ half-cauchy(1), betas_j ~ normal(0, tau lambdas_j), y_i ~ normal(sum_j x_ij
 * betas_j, 0.05). It brings its data.
 */
public final class Horseshoe implements ModelProvider {
  private static final String FORM = "form";
  private static final String CENTERED = "centered";
  private static final String BY_HAND = "by-hand";
  private static final String TRANSFORMED = "transformed";

  /** Found by {@link java.util.ServiceLoader}. */
  public Horseshoe() {}

  @Override
  public String name() {
    return "horseshoe";
  }

  @Override
  public String summary() {
    return "Regression of 100 outcomes on 500 predictors, horseshoe prior; brings its data";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.choice(
            FORM,
            CENTERED,
            List.of(CENTERED, BY_HAND, TRANSFORMED),
            "How the coefficients' prior is written: as it stands, as standard normal"
                + " numbers scaled by hand, or as the image of such numbers"));
  }

  @Override
  public Model create(Options options, Optional<DataSet> data) {
    Gaussians.checkNoData(name(), data);
    String form = options.text(FORM);
    HorseshoeData given = HorseshoeData.read();
    return m -> {
      Expr lambdas = m.sample("lambdas", halfCauchy(1), PREDICTORS);
      Expr tau = m.sample("tau", halfCauchy(1), 1);
      Expr betas = betas(m, form, tau.times(lambdas));
      m.observe("y", normal(Functions.product(m.data("x", given.x()), betas), 0.05), given.y());
    };
  }

  private static Expr betas(ModelContext m, String form, Expr scale) {
    if (form.equals(CENTERED)) {
      return m.sample("betas", normal(0, scale));
    }
    if (form.equals(TRANSFORMED)) {
      Distribution standard = normal(0, 1).expand(Shape.of(PREDICTORS));
      return m.sample("betas", transformed(standard, new AffineTransform(Expr.of(0), scale)));
    }
    Expr unscaled = m.sample("unscaled_betas", normal(0, 1), PREDICTORS);
    return m.deterministic("betas", scale.times(unscaled));
  }
}
