package planish.reparam;

import java.util.Optional;
import planish.autodiff.graph.Expr;
import planish.distributions.Pushforward;
import planish.model.ModelContext;
import planish.model.Site;
import planish.model.SiteReparam;

/**
 * Samples the base of a distribution that is written as the image of a simpler one, and pushes it
 * through: a transformed distribution, or a multivariate normal as μ + L z with the Cholesky factor
 * L of its covariance and independent standard normal z. The new site is {@code NAME_base}.
 */
public record TransformReparam() implements SiteReparam {
  @Override
  public String scope() {
    return Scope.PUSHFORWARDS;
  }

  @Override
  public Optional<Expr> rewrite(Site site, ModelContext inner) {
    return site.distribution()
        .orElseThrow()
        .pushforward()
        .map(pushed -> pushed.forward(inner.site(base(site, pushed))));
  }

  private static Site base(Site site, Pushforward pushed) {
    return Site.sampled(site.name() + "_base", pushed.base(), site.plates())
        .withFromOrigin(pushed::inverse);
  }
}
