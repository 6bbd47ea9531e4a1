package planish.app.tutorial;

import java.util.Map;
import java.util.Optional;
import planish.app.command.Environment;
import planish.app.command.Kind;
import planish.model.Handlers;
import planish.model.ModelProvider;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.sampling.Run;
import planish.sampling.RunListener;
import planish.spi.Options;
import planish.transforms.Transforms;

/**
 * One chain to be made, with the tutorial's counts and the defaults that its release had.
 *
 * @param setting how
 * @param seed of the random numbers
 */
record Work(Setting setting, long seed) {
  static final int WARMUP = 1000;
  static final int DRAWS = 1000;

  Chain run(Environment environment, RunListener listener) {
    Run run =
        Run.of(posterior(environment))
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
            .chains(1)
            .threads(1)
            .warmup(WARMUP)
            .draws(DRAWS)
            .seed(seed)
            .listener(listener);
    return Chain.of(run.run().draws(), setting.maxTreeDepth());
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
