package planish.reparam;

import static planish.autodiff.graph.Functions.pow;

import java.util.Optional;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;
import planish.distributions.Distributions;
import planish.model.ModelContext;
import planish.model.Prepared;
import planish.model.Reparam;
import planish.model.Site;
import planish.model.Trace;
import planish.spi.UserException;

/**
 * Samples a site with a location μ and a scale σ, normal or Cauchy, through z ~ D(c μ, σ^c), from
 * which the site's value is μ + σ^(1 − c) (z − c μ): fully non-centred at c = 0, as it was at c =
 * 1, a compromise between.
 *
 * <p>Source: M. I. Gorinova, D. Moore and M. D. Hoffman, "Automatic Reparameterisation of
 * Probabilistic Programs", ICML 2020, section 4. The new site is {@code NAME_decentered}.
 *
 * @param centered c, from 0 to 1
 */
public record LocScaleReparam(double centered) implements Reparam {
  /**
   * Checks the centring.
   *
   * @throws UserException if it is not between 0 and 1
   */
  public LocScaleReparam {
    if (!(centered >= 0 && centered <= 1)) {
      throw new UserException("loc-scale: centered is a number from 0 to 1, but got " + centered);
    }
  }

  @Override
  public Prepared prepare(Trace plain) {
    return this::rewrite;
  }

  private Optional<Expr> rewrite(Site site, ModelContext inner) {
    Distribution user = site.distribution().orElseThrow();
    if (!user.name().equals("normal") && !user.name().equals("cauchy")) {
      return Optional.empty();
    }
    Expr loc = user.arguments().get(0);
    Expr scale = user.arguments().get(1);
    Expr shift = loc.times(centered);
    Expr stretch = centered == 0 ? scale : pow(scale, Expr.of(1 - centered));
    Distribution prior = prior(user.name(), shift, scale).expand(user.batchShape());
    Expr z =
        inner.site(
            Site.sampled(site.name() + "_decentered", prior, site.plates())
                .withFromOrigin(value -> value.minus(loc).dividedBy(stretch).plus(shift)));
    Expr standard = centered == 0 ? z : z.minus(shift);
    return Optional.of(loc.plus(stretch.times(standard)));
  }

  private Distribution prior(String name, Expr shift, Expr scale) {
    boolean free = centered == 0;
    Expr mu = free ? Expr.of(0) : shift;
    Expr sigma = free ? Expr.of(1) : pow(scale, Expr.of(centered));
    return name.equals("normal")
        ? Distributions.normal(mu, sigma)
        : Distributions.cauchy(mu, sigma);
  }
}
