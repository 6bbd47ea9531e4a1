package planish.app.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import planish.autodiff.rewrite.Rewrites;
import planish.model.Compilation;
import planish.model.Posterior;
import planish.model.Trace;

/**
 * What makes a model's gradient fast.
 *
 * @param trace its sites
 * @param posterior its posterior, rewritten
 * @param applied the rewrites
 * @param sides its density rewritten and, where that is not the same, as the model states it
 * @param generating how long it took to make code
 * @param problem why times could not be measured, or nothing
 */
public record Explanation(
    Trace trace,
    Posterior posterior,
    Rewrites applied,
    List<Side> sides,
    Duration generating,
    Optional<String> problem) {

  /**
   * {@return the explanation of a model}
   *
   * @param trace its sites
   * @param posterior rewritten
   * @param plain without any rewrite
   * @param applied the rewrites of the former
   * @param seconds about how long to measure times; 0 to leave that out
   */
  public static Explanation of(
      Trace trace, Posterior posterior, Posterior plain, Rewrites applied, double seconds) {
    long begin = System.nanoTime();
    List<Side> sides = new ArrayList<>(List.of(Side.of(posterior.compilation().orElseThrow())));
    Duration generating = Duration.ofNanos(System.nanoTime() - begin);
    Compilation before = plain.compilation().orElseThrow();
    if (!posterior.rewritten().isEmpty()
        || !before.workload().equals(sides.getFirst().workload())) {
      sides.add(Side.of(before));
    }
    Optional<List<Side>> timed = seconds == 0 ? Optional.of(sides) : Measurement.of(sides, seconds);
    return new Explanation(
        trace,
        posterior,
        applied,
        timed.orElse(sides),
        generating,
        timed.isEmpty() ? Optional.of(Measurement.NO_POSITION) : Optional.empty());
  }

  Compilation compilation() {
    return posterior.compilation().orElseThrow();
  }

  /** {@return whether any rewrite did anything} */
  boolean isRewritten() {
    return sides.size() > 1;
  }

  /** {@return the density as the model states it} */
  Side before() {
    return sides.getLast();
  }

  /** {@return the density rewritten} */
  Side after() {
    return sides.getFirst();
  }

  /** {@return what a rewrite did} */
  List<Done> done(String rewrite) {
    return Done.of(rewrite, posterior.rewritten());
  }
}
