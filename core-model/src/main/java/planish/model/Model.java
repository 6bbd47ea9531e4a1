package planish.model;

/**
 * A Bayesian model with its data: a function that says what is sampled and what was observed.
 *
 * <p>It is run a few times, to learn its density, never once per evaluation: what it does between
 * statements (loops, branches on data) costs nothing while sampling, and branches on parameters are
 * not possible. It must do the same at each run.
 */
@FunctionalInterface
public interface Model {
  /**
   * Says what the model is.
   *
   * @param m takes its statements
   */
  void define(ModelContext m);
}
