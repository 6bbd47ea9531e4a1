package planish.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Place;
import planish.distributions.Distribution;
import planish.transforms.Transform;

/**
 * One statement of a model, on its way through the handlers and, completed, in the {@link Trace}.
 *
 * <p>Immutable: methods that begin with {@code with} give changed copies.
 */
public final class Site {
  private static final Expr ONE = Expr.of(1);

  private final Role role;
  private final Place place;
  private String name;
  private String origin;
  private Distribution distribution;
  private Expr value;
  private Expr unconstrained;
  private Expr logDensity;
  private Expr logJacobian;
  private Expr inside;
  private Expr scale = ONE;
  private Expr mask;
  private List<Plate> plates = List.of();
  private Transform transform;
  private String transformName;
  private UnaryOperator<Expr> fromOrigin;
  private Tunable tunable;

  /** What a site is. */
  public enum Role {
    /** Drawn from a distribution and unknown: a parameter of the posterior. */
    SAMPLED,
    /** Drawn from a distribution and known. */
    OBSERVED,
    /** Computed from others. */
    DETERMINISTIC,
    /** A term of the log density. */
    FACTOR,
    /** Drawn after each draw of the posterior, without a part in its density. */
    GENERATED,
    /** Numbers that may be changed after the model was compiled; no part of draws. */
    TUNING
  }

  private Site(Role role, String name, Place place) {
    this.role = role;
    this.name = name;
    this.origin = name;
    this.place = place.site().equals(name) ? place : new Place(name, place.line());
  }

  private Site(Site other, Role role, Place place) {
    this.role = role;
    this.place = place;
    this.name = other.name;
    this.origin = other.origin;
    this.distribution = other.distribution;
    this.value = other.value;
    this.unconstrained = other.unconstrained;
    this.logDensity = other.logDensity;
    this.inside = other.inside;
    this.logJacobian = other.logJacobian;
    this.scale = other.scale;
    this.mask = other.mask;
    this.plates = other.plates;
    this.transform = other.transform;
    this.transformName = other.transformName;
    this.fromOrigin = other.fromOrigin;
    this.tunable = other.tunable;
  }

  static Site of(Role role, String name, Place place) {
    return new Site(role, name, place);
  }

  /**
   * {@return a sampled site, for handlers and reparameterisations}
   *
   * @param prior expanded to the plates
   */
  public static Site sampled(String name, Distribution prior, List<Plate> plates) {
    return Statements.plain(Role.SAMPLED, name, plates).withDistribution(prior);
  }

  /**
   * {@return a site of numbers that may be changed after the model was compiled: an input of the
   * graph, see {@link planish.autodiff.TunableInputs}}
   *
   * @param initial what they begin with, in row-major order
   * @param shape of as many elements
   * @param minimum the least value allowed, itself included
   * @param maximum the greatest value allowed, itself included
   * @throws IllegalArgumentException if an initial value is out of range
   */
  public static Site tuning(
      String name, double[] initial, Shape shape, double minimum, double maximum) {
    for (double value : initial) {
      if (!(value >= minimum && value <= maximum)) {
        throw new IllegalArgumentException(
            name + " must be from " + minimum + " to " + maximum + ", but got " + value);
      }
    }
    Site site = Statements.plain(Role.TUNING, name, List.of()).withValue(Expr.of(initial, shape));
    return site.with(copy -> copy.tunable = new Tunable(initial.clone(), minimum, maximum));
  }

  /** What a site of the role {@link Role#TUNING} begins with. */
  Tunable tunable() {
    return tunable;
  }

  private Site with(Consumer<Site> change) {
    Site copy = new Site(this, role, place);
    change.accept(copy);
    return copy;
  }

  /** {@return what it is} */
  public Role role() {
    return role;
  }

  /** {@return its name, unique in the model} */
  public String name() {
    return name;
  }

  /** {@return the user's site behind it; equal to the name where there is no other} */
  public String origin() {
    return origin;
  }

  /** {@return file and line of the user's statement} */
  public Place place() {
    return place;
  }

  /** {@return its distribution, expanded to its plates; none for deterministics and factors} */
  public Optional<Distribution> distribution() {
    return Optional.ofNullable(distribution);
  }

  /** {@return its value on the user's scale, once it has one; for a factor, the term} */
  public Optional<Expr> value() {
    return Optional.ofNullable(value);
  }

  /** {@return the coordinates of a sampled site, in a trace} */
  public Optional<Expr> unconstrained() {
    return Optional.ofNullable(unconstrained);
  }

  /** {@return the log density, unsummed, without scale and mask, in a trace} */
  public Optional<Expr> logDensity() {
    return Optional.ofNullable(logDensity);
  }

  /** {@return the log-Jacobian of the transform, unsummed, of a sampled site in a trace} */
  public Optional<Expr> logJacobian() {
    return Optional.ofNullable(logJacobian);
  }

