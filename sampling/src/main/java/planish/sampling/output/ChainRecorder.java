package planish.sampling.output;

import java.util.List;
import java.util.Optional;
import planish.kernels.DrawSink.Saving;
import planish.kernels.Phase;
import planish.kernels.StateTree;
import planish.kernels.StatisticColumn;
import planish.kernels.Transition;
import planish.kernels.Tuning;
import planish.sampling.csv.Adaptation;
import planish.sampling.csv.StanCsvWriter;

/**
 * Records one chain. It is written by the chain's thread; progress may be read by others at any
 * time, the rest once the chain has ended.
 */
public final class ChainRecorder {
  private static final long SAVE_EVERY_NANOS = 2_000_000_000L;

  private final RecordPlan plan;
  private final int chain;
  private final Optional<RunFiles> files;
  private final Optional<SavedChain> earlier;
  private DrawRows rows;
  private DrawColumns memory;
  private final PositionMemory unconstrained;
  private Optional<StanCsvWriter> csv = Optional.empty();
  private Optional<Tuning> tuning = Optional.empty();
  private volatile RecorderState now;
  private volatile boolean begun;
  private volatile boolean ended;
  private boolean complete;
  private boolean isSaved;
  private long lastSaved;
  private long sinceCheckpoint;
  private Stopwatch watch;

  ChainRecorder(
      RecordPlan plan, int chain, Optional<RunFiles> files, Optional<SavedChain> earlier) {
    this.plan = plan;
    this.unconstrained = new PositionMemory(plan);
    this.chain = chain;
    this.files = files;
    this.earlier = earlier;
    this.now = earlier.map(SavedChain::recorder).orElse(RecorderState.nothing());
  }

  void begin(List<StatisticColumn> columns) {
    begun = true;
    rows = new DrawRows(plan, chain, columns);
    memory = new DrawColumns(rows.values().length, rows.columns().size(), plan.draws());
    files.ifPresent(f -> open(new ChainCsv(plan, chain, f.csv(chain), rows.columns())));
    watch = new Stopwatch(now.warmupSeconds(), now.samplingSeconds());
    // The first checkpoint is due at once: a run can go on whenever it was killed.
    lastSaved = System.nanoTime() - SAVE_EVERY_NANOS;
  }

  private void open(ChainCsv file) {
    if (earlier.isEmpty()) {
      csv = Optional.of(file.create());
      return;
    }
    csv = Optional.of(file.goOn(earlier.get(), memory));
    if (!plan.hasDrawsOf(earlier.get())) {
      // The head of the file has changed its length: the side file must follow at once.
      now = now.at(csv.get().position(), now.warmupSeconds(), now.samplingSeconds());
      save(earlier.get().sampler());
    }
  }

  private void save(StateTree sampler) {
    files.get().save(chain, new SavedChain(plan.settings(), now, sampler));
    isSaved = true;
    lastSaved = System.nanoTime();
  }

  void transition(Phase phase, long iteration, boolean kept, Transition transition) {
    boolean draw = phase == Phase.SAMPLING;
    if (kept && (draw || plan.saveWarmup())) {
      rows.fill(phase, iteration, transition);
      csv.ifPresent(file -> file.row(rows.statistics(), rows.values()));
      if (draw) {
        memory.add(rows.values(), rows.statistics());
        unconstrained.add(transition.state());
      }
    }
    now = now.after(phase, kept, transition.divergent());
    sinceCheckpoint++;
  }

  void tuned(Tuning found) {
    tuning = Optional.of(found);
    watch.warmupEnds();
    if (!now.tuned()) {
      csv.ifPresent(file -> file.adaptation(adaptation(found)));
      now = now.tunedOnce();
    }
  }

  private static Adaptation adaptation(Tuning found) {
    return new Adaptation(
        found.stepSize(), found.metric().isDiagonal(), found.metric().inverseRows());
  }

  /**
   * Writes the side file at first, then now and then, when the run is to end, and when there was no
   * transition since the last checkpoint: that one comes last.
   */
  void checkpoint(Saving state) {
    boolean last = sinceCheckpoint == 0;
    sinceCheckpoint = 0;
    boolean due = System.nanoTime() - lastSaved >= SAVE_EVERY_NANOS;
    if (csv.isPresent() && (last || due || plan.stop().getAsBoolean())) {
      now = now.at(csv.get().position(), watch.warmupSeconds(), watch.samplingSeconds());
      StateTree tree = new StateTree();
      state.save(tree);
      save(tree);
    }
  }

  void end(boolean hasAll) {
    complete = hasAll;
    ended = true;
    if (watch != null) {
      now = now.at(now.bytes(), watch.warmupSeconds(), watch.samplingSeconds());
    }
    if (csv.isPresent()) {
      try (StanCsvWriter file = csv.get()) {
        file.timing(now.warmupSeconds(), now.samplingSeconds());
      }
      if (now.transitions() == 0 && !isSaved && earlier.isEmpty()) {
        files.get().delete(chain);
      }
    }
  }

  /** {@return the chain, from 0} */
  public int chain() {
    return chain;
  }

  /** {@return how far it is} */
  public RecorderState now() {
    return now;
  }

  /** {@return whether it has begun} */
  public boolean hasBegun() {
    return begun;
  }

  /** {@return whether it has ended} */
  public boolean hasEnded() {
    return ended;
  }

  /** {@return whether it has all its draws} */
  public boolean isComplete() {
    return complete;
  }

  /** {@return what its draws are made with, once its warm-up has ended} */
  public Optional<Tuning> tuning() {
    return tuning;
  }

  /** {@return the columns of statistics, once it has begun} */
  List<StatisticColumn> columns() {
    return rows.columns();
  }

  DrawColumns memory() {
    return memory;
  }

  /** {@return where it stood in this session} */
  PositionMemory unconstrained() {
    return unconstrained;
  }
}
