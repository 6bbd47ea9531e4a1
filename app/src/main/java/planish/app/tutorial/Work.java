package planish.app.tutorial;

import java.util.Map;
import java.util.Optional;
import planish.app.command.Environment;
import planish.app.command.Kind;
import planish.diagnostics.Draws;
import planish.model.Handlers;
import planish.model.ModelProvider;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.sampling.Run;
import planish.sampling.RunListener;
import planish.spi.Options;
import planish.transforms.Transforms;

/**
 * Chains to be made, with the tutorial's counts and the defaults that its release had. The first
 * chain of a seed is the same however many there are.
 *
 * @param setting how
 * @param seed of the random numbers
 * @param chains how many
 */
record Work(Setting setting, long seed, int chains) {
  static final int WARMUP = 1000;
  static final int DRAWS = 1000;

  /** {@return the transitions that all chains make} */
  long transitions() {
    return (long) chains * (WARMUP + DRAWS);
  }

  Draws draws(Environment environment, RunListener listener) {
    return Run.of(posterior(environment))
        .services(environment.services())
        .kernel(
            "nuts",
            Map.of(
                "max-tree-depth",
                Integer.toString(setting.maxTreeDepth()),
                "target-accept",
                "0.8",
                "step-size",
                "1"))
        .massMatrix(setting.massMatrix(), setting.groups())
        .chains(chains)
        .threads(1)
        .warmup(WARMUP)
        .draws(DRAWS)
        .seed(seed)
        .listener(listener)
        .run()
        .draws();
  }

  private Posterior posterior(Environment environment) {
    ModelProvider provider = (ModelProvider) environment.registry(Kind.MODEL).get(setting.model());
    Options options = Options.of(setting.model(), provider.options(), setting.form());
    return Posteriors.compile(
        setting.model(),
        Handlers.reparam(provider.create(options, Optional.empty()), setting.rewrites()),
        Transforms.of(environment.services()));
  }
}
