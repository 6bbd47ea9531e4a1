package planish.distributions.family;

import java.util.List;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;

/** {@code dirichlet}. */
public final class DirichletProvider implements ArrayProvider {
  /** Found by {@link java.util.ServiceLoader}. */
  public DirichletProvider() {}

  @Override
  public String name() {
    return "dirichlet";
  }

  @Override
  public String summary() {
    return "Vectors of probabilities with concentrations";
  }

  @Override
  public List<String> parameters() {
    return List.of("alpha");
  }

  @Override
  public Distribution of(List<Expr> arguments) {
    return Dirichlet.of(arguments.get(0));
  }
}
