package planish.distributions.family;

import java.util.ArrayList;
import java.util.List;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;
import planish.distributions.LocationScale;

/**
 * Location and scale among the arguments of a batch of numbers.
 *
 * @param whole the distribution
 * @param index of the location; the scale stands after it
 */
record ScalarLocationScale(ScalarDistribution whole, int index) implements LocationScale {
  @Override
  public Expr location() {
    return whole.arguments().get(index);
  }

  @Override
  public Expr scale() {
    return whole.arguments().get(index + 1);
  }

  @Override
  public Distribution rebuild(Expr location, Expr scale) {
    List<Expr> arguments = new ArrayList<>(whole.arguments());
    arguments.set(index, location);
    arguments.set(index + 1, scale);
    return ScalarDistribution.of(whole.family(), arguments).expand(whole.batchShape());
  }
}