  /** {@return what its log density is multiplied by; 1 unless a handler says otherwise} */
  public Expr scale() {
    return scale;
  }

  /** {@return which elements of its log density count (those not 0); all where there is none} */
  public Optional<Expr> mask() {
    return Optional.ofNullable(mask);
  }

  /** {@return the plates around it, the outermost first} */
  public List<Plate> plates() {
    return plates;
  }

  /** {@return the transform chosen for a sampled site, in a trace} */
  public Optional<Transform> transform() {
    return Optional.ofNullable(transform);
  }

  /** {@return the name of the transform that the user wants; none where the default will do} */
  public Optional<String> transformName() {
    return Optional.ofNullable(transformName);
  }

  /** {@return how its value follows from that of its origin, for sites that a rewrite made} */
  public Optional<UnaryOperator<Expr>> fromOrigin() {
    return Optional.ofNullable(fromOrigin);
  }

  /**
   * {@return the shape of its value: the distribution's batch and event shape, or the value's own}
   */
  public Shape shape() {
    return distribution == null
        ? value.shape()
        : distribution.batchShape().then(distribution.eventShape());
  }

  /** {@return under another name; the origin goes with it if it was the same} */
  public Site withName(String next) {
    return with(copy -> {
      copy.origin = origin.equals(name) ? next : origin;
      copy.name = next;
    });
  }

  /** {@return made by a rewrite of a user's site: at its place, with its scale and mask} */
  public Site withOrigin(Site user) {
    Site copy = new Site(this, role, new Place(name, user.place.line()));
    copy.origin = user.origin;
    if (user.fromOrigin != null && fromOrigin != null) {
      copy.fromOrigin = value -> fromOrigin.apply(user.fromOrigin.apply(value));
    }
    Site scaled = copy.withScale(user.scale);
    return user.mask == null ? scaled : scaled.withMask(user.mask);
  }

  /**
   * {@return with the way from the origin's value to its own, so that starting values can be given
   * for the user's site}
   */
  public Site withFromOrigin(UnaryOperator<Expr> inverse) {
    return with(copy -> copy.fromOrigin = inverse);
  }

  /**
   * {@return sampled through a transform other than the default one of its distribution's support}
   *
   * @param transform its name: {@code softplus}
   */
  public Site withTransform(String transform) {
    return with(copy -> copy.transformName = transform);
  }

  /** {@return in another role} */
  public Site withRole(Role next) {
    return new Site(this, next, place);
  }

  /** {@return with another distribution} */
  public Site withDistribution(Distribution next) {
    return with(copy -> copy.distribution = next);
  }

  /** {@return with a value} */
  public Site withValue(Expr next) {
    return with(copy -> copy.value = next);
  }

  /** {@return without its value} */
  public Site withoutValue() {
    return with(copy -> copy.value = null);
  }

  /** {@return with its log density multiplied by one more factor} */
  public Site withScale(Expr factor) {
    return with(copy -> copy.scale = scale.times(factor));
  }

  /** {@return with only those elements of its log density that this mask keeps too} */
  public Site withMask(Expr keep) {
    return with(copy -> copy.mask = mask == null ? keep : mask.times(keep));
  }

  /** {@return inside these plates} */
  public Site withPlates(List<Plate> around) {
    return around.equals(plates) ? this : with(copy -> copy.plates = List.copyOf(around));
  }

  /** {@return with its log density} */
  Site withLogDensity(Expr terms) {
    return with(copy -> copy.logDensity = terms);
  }

  /**
   * {@return with its log density, and with what says whether its data lie in the support: looked
   * at once, before the first evaluation}
   */
  Site withLogDensity(Expr terms, Expr condition) {
    return with(copy -> {
      copy.logDensity = terms;
      copy.inside = condition;
    });
  }

  /** {@return 1 where its data lie in the support; none where that is not looked at} */
  Optional<Expr> inside() {
    return Optional.ofNullable(inside);
  }

  /** {@return with its coordinates} */
  Site withCoordinates(Transform chosen, Expr position, Expr terms) {
    return with(copy -> {
      copy.transform = chosen;
      copy.unconstrained = position;
      copy.logJacobian = terms;
    });
  }

  /** {@return what it adds to the model's log density, summed, with scale and mask} */
  Optional<Expr> contribution() {
    if (logDensity == null) {
      return Optional.empty();
    }
    Expr kept = mask == null ? logDensity : Functions.select(mask, logDensity, Expr.of(0));
    return Optional.of(scale.times(kept.sum()));
  }

  /** {@return the site and its line, for messages: {@code site 'mu' (Model.java:12)}} */
  public String inWords() {
    return "site '" + name + "'" + (place.line().isEmpty() ? "" : " (" + place.line() + ")");
  }

  @Override
  public String toString() {
    return role + " " + inWords();
  }
}
