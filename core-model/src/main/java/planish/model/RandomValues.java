package planish.model;

import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.distributions.Distribution;
import planish.spi.UserException;

/** Draws the values of sites as random operations of the graph. */
final class RandomValues {
  private RandomValues() {}

  /**
   * {@return a random operation that draws the site's value}
   *
   * @throws UserException if its distribution is improper; the message names the site
   */
  static Expr draw(Site site, Graph graph) {
    Distribution distribution = site.distribution().orElseThrow();
    try {
      return distribution.draw(graph);
    } catch (UserException e) {
      throw new LocatedException(site, e.getMessage(), e);
    }
  }
}
