package planish.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.transforms.Transforms;

/**
 * What a model stated when it was run once: its sites in order, completed.
 *
 * @param sites in the order of the model
 * @param graph what their expressions belong to
 */
public record Trace(List<Site> sites, Graph graph) {
  private static final Expr NOTHING = Expr.of(0);

  /** Copies the list. */
  public Trace {
    sites = List.copyOf(sites);
  }

  /**
   * {@return the trace of a model, its parameters as inputs}
   *
   * @throws planish.spi.UserException if the model states something wrong or throws
   */
  public static Trace of(Model model) {
    return of(model, Transforms.boot());
  }

  /**
   * {@return the trace of a model, with the transforms of plugins too}
   *
   * @param transforms where transforms are looked for
   * @throws planish.spi.UserException as {@link #of(Model)}
   */
  public static Trace of(Model model, Transforms transforms) {
    return Tracer.trace(model, new PositionLatents(), transforms);
  }

  /** {@return the site of a name} */
  public Optional<Site> site(String name) {
    return sites.stream().filter(site -> site.name().equals(name)).findFirst();
  }

  /** {@return the sites of a role, in order} */
  public List<Site> sites(Site.Role role) {
    return sites.stream().filter(site -> site.role() == role).toList();
  }

  /** {@return the sites that have coordinates, in the order of the position} */
  public List<Site> latents() {
    return sites.stream().filter(site -> site.unconstrained().isPresent()).toList();
  }

  /** {@return the log density, constants and Jacobians included: a scalar} */
  public Expr logDensity() {
    List<Expr> terms = new ArrayList<>();
    for (Site site : sites) {
      site.contribution().filter(Trace::counts).ifPresent(terms::add);
      site.logJacobian().map(Expr::sum).filter(Trace::counts).ifPresent(terms::add);
    }
    return terms.isEmpty() ? NOTHING : Functions.orderedSum(terms);
  }

  private static boolean counts(Expr term) {
    return !term.equals(NOTHING);
  }

  /**
   * {@return one line a site for people: name, role, distribution, shape, transform, plates, line}
   */
  public String table() {
    return new TraceTable(sites).toString();
  }
}
