package planish.autodiff;

import java.util.Optional;

/**
 * The logarithm of an unnormalised density over unconstrained positions, with its gradient: all
 * that a kernel knows of a model.
 *
 * <p>One instance belongs to one chain, since it owns its workspace; {@link Source#open()} makes
 * another. Not safe for several threads at once.
 */
public interface LogDensity {
  /** {@return the number of coordinates of a position, at least 0} */
  int dimension();

  /**
   * Evaluates the log density and its gradient.
   *
   * @param position {@link #dimension()} coordinates; not changed
   * @param gradient receives the gradient; undefined unless the value is finite
   * @return the log density; {@link Double#NEGATIVE_INFINITY} outside the support; NaN or {@link
   *     Double#POSITIVE_INFINITY} after a numerical failure
   */
  double valueAndGradient(double[] position, double[] gradient);

  /**
   * {@return the log density alone; the same bits as {@link #valueAndGradient} gives}
   *
   * @param position {@link #dimension()} coordinates; not changed
   */
  double value(double[] position);

  /**
   * {@return why the last evaluation was not finite, in the user's words (site, value), where that
   * is known}
   */
  default Optional<String> lastFailure() {
    return Optional.empty();
  }

  /**
   * {@return what else this density can do (Hessian-vector products, tempering, tunable inputs), by
   * the interface that describes it}
   */
  default <C> Optional<C> capability(Class<C> type) {
    return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
  }

  /** Opens densities that share data and compiled code. Safe for many threads. */
  interface Source {
    /** {@return a density of its own workspace, for one chain} */
    LogDensity open();
  }
}
