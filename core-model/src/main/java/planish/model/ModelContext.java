package planish.model;

import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.distributions.Distribution;
import planish.transforms.Constraint;

/**
 * Takes a model's statements. All go through {@link #site}, so that a handler is a small wrapper.
 *
 * <p>Names are unique within a model: letters, digits and {@code _ . / -}, not ending in two
 * underscores. Belongs to one run of the model and its thread.
 */
public interface ModelContext {
  /**
   * Takes one statement.
   *
   * @param site what is stated
   * @return the site's value
   * @throws planish.spi.UserException if the site is wrong; the message names it, with its line
   */
  Expr site(Site site);

  /** {@return the graph that the model's expressions belong to} */
  Graph graph();

  /** {@return the plates that are open} */
  Plates plates();

  /** {@return the unknown value of a site with a prior distribution} */
  default Expr sample(String name, Distribution prior) {
    return site(Statements.drawn(Site.Role.SAMPLED, name, prior, plates()));
  }

  /**
   * {@return unknown values with the same prior distribution}
   *
   * @param shape the batch shape
   */
  default Expr sample(String name, Distribution prior, int... shape) {
    return sample(name, Statements.expanded(name, prior, Shape.of(shape)));
  }

  /**
   * {@return this context, with the parameters stated in it sampled through a transform other than
   * the default one: {@code m.through("softplus").sample("tau", halfNormal(1))}}
   *
   * @param transform its name: {@code log} or {@code softplus} for what has a lower bound, {@code
   *     stick-breaking} or {@code isometric-log-ratio} for simplices
   */
  default ModelContext through(String transform) {
    return new HandledContext(
        this,
        (site, outer) ->
            outer.site(
                Handlers.isLatent(site) && site.transformName().isEmpty()
                    ? site.withTransform(transform)
                    : site));
  }

  /**
   * States what was observed.
   *
   * @param data of the distribution's shape
   */
  default void observe(String name, Distribution distribution, Expr data) {
    site(Statements.drawn(Site.Role.OBSERVED, name, distribution, plates()).withValue(data));
  }

  /** States that a number was observed. */
  default void observe(String name, Distribution distribution, double data) {
    observe(name, distribution, Expr.of(data));
  }

  /**
   * States that a vector was observed.
   *
   * @param data not to be changed afterwards
   */
  default void observe(String name, Distribution distribution, double[] data) {
    observe(name, distribution, data(name, data));
  }

  /** States that rows of numbers, or vectors, were observed. */
  default void observe(String name, Distribution distribution, double[][] data) {
    observe(name, distribution, data(name, data));
  }

  /**
   * {@return an unknown value without a prior: an improper flat density over a set}
   *
   * @param shape the shape of the whole: that of independent values, followed by that of one where
   *     the set holds vectors or matrices
   */
  default Expr parameter(String name, Constraint constraint, int... shape) {
    return sample(name, Statements.flat(name, constraint, Shape.of(shape)));
  }

  /** {@return the value, recorded in each draw under a name} */
  default Expr deterministic(String name, Expr value) {
    return site(Statements.plain(Site.Role.DETERMINISTIC, name, plates().open()).withValue(value));
  }

  /**
   * Adds a term to the log density.
   *
   * @param term its elements are summed
   */
  default void factor(String name, Expr term) {
    site(Statements.plain(Site.Role.FACTOR, name, plates().open()).withValue(term));
  }

