package planish.sampling.output;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import planish.diagnostics.Quantity;
import planish.kernels.ChainRandom;
import planish.model.OutputLayout;
import planish.model.Posterior;

/**
 * What a recorder needs to know of a run.
 *
 * @param posterior turns positions into draws
 * @param chains the number of chains
 * @param warmup warm-up transitions of each chain
 * @param draws draws of each chain
 * @param thin every how many-th transition is kept
 * @param saveWarmup whether the files hold the warm-up's draws
 * @param root where generated quantities have their random numbers from
 * @param settings the settings as texts, for the side files
 * @param configuration what the head of a CSV file says, in order
 * @param stop whether the run is to end
 */
public record RecordPlan(
    Posterior posterior,
    int chains,
    int warmup,
    int draws,
    int thin,
    boolean saveWarmup,
    ChainRandom root,
    Map<String, String> settings,
    Map<String, String> configuration,
    BooleanSupplier stop) {
  /** Number of the split whose own splits are for generated quantities; chains have 0 and up. */
  private static final int GENERATED = -1;

  /** {@return what the columns of values are} */
  List<Quantity> quantities() {
    return posterior.outputs().entries().stream().map(RecordPlan::quantity).toList();
  }

  private static Quantity quantity(OutputLayout.Entry entry) {
    return new Quantity(
        entry.name(),
        java.util.Arrays.stream(entry.shape().lengths()).boxed().toList(),
        entry.offset(),
        planish.autodiff.ElementNames.of(entry.name(), entry.shape()));
  }

  /**
   * {@return the random numbers of one chain's generated quantities: apart from the chain's own, so
   * that a model with and without them has the same draws of its parameters}
   */
  ChainRandom generated(int chain) {
    return root.split(GENERATED).split(chain);
  }

  boolean drawsGenerated() {
    return posterior.outputs().entries().stream()
        .anyMatch(entry -> entry.role() == OutputLayout.Role.GENERATED);
  }

  /** {@return whether an earlier session of a chain was to make as many draws} */
  boolean hasDrawsOf(SavedChain earlier) {
    return settings.get("draws").equals(earlier.settings().get("draws"));
  }
}
