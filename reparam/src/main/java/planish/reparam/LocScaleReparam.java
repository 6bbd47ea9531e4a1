package planish.reparam;

import static planish.autodiff.graph.Functions.pow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;
import planish.distributions.LocationScale;
import planish.model.ModelContext;
import planish.model.Site;
import planish.model.SiteReparam;
import planish.spi.UserException;

/**
 * Samples a site of a location-scale family D with location μ and scale σ through z ~ D(c μ, σ^c),
 * from which the site's value is μ + σ^(1 − c) (z − c μ): fully non-centred at c = 0, as it was at
 * c = 1, a compromise between. Shape parameters stay as they are.
 *
 * <p>Source: M. I. Gorinova, D. Moore and M. D. Hoffman, "Automatic Reparameterisation of
 * Probabilistic Programs", ICML 2020, section 4. The new site is {@code NAME_decentered}.
 *
 * <p>The centring is the input {@code NAME_centered} of the graph, which may be changed after
 * compilation (see {@link planish.autodiff.TunableInputs}), unless it is 0 everywhere or 1
 * everywhere: such a model needs no powers of the scale, and none are computed; {@link #asInput}
 * asks for the input all the same.
 *
 * <p>Where a handler scales or masks the site's log density, that of z is scaled or masked: the
 * density of a site so changed depends on the coordinates it is sampled in.
 *
 * @param centered c, from 0 to 1: one for the whole site, or one for each element in row-major
 *     order
 * @param tunable whether it is an input even where it is 0 everywhere or 1 everywhere
 */
public record LocScaleReparam(List<Double> centered, boolean tunable) implements SiteReparam {
  private static final Expr ZERO = Expr.of(0);
  private static final Expr ONE = Expr.of(1);

  /**
   * Checks the centring.
   *
   * @throws UserException if there is none, or one is not between 0 and 1
   */
  public LocScaleReparam {
    centered = List.copyOf(centered);
    if (centered.isEmpty()) {
      throw new UserException("loc-scale: expected one centring or one for each element");
    }
    for (double c : centered) {
      if (!(c >= 0 && c <= 1)) {
        throw new UserException("loc-scale: centered is a number from 0 to 1, but got " + c);
      }
    }
  }

  /**
   * The same centring for all elements, or one for each.
   *
   * @param centered from 0 to 1: one number, or one for each element in row-major order
   * @throws UserException if there is none, or one is not between 0 and 1
   */
  public LocScaleReparam(double... centered) {
    this(Arrays.stream(centered).boxed().toList(), false);
  }

  /** {@return the same with the centring as an input, whatever it is} */
  public LocScaleReparam asInput() {
    return new LocScaleReparam(centered, true);
  }

  @Override
  public String scope() {
    return Scope.locationScaleFamilies();
  }

  @Override
  public Optional<Expr> rewrite(Site site, ModelContext inner) {
    Distribution user = site.distribution().orElseThrow();
    return user.locationScale().map(family -> rewrite(site, family, inner));
  }

  private Expr rewrite(Site site, LocationScale family, ModelContext inner) {
    return isAll(0) || isAll(1)
        ? atAnEnd(site, family, inner)
        : between(site, family, centring(site, inner), inner);
  }

  private boolean isAll(double value) {
    return !tunable && centered.stream().allMatch(c -> c == value);
  }

  private Expr atAnEnd(Site site, LocationScale family, ModelContext inner) {
    if (isAll(1)) {
      Distribution prior = site.distribution().orElseThrow();
      return inner.site(decentered(site, prior).withFromOrigin(value -> value));
    }
    Expr scale = family.scale();
    Expr z =
        inner.site(
            decentered(site, family.rebuild(ZERO, ONE))
                .withFromOrigin(value -> minus(value, family.location()).dividedBy(scale)));
    return plus(scale.times(z), family.location());
  }

  private static Expr between(Site site, LocationScale family, Expr c, ModelContext inner) {
    Expr location = family.location();
    Expr shift = location.equals(ZERO) ? ZERO : location.times(c);
    Expr kept = pow(family.scale(), c);
    Expr stretch = family.scale().dividedBy(kept);
    Expr z =
        inner.site(
            decentered(site, family.rebuild(shift, kept))
                .withFromOrigin(value -> plus(minus(value, location).dividedBy(stretch), shift)));
    return plus(stretch.times(minus(z, shift)), location);
  }

  private static Site decentered(Site site, Distribution prior) {
    return Site.sampled(site.name() + "_decentered", prior, site.plates());
  }

  private Expr centring(Site site, ModelContext inner) {
    int size = site.shape().size();
    if (centered.size() != 1 && centered.size() != size) {
      throw new UserException(
          "loc-scale: expected one centring or one for each of the %d elements of site '%s', but got %d"
              .formatted(size, site.name(), centered.size()));
    }
    Shape shape = centered.size() == 1 ? Shape.scalar() : site.shape();
    double[] initial = centered.stream().mapToDouble(c -> c).toArray();
    return inner.site(Site.tuning(site.name() + "_centered", initial, shape, 0, 1));
  }

  private static Expr plus(Expr x, Expr location) {
    return location.equals(ZERO) ? x : x.plus(location);
  }

  private static Expr minus(Expr x, Expr location) {
    return location.equals(ZERO) ? x : x.minus(location);
  }
}
