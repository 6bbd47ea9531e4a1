package planish.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import planish.sampling.RunWarning.Kind;
import planish.sampling.output.ChainRecorder;

/** What is told once at the end of a run. */
final class RunWarnings {
  private final RunSettings settings;
  private final List<ChainRecorder> chains;

  RunWarnings(RunSettings settings, List<ChainRecorder> chains) {
    this.settings = settings;
    this.chains = chains;
  }

  List<RunWarning> of(
      boolean wasComplete,
      Optional<String> begunWith,
      boolean stopped,
      Optional<String> massMatrix,
      EvaluationFailures failures) {
    List<RunWarning> warnings = new ArrayList<>();
    if (wasComplete) {
      warnings.add(complete());
    }
    begunWith.map(RunWarnings::otherVersion).ifPresent(warnings::add);
    if (stopped) {
      warnings.add(stopped());
    }
    massMatrix.ifPresent(message -> warnings.add(new RunWarning(Kind.MASS_MATRIX, 1, message)));
    divergences().ifPresent(warnings::add);
    warnings.addAll(failures.warnings());
    return warnings;
  }

  private static RunWarning otherVersion(String begunWith) {
    return new RunWarning(
        Kind.OTHER_VERSION,
        1,
        "the run was begun with Planish "
            + begunWith
            + " and went on with "
            + CsvConfiguration.version()
            + ": its draws are good, but may not be those of either version alone");
  }

  private RunWarning complete() {
    return new RunWarning(
        Kind.COMPLETE_ALREADY,
        1,
        "the run was complete already: each of its "
            + settings.chains()
            + " chains has its "
            + settings.draws()
            + " draws. Ask for more draws to extend it");
  }

  private RunWarning stopped() {
    long made = chains.stream().mapToLong(chain -> chain.now().kept()).sum();
    long wanted = (long) settings.draws() * settings.chains();
    long incomplete = chains.stream().filter(chain -> !chain.isComplete()).count();
    return new RunWarning(
        Kind.STOPPED,
        incomplete,
        "the run was stopped: it has " + made + " of " + wanted + " draws");
  }

  private Optional<RunWarning> divergences() {
    long count = chains.stream().mapToLong(chain -> chain.now().divergences()).sum();
    long transitions = chains.stream().mapToLong(chain -> chain.now().sampling()).sum();
    if (count == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new RunWarning(
            Kind.DIVERGENCES,
            count,
            count
                + " of "
                + transitions
                + " transitions after the warm-up diverged: the posterior is curved too sharply for"
                + " the step size, and the draws may miss part of it. Reparameterise the model, or"
                + " raise the target acceptance"));
  }
}
