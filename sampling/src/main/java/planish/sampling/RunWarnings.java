package planish.sampling;

import java.util.ArrayList;
import java.util.List;
import planish.sampling.RunWarning.Kind;
import planish.sampling.output.ChainRecorder;

/** What is told once at the end of a run. */
final class RunWarnings {
  private RunWarnings() {}

  static List<RunWarning> of(
      RunSettings settings,
      List<ChainRecorder> chains,
      EvaluationFailures failures,
      boolean wasComplete,
      boolean stopped) {
    List<RunWarning> warnings = new ArrayList<>();
    if (wasComplete) {
      warnings.add(complete(settings));
    }
    if (stopped) {
      warnings.add(stopped(settings, chains));
    }
    divergences(chains, warnings);
    warnings.addAll(failures.warnings());
    return warnings;
  }

  private static RunWarning complete(RunSettings settings) {
    return new RunWarning(
        Kind.COMPLETE_ALREADY,
        1,
        "the run was complete already: each of its "
            + settings.chains()
            + " chains has its "
            + settings.draws()
            + " draws. Ask for more draws to extend it");
  }

  private static RunWarning stopped(RunSettings settings, List<ChainRecorder> chains) {
    long made = chains.stream().mapToLong(chain -> chain.now().kept()).sum();
    long wanted = (long) settings.draws() * settings.chains();
    long incomplete = chains.stream().filter(chain -> !chain.isComplete()).count();
    return new RunWarning(
        Kind.STOPPED,
        incomplete,
        "the run was stopped: it has " + made + " of " + wanted + " draws");
  }

  private static void divergences(List<ChainRecorder> chains, List<RunWarning> warnings) {
    long count = chains.stream().mapToLong(chain -> chain.now().divergences()).sum();
    long transitions = chains.stream().mapToLong(chain -> chain.now().sampling()).sum();
    if (count > 0) {
      warnings.add(
          new RunWarning(
              Kind.DIVERGENCES,
              count,
              count
                  + " of "
                  + transitions
                  + " transitions after the warm-up diverged: the posterior is curved too sharply"
                  + " for the step size, and the draws may miss part of it. Reparameterise the"
                  + " model, or raise the target acceptance"));
    }
  }
}
