package planish.model;

import java.util.random.RandomGenerator;
import planish.autodiff.ParameterLayout;
import planish.autodiff.Shape;
import planish.transforms.Transforms;

/**
 * Draws of what a model would observe: from its prior, or at draws of its posterior. Observed sites
 * are drawn in place of the data, under their own names. Safe for many threads.
 */
public final class Predictive {
  private final ParameterLayout layout;
  private final DrawPrograms draws;

  private Predictive(Trace trace, ParameterLayout layout) {
    this.layout = layout;
    this.draws = new DrawPrograms(trace);
  }

  /**
   * {@return draws of everything from the prior: sampled sites, deterministics, generated and
   * observed sites}
   *
   * @throws planish.spi.UserException if a site's distribution is improper; the message names it
   */
  public static Predictive prior(Model model) {
    return of(Handlers.seed(Handlers.predict(model)));
  }

  /**
   * {@return draws of generated and observed sites at given positions; the positions are those of
   * the model's posterior}
   *
   * @throws planish.spi.UserException if an observed site's distribution is improper
   */
  public static Predictive posterior(Model model) {
    return of(Handlers.predict(model));
  }

  /**
   * {@return draws of generated and observed sites where the sampled sites have given values, as in
   * draws that were made before; what stands for a position are these values on the user's scale,
   * in the order of {@link #layout()}}
   *
   * @param transforms where transforms are looked for: {@link Transforms#boot()} without plugins
   * @throws planish.spi.UserException if an observed site's distribution is improper
   */
  public static Predictive given(Model model, Transforms transforms) {
    Trace trace = Tracer.trace(Handlers.predict(model), new ValueLatents(), transforms);
    return new Predictive(trace, CompiledPosterior.layout(trace, Site::shape));
  }

  private static Predictive of(Model model) {
    Trace trace = Tracer.trace(model, new PositionLatents(), Transforms.boot());
    return new Predictive(trace, CompiledPosterior.layout(trace));
  }

  /** {@return how positions are divided into sites; of dimension 0 for draws from the prior} */
  public ParameterLayout layout() {
    return layout;
  }

  /** {@return what a draw consists of} */
  public OutputLayout outputs() {
    return draws.layout();
  }

  /** {@return the writer of draws, for one thread; draws from the prior read no position} */
  public Posterior.DrawWriter openWriter() {
    return draws.open();
  }

  /**
   * {@return draws from the prior, one row each}
   *
   * @param count how many
   * @param random the source of randomness
   */
  public double[][] draw(int count, RandomGenerator random) {
    if (layout.dimension() > 0) {
      throw new IllegalStateException(
          "draws at the posterior need positions of shape " + Shape.of(layout.dimension()));
    }
    Posterior.DrawWriter writer = openWriter();
    double[][] rows = new double[count][outputs().size()];
    double[] nowhere = {};
    for (double[] row : rows) {
      writer.write(nowhere, random, row);
    }
    return rows;
  }
}
