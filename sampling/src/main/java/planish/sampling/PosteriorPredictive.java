package planish.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import planish.autodiff.Block;
import planish.autodiff.ElementNames;
import planish.autodiff.Shape;
import planish.diagnostics.Draws;
import planish.diagnostics.Quantity;
import planish.kernels.ChainRandom;
import planish.model.Model;
import planish.model.OutputLayout;
import planish.model.Posterior;
import planish.model.Predictive;
import planish.spi.UserException;
import planish.transforms.Transforms;

/**
 * What a model would observe, drawn at the draws of a finished run: its observed sites in place of
 * the data, under their own names, and what it generates. Stan calls them standalone generated
 * quantities.
 *
 * <p>
 *
 * {@snippet :
 * Draws replicated = PosteriorPredictive.of(model).draw(result.draws(), 1);
 * }
 *
 * <p>The model need not be the one that was sampled: it may state more to generate, or have other
 * data to predict for, as long as each of its sampled sites is among the draws. Safe for many
 * threads.
 */
public final class PosteriorPredictive {
  /** Number of the split that the random numbers come from; those of a run have -1 and up. */
  private static final int SPLIT = -2;

  private final Predictive predictive;
  private final List<OutputLayout.Entry> generated;
  private final List<Quantity> quantities;

  private PosteriorPredictive(Predictive predictive) {
    this.predictive = predictive;
    this.generated =
        predictive.outputs().entries().stream()
            .filter(entry -> entry.role() == OutputLayout.Role.GENERATED)
            .toList();
    this.quantities = quantities(generated);
  }

  /**
   * {@return what that model would observe}
   *
   * @throws UserException if it observes and generates nothing, or an observed site's distribution
   *     is improper
   */
  public static PosteriorPredictive of(Model model) {
    return of(model, Transforms.boot());
  }

  /**
   * {@return the same, with the transforms of plugins too}
   *
   * @param transforms where transforms are looked for
   * @throws UserException as {@link #of(Model)}
   */
  public static PosteriorPredictive of(Model model, Transforms transforms) {
    PosteriorPredictive made = new PosteriorPredictive(Predictive.given(model, transforms));
    if (made.generated.isEmpty()) {
      throw new UserException(
          "the model has nothing to generate: it observes nothing, and no statement of it is"
              + " 'generate'");
    }
    return made;
  }

  private static List<Quantity> quantities(List<OutputLayout.Entry> entries) {
    List<Quantity> quantities = new ArrayList<>();
    int offset = 0;
    for (OutputLayout.Entry entry : entries) {
      List<String> elements = ElementNames.of(entry.name(), entry.shape());
      quantities.add(new Quantity(entry.name(), lengths(entry.shape()), offset, elements));
      offset += elements.size();
    }
    return quantities;
  }

  private static List<Integer> lengths(Shape shape) {
    return Arrays.stream(shape.lengths()).boxed().toList();
  }

  /**
   * {@return one draw of everything observed and generated at each draw, chain by chain}
   *
   * @param posterior draws that hold the model's sampled sites; what else they hold is not looked
   *     at
   * @param seed of all random numbers: those of a draw depend on it, the chain's number and the
   *     draw's number alone, and are others than those of a run of the same seed. A draw whose
   *     quantities cannot be computed has NaN for all of them
   * @throws UserException if a sampled site is missing among the draws, or has another shape there
   */
  public Draws draw(Draws posterior, long seed) {
    int[] columns = columns(posterior);
    ChainRandom root = ChainRandom.of(seed).split(SPLIT);
    double[][][] given = new double[columns.length][][];
    for (int k = 0; k < columns.length; k++) {
      given[k] = posterior.column(columns[k]);
    }
    double[][][] values = new double[posterior.chains()][][];
    for (int c = 0; c < values.length; c++) {
      values[c] = chain(c, given, posterior.draws(), root.split(c));
    }
    return new Draws(quantities, List.of(), values, new double[values.length][0][]);
  }

  private double[][] chain(int chain, double[][][] given, int draws, ChainRandom random) {
    Posterior.DrawWriter writer = predictive.openWriter();
    double[] position = new double[given.length];
    double[] row = new double[predictive.outputs().size()];
    double[][] columns = new double[quantities.stream().mapToInt(q -> q.elements().size()).sum()][];
    Arrays.setAll(columns, k -> new double[draws]);
    for (int d = 0; d < draws; d++) {
      for (int k = 0; k < position.length; k++) {
        position[k] = given[k][chain][d];
      }
      writer.write(position, random.split(d), row);
      keep(row, columns, d);
    }
    return columns;
  }

  private void keep(double[] row, double[][] columns, int draw) {
    int column = 0;
    for (OutputLayout.Entry entry : generated) {
      for (int k = 0; k < entry.shape().size(); k++) {
        columns[column++][draw] = row[entry.offset() + k];
      }
    }
  }

  /** For each element of the sampled sites, its column among the draws. */
  private int[] columns(Draws posterior) {
    int[] columns = new int[predictive.layout().dimension()];
    for (Block block : predictive.layout().blocks()) {
      Quantity found = find(posterior, block);
      for (int k = 0; k < block.unconstrained().size(); k++) {
        columns[block.offset() + k] = found.offset() + k;
      }
    }
    return columns;
  }

  private static Quantity find(Draws posterior, Block block) {
    Optional<Quantity> found =
        posterior.quantities().stream().filter(q -> q.name().equals(block.name())).findFirst();
    if (found.isEmpty()) {
      throw new UserException(
          "the draws are not of this model: it samples '%s', which is not among them (%s)"
              .formatted(
                  block.name(),
                  String.join(", ", posterior.quantities().stream().map(Quantity::name).toList())));
    }
    if (!found.get().lengths().equals(lengths(block.unconstrained()))) {
      throw new UserException(
          "the draws are not of this model with these data: its site '%s' has shape %s, but %s in the"
                  .formatted(block.name(), block.unconstrained(), found.get().lengths())
              + " draws");
    }
    return found.get();
  }
}
