package planish.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import planish.autodiff.LogDensity;
import planish.autodiff.ParameterLayout;
import planish.autodiff.TunableInputs;
import planish.autodiff.rewrite.RewriteLog;

/**
 * A model with its data, traced and compiled: its density on the unconstrained scale, and the way
 * back to the user's names. Safe for many threads.
 */
public interface Posterior {
  /** {@return the model's name} */
  String name();

  /** {@return what was done to the log density to make it faster, in order} */
  default List<RewriteLog.Entry> rewritten() {
    return List.of();
  }

  /**
   * {@return the sites whose priors are conjugate to all that depends on them: found when first
   * asked for}
   */
  default List<Conjugacy> conjugacies() {
    return List.of();
  }

  /** {@return how its density is computed, where it was compiled from a model} */
  default Optional<Compilation> compilation() {
    return Optional.empty();
  }

  /** {@return opens the log density, constants included, of each chain} */
  LogDensity.Source density();

  /** {@return how positions are divided into sites} */
  ParameterLayout layout();

  /** {@return what a draw consists of, by the user's names} */
  OutputLayout outputs();

  /** {@return turns positions into draws; one for each thread} */
  DrawWriter openWriter();

  /**
   * {@return the position at which the sites have these values, where the model's tunable inputs
   * are what they begin with}
   *
   * @param values site name to elements in row-major order, on the user's scale; every sampled site
   *     or its origin must be there
   * @throws planish.spi.UserException for unknown or missing sites, wrong counts, values outside
   *     the support; the message names the site and the value
   */
  double[] unconstrain(Map<String, double[]> values);

  /**
   * {@return a position drawn from the prior, where the model's tunable inputs are what they begin
   * with}
   *
   * @throws planish.spi.UserException if a site's prior is improper
   */
  double[] priorPosition(RandomGenerator random);

  /** Turns positions into draws. */
  interface DrawWriter {
    /**
     * Computes the sites, deterministics and generated quantities at a position.
     *
     * @param position the coordinates
     * @param random for generated quantities that draw
     * @param out receives {@link OutputLayout#size()} numbers
     */
    void write(double[] position, RandomGenerator random, double[] out);

    /**
     * {@return the numbers beside the position that its draws depend on, if there are any: to be
     * set as those of the density that the positions come from}
     */
    default Optional<TunableInputs> tunable() {
      return Optional.empty();
    }
  }
}
