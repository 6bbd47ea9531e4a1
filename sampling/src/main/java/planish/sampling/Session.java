package planish.sampling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import planish.kernels.ChainRandom;
import planish.kernels.MassMatrixProvider;
import planish.kernels.RunPlan;
import planish.kernels.RunTarget;
import planish.kernels.StateReader;
import planish.kernels.WarmupSchedule;
import planish.model.Posterior;
import planish.sampling.output.RecordPlan;
import planish.sampling.output.RunFiles;
import planish.sampling.output.RunLock;
import planish.sampling.output.RunRecorder;
import planish.sampling.output.SavedChain;
import planish.spi.UserException;

/** One session of a run: everything between the call of {@link Run#run} and its result. */
final class Session {
  private static final WarmupSchedule WINDOWS = WarmupSchedule.stan();

  private final Posterior posterior;
  private final Surroundings around;
  private final Optional<RunFiles> files;
  private final Optional<Resumption> resumption;
  private final Parts parts;
  private final RunSettings settings;
  private final StopSignal stop;

  Session(Posterior posterior, Map<Setting, Object> given, Surroundings around) {
    this.posterior = posterior;
    this.around = around;
    this.stop = new StopSignal(around.stop());
    if (around.resume() && around.overwrite()) {
      throw new UserException("a run that goes on is not overwritten: leave out one of the two");
    }
    this.files = around.folder().map(f -> new RunFiles(f, around.name().orElse(posterior.name())));
    this.resumption = around.resume() ? files.map(Resumption::of) : Optional.empty();
    Map<Setting, Object> values = SettingValues.resolve(given, resumption);
    this.parts = Parts.find(around.services(), values, given);
    this.settings = SettingValues.settings(posterior.name(), values, parts);
  }

  RunResult run() {
    LoopsNotice.give();
    Optional<String> advice = advice();
    StartingPositions start = new StartingPositions(posterior, settings.initial());
    start.check(settings.chains());
    Map<String, String> texts = texts();
    resumption.ifPresent(earlier -> earlier.check(texts, settings.draws()));
    if (files.isEmpty()) {
      return run(start, texts, advice);
    }
    try (RunLock _ = RunLock.take(files.get())) {
      if (resumption.isEmpty()) {
        files.get().prepare(around.overwrite());
      }
      return run(start, texts, advice);
    }
  }

  /**
   * What the form of the mass matrix says of this warm-up. Its errors (an unknown site) are told
   * before anything is written.
   */
  private Optional<String> advice() {
    List<Integer> windows = WINDOWS.windows(settings.warmup()).windows();
    Parts.Found<MassMatrixProvider> form = parts.massMatrix();
    return form.provider()
        .create(posterior.layout(), form.options())
        .advice(windows.isEmpty() ? 0 : windows.getLast());
  }

  /** What must be the same when the run goes on, as texts; without files nobody asks. */
  private Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>(SettingTexts.of(settings));
    texts.put("model", posterior.name());
    about().forEach((name, text) -> texts.put(Resumption.ABOUT + name, text));
    texts.put("generator", ChainRandom.ALGORITHM);
    texts.put(Resumption.VERSION, CsvConfiguration.version());
    if (files.isPresent()) {
      texts.putAll(Fingerprint.of(posterior));
    } else if (settings.saveWarmup()) {
      throw new UserException(
          "the warm-up's draws are saved in files alone: give an output folder too");
    }
    return texts;
  }

  private RunResult run(
      StartingPositions start, Map<String, String> texts, Optional<String> advice) {
    ChainRandom root = ChainRandom.of(settings.seed());
    Map<Integer, SavedChain> earlier = resumption.map(Resumption::chains).orElse(Map.of());
    RunRecorder recorder = new RunRecorder(recordPlan(root, texts), files, earlier);
    EvaluationFailures failures = new EvaluationFailures();
    RunTarget target =
        new RunTarget(
            WatchedDensity.source(posterior.density(), failures), posterior.layout(), start);
    Outcome outcome = new Outcome(settings, recorder, failures, advice, files, parts);
    boolean wasComplete = resumption.isPresent() && outcome.hasAllDraws();
    Optional<Throwable> thrown;
    try (ProgressTicker ticker =
        ProgressTicker.start(around.listener(), settings, recorder.chains(), stop)) {
      thrown = sample(target, runPlan(root, earlier), recorder);
      outcome.took(ticker.elapsed());
    }
    if (thrown.isPresent()) {
      throw outcome.failure(thrown.get());
    }
    return outcome.result(wasComplete, resumption.flatMap(Resumption::otherVersion));
  }

  /** A run that goes on keeps what was told of it, unless it is told anew. */
  private Map<String, String> about() {
    return around.about().isEmpty()
        ? resumption.map(Resumption::about).orElse(Map.of())
        : around.about();
  }

  private Optional<Throwable> sample(RunTarget target, RunPlan plan, RunRecorder recorder) {
    try {
      parts.sampler().provider().run(target, plan, parts.sampler().options(), recorder);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      return Optional.of(e);
    }
    return Optional.empty();
  }

  private RecordPlan recordPlan(ChainRandom root, Map<String, String> texts) {
    return new RecordPlan(
        posterior,
        settings.chains(),
        settings.warmup(),
        settings.draws(),
        settings.thin(),
        settings.saveWarmup(),
        root,
        texts,
        CsvConfiguration.of(settings, about()),
        stop);
  }

  private RunPlan runPlan(ChainRandom root, Map<Integer, SavedChain> earlier) {
    List<Optional<StateReader>> resume =
        IntStream.range(0, settings.chains())
            .mapToObj(
                c -> Optional.ofNullable(earlier.get(c)).<StateReader>map(SavedChain::sampler))
            .toList();
    return new RunPlan(
        settings.chains(),
        settings.warmup(),
        settings.draws(),
        settings.thin(),
        threads(),
        root,
        parts.kernel().map(Parts.Found::provider).orElse(null),
        parts.kernel().map(Parts.Found::options).orElse(null),
        parts.massMatrix().provider(),
        parts.massMatrix().options(),
        WINDOWS,
        resume,
        stop);
  }

  private int threads() {
    return around.threads() > 0 ? around.threads() : Runtime.getRuntime().availableProcessors();
  }
}
