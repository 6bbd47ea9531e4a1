package planish.ensemble;

import java.util.List;
import planish.kernels.ChainWorkers;
import planish.kernels.DrawSink;
import planish.kernels.RunPlan;
import planish.kernels.RunTarget;
import planish.kernels.SamplerProvider;
import planish.spi.OptionSpec;
import planish.spi.Options;
import planish.spi.UserException;

/**
 * The sampler {@code ensemble}: walkers that move along the lines between them, with no gradient,
 * no step size and no mass matrix.
 *
 * <p>Each chain is an ensemble of its own. A transition moves every walker of it once, and its draw
 * is the position of one walker picked at random. So the chains are independent, as R-hat takes
 * them to be, and a chain's draws are a stationary series whose autocorrelation says how many
 * independent draws they are worth. (Walkers one after the other would not be such a series: a
 * walker's own autocorrelation would come to light only after as many draws as there are walkers,
 * beyond where estimates of the effective sample size stop to look. Walkers as chains would not be
 * independent.)
 *
 * <p>The plan's kernel and mass matrix are not used; warm-up transitions are only left behind.
 *
 * <p>Source: J. Goodman and J. Weare, "Ensemble samplers with affine invariance", Communications in
 * Applied Mathematics and Computational Science 5(1), 2010, section 2.
 */
public final class EnsembleSampler implements SamplerProvider {
  static final String WALKERS = "walkers";
  static final String STRETCH = "stretch";

  /** For the service loader. */
  public EnsembleSampler() {}

  @Override
  public String name() {
    return "ensemble";
  }

  @Override
  public String summary() {
    return "affine-invariant ensembles of walkers that need no gradient";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.integer(
            WALKERS,
            0,
            0,
            100_000,
            "walkers of each chain, at least twice the coordinates; 0 for that many, and at least 8"),
        OptionSpec.realBetween(
            STRETCH, 2, 1, 100, "a walker moves to at most this times its distance from another"));
  }

  @Override
  public void run(RunTarget target, RunPlan plan, Options options, DrawSink sink)
      throws InterruptedException {
    int walkers = walkers(target.layout().dimension(), options.integer(WALKERS));
    StretchMove move = new StretchMove(options.real(STRETCH));
    List<ChainWorkers.Failed> failures =
        ChainWorkers.run(
            plan,
            "planish-ensemble",
            (chain, stop) -> {
              try {
                new EnsembleChain(chain, target, plan, move, walkers, sink).run(stop);
              } catch (Throwable thrown) {
                sink.end(chain, false);
                throw thrown;
              }
            });
    if (!failures.isEmpty()) {
      throw thrown(failures.getFirst());
    }
  }

  /** A body can throw nothing that is checked. */
  private static RuntimeException thrown(ChainWorkers.Failed failure) {
    if (failure.thrown() instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure.thrown();
  }

  static int walkers(int dimension, long given) {
    int least = 2 * dimension;
    if (given == 0) {
      return Math.max(8, least);
    }
    if (given < Math.max(2, least)) {
      throw new UserException(
          "option --walkers: "
              + given
              + " walkers are too few for "
              + dimension
              + " coordinates; expected at least "
              + Math.max(2, least)
              + ", or 0 to leave it to the sampler");
    }
    return Math.toIntExact(given);
  }
}
