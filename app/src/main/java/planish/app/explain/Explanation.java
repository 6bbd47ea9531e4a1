package planish.app.explain;

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
 * @param posterior rewritten
 * @param plain as the model states it
 * @param applied the rewrites
 * @param measured times, where there are any
 */
public record Explanation(
    Trace trace,
    Posterior posterior,
    Posterior plain,
    Rewrites applied,
    Optional<Measurement> measured) {

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
    Optional<Measurement> measured =
        seconds == 0
            ? Optional.empty()
            : Measurement.of(compilation(plain), compilation(posterior), seconds);
    return new Explanation(trace, posterior, plain, applied, measured);
  }

  private static Compilation compilation(Posterior posterior) {
    return posterior.compilation().orElseThrow();
  }

  /** {@return how the density is computed without any rewrite} */
  Compilation before() {
    return compilation(plain);
  }

  /** {@return how the density is computed with the rewrites} */
  Compilation after() {
    return compilation(posterior);
  }

  /** {@return what a rewrite did} */
  List<Done> done(String rewrite) {
    return Done.of(rewrite, posterior.rewritten());
  }
}
