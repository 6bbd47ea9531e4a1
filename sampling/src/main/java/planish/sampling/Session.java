package planish.sampling;

import java.util.Map;
import planish.model.Posterior;

/** One session of a run: everything between the call of {@link Run#run} and its result. */
final class Session {
  private final Posterior posterior;
  private final Map<Setting, Object> given;
  private final Surroundings around;

  Session(Posterior posterior, Map<Setting, Object> given, Surroundings around) {
    this.posterior = posterior;
    this.given = given;
    this.around = around;
  }

  RunResult run() {
    throw new UnsupportedOperationException("not built yet: " + posterior + given + around);
  }
}
