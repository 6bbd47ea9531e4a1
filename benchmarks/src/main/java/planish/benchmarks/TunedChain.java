package planish.benchmarks;

import java.util.Map;
import java.util.Random;
import planish.diagnostics.UnconstrainedDraws;
import planish.kernels.ChainRandom;
import planish.kernels.ChainState;
import planish.kernels.Kernel;
import planish.kernels.KernelContext;
import planish.kernels.Phase;
import planish.kernels.Transition;
import planish.kernels.Tuning;
import planish.model.Posterior;
import planish.nuts.NutsProvider;
import planish.sampling.Run;
import planish.sampling.RunResult;
import planish.spi.Options;

/** A chain after a short warm-up: positions where the sampler works, and leapfrog steps of it. */
final class TunedChain implements Evaluations {
  private static final int POSITIONS = 32;

  /** Short trajectories: what a leapfrog step costs hardly depends on how many follow. */
  private static final Map<String, String> KERNEL = Map.of("max-tree-depth", "5");

  private final double[][] positions;
  private final Kernel kernel;
  private final Tuning tuning;
  private final int leapfrogColumn;
  private final ChainRandom random = ChainRandom.of(1);
  private ChainState state;

  TunedChain(Posterior posterior) {
    RunResult result =
        Run.of(posterior)
            .chains(1)
            .warmup(200)
            .draws(POSITIONS)
            .seed(1)
            .kernel("nuts", KERNEL)
            .run();
    UnconstrainedDraws draws = result.draws().unconstrained();
    positions = draws.positions()[0];
    tuning = result.chains().getFirst().tuning().orElseThrow();
    NutsProvider nuts = new NutsProvider();
    Options options = Options.of("nuts", nuts.options(), KERNEL);
    kernel =
        nuts.create(new KernelContext(posterior.density().open(), posterior.layout(), options));
    leapfrogColumn =
        nuts.spec(options).columns().stream()
            .map(column -> column.name())
            .toList()
            .indexOf("n_leapfrog__");
    state = kernel.start(positions[0], random);
  }

  double[][] positions() {
    return positions;
  }

  /** {@return positions near zero, for models of which a warm-up would take minutes} */
  static double[][] nearZero(int dimension) {
    Random generator = new Random(1);
    double[][] positions = new double[4][];
    for (int k = 0; k < positions.length; k++) {
      positions[k] = generator.doubles(dimension, -0.5, 0.5).toArray();
    }
    return positions;
  }

  @Override
  public long evaluate(long times) {
    long done = 0;
    while (done < times) {
      Transition transition = kernel.step(random, state, tuning, Phase.SAMPLING);
      state = transition.state();
      done += Math.max(1, (long) transition.statistics()[leapfrogColumn]);
    }
    return done;
  }
}