  /**
   * States a likelihood as a sum over shards of the data, each with a graph and a program of its
   * own: workspace grows with the largest shard, not with the data, and shards are evaluated side
   * by side while processors are idle. Adds their sum to the log density as one term.
   *
   * <p>Terms are summed in the order of the shards, so that results do not depend on threads.
   * Predictive draws of what shard 2 observes as {@code y} are named {@code name/2/y}; they have a
   * program of all shards together. Shards give no log likelihoods of single observations.
   *
   * @param name of the term
   * @param data one element for each shard; there may be none
   * @param parameters all that shards read of this model, of any shape
   * @param each states what was observed in one shard
   * @return the sum
   * @throws planish.spi.UserException if a shard states something wrong, or uses expressions that
   *     it was not handed; the message names the shard
   */
  default <D> Expr shards(String name, List<D> data, Expr parameters, ShardModel<? super D> each) {
    return shards(
        name,
        data,
        parameters,
        Expr.of(new double[0], Shape.of(data.size(), 0)),
        (m, one, shared, _) -> each.define(m, one, shared));
  }

  /**
   * States a likelihood as a sum over shards of the data, each of which has parameters of its own:
   * gradients of a shard are taken by those alone and by what is shared.
   *
   * @param name of the term
   * @param data one element for each shard; there may be none
   * @param shared what all shards read, of any shape
   * @param own what single shards read: as many parts along the first axis as there are shards
   * @param each states what was observed in one shard
   * @return the sum
   * @throws planish.spi.UserException as {@link #shards(String, List, Expr, ShardModel)}, and if
   *     the parameters do not fit
   */
  default <D> Expr shards(
      String name, List<D> data, Expr shared, Expr own, OwnShardModel<? super D> each) {
    Site site = Statements.plain(Site.Role.FACTOR, name, plates().open());
    Expr sum = site(site.withValue(ShardStatements.sum(graph(), site, data, shared, own, each)));
    if (predicts()) {
      ShardStatements.draw(this, name, data, shared, own, each);
    }
    return sum;
  }

  /** {@return whether what is observed is drawn in place of the data, as for predictive draws} */
  default boolean predicts() {
    return false;
  }

  /** {@return random values, drawn after each draw of the posterior and recorded under a name} */
  default Expr generate(String name, Distribution distribution) {
    return site(Statements.drawn(Site.Role.GENERATED, name, distribution, plates()));
  }

  /**
   * {@return a context whose sampled sites are rewritten, to be used for single statements: {@code
   * m.reparam(new TransformReparam()).sample("betas", prior)}}
   *
   * <p>The statement's value is the user's site, which stays in the output under its own name. For
   * a rewrite from outside see {@link Handlers#reparam}.
   */
  default ModelContext reparam(SiteReparam rewrite) {
    return new HandledContext(
        this,
        (site, outer) ->
            Handlers.isLatent(site)
                ? ReparameterisedModel.rewrite(site, rewrite, outer)
                : outer.site(site));
  }

  /**
   * Opens a plate on the last axis of batch shapes that no open plate stands on; used with {@code
   * try (var _ = m.plate("schools", 8))}.
   *
   * @param size the number of repetitions; inside, batch shapes have that length, or 1, on its axis
   */
  default Plates.Scope plate(String name, int size) {
    return plates().open(name, size);
  }

  /** Runs a part of the model inside a plate. */
  default void plate(String name, int size, Runnable body) {
    try (Plates.Scope _ = plate(name, size)) {
      body.run();
    }
  }

  /**
   * Opens a plate on a given axis.
   *
   * @param axis counted from the end: −1 is the last axis
   */
  default Plates.Scope plate(String name, int size, int axis) {
    return plates().open(new Plate(name, size, axis));
  }

  /**
   * {@return a known vector}
   *
   * @param values shared, not copied: not to be changed afterwards
   */
  default Expr data(String name, double[] values) {
    return data(name, values, Shape.of(values.length));
  }

  /**
   * {@return a known array}
   *
   * @param values in row-major order; shared, not copied: not to be changed afterwards
   * @param shape of as many elements
   */
  default Expr data(String name, double[] values, Shape shape) {
    return graph().data(name, values, shape);
  }

  /** {@return a known matrix of rows of one length} */
  default Expr data(String name, double[][] rows) {
    return data(name, Statements.flat(name, rows), Statements.shape(rows));
  }
}
