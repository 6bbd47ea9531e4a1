package planish.sampling;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import planish.sampling.chains.ChainFailure;
import planish.sampling.output.ChainRecorder;
import planish.sampling.output.RecorderState;
import planish.sampling.output.RunFiles;
import planish.sampling.output.RunRecorder;
import planish.spi.UserException;

/** Puts together what a session gives back. */
final class Outcome {
  private final RunSettings settings;
  private final RunRecorder recorder;
  private final EvaluationFailures failures;
  private final Optional<String> advice;
  private final Optional<RunFiles> files;
  private final Parts parts;
  private Duration elapsed = Duration.ZERO;

  Outcome(
      RunSettings settings,
      RunRecorder recorder,
      EvaluationFailures failures,
      Optional<String> advice,
      Optional<RunFiles> files,
      Parts parts) {
    this.settings = settings;
    this.recorder = recorder;
    this.failures = failures;
    this.advice = advice;
    this.files = files;
    this.parts = parts;
  }

  void took(Duration time) {
    elapsed = time;
  }

  boolean hasAllDraws() {
    return recorder.chains().stream()
        .allMatch(chain -> chain.now().transitions() >= settings.transitions());
  }

  /**
   * {@return the result}
   *
   * @param wasComplete whether there was nothing left to do
   * @param begunWith the version that the run was begun with, where it was another
   */
  RunResult result(boolean wasComplete, Optional<String> begunWith) {
    boolean stopped = !recorder.chains().stream().allMatch(ChainRecorder::isComplete);
    return new RunResult(
        settings,
        recorder.draws(),
        recorder.chains().stream().map(Outcome::chain).toList(),
        stopped,
        new RunWarnings(settings, recorder.chains())
            .of(wasComplete, begunWith, stopped, advice, failures),
        written(),
        elapsed);
  }

  private static ChainResult chain(ChainRecorder chain) {
    RecorderState now = chain.now();
    return new ChainResult(
        chain.chain(),
        chain.isComplete(),
        now.kept(),
        chain.tuning(),
        duration(now.warmupSeconds()),
        duration(now.samplingSeconds()),
        now.divergences());
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  private List<Path> written() {
    List<Path> written = new ArrayList<>();
    files.ifPresent(f ->
        recorder
            .chains()
            .forEach(chain ->
                Stream.of(f.csv(chain.chain()), f.state(chain.chain()))
                    .filter(Files::exists)
                    .forEach(written::add)));
    return written;
  }

  RunFailure failure(Throwable thrown) {
    return new RunFailure(message(thrown), cause(thrown), result(false, Optional.empty()));
  }

  private static Throwable cause(Throwable thrown) {
    return thrown instanceof ChainFailure failure ? failure.getCause() : thrown;
  }

  private String message(Throwable thrown) {
    if (thrown instanceof ChainFailure failure) {
      return "chain "
          + (failure.chain() + 1)
          + ", "
          + failure.moment()
          + ": "
          + reason(failure.getCause(), kernel());
    }
    Parts.Found<?> sampler = parts.sampler();
    return reason(thrown, "sampler '" + sampler.provider().name() + "' (" + sampler.source() + ")");
  }

  private String kernel() {
    return parts
        .kernel()
        .map(k -> "kernel '" + k.provider().name() + "' (" + k.source() + ")")
        .orElse("the kernel");
  }

  private static String reason(Throwable cause, String culprit) {
    if (cause instanceof UserException) {
      return cause.getMessage();
    }
    StackTraceElement[] stack = cause.getStackTrace();
    String place = stack.length == 0 ? "" : ", thrown at " + stack[0];
    return culprit + " or the model failed: " + cause + place;
  }
}
