package planish.sampling.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import planish.diagnostics.Draws;
import planish.diagnostics.UnconstrainedDraws;
import planish.kernels.DrawSink;
import planish.kernels.Phase;
import planish.kernels.StatisticColumn;
import planish.kernels.Transition;
import planish.kernels.Tuning;

/** Records a run: each chain in memory and, where there is a folder, in its files. */
public final class RunRecorder implements DrawSink {
  private final RecordPlan plan;
  private final List<ChainRecorder> chains = new ArrayList<>();

  /**
   * A recorder of chains that begin or go on.
   *
   * @param plan what is recorded
   * @param files where it is written, if anywhere
   * @param earlier what earlier sessions left, by chain from 0
   */
  public RunRecorder(RecordPlan plan, Optional<RunFiles> files, Map<Integer, SavedChain> earlier) {
    this.plan = plan;
    for (int c = 0; c < plan.chains(); c++) {
      chains.add(new ChainRecorder(plan, c, files, Optional.ofNullable(earlier.get(c))));
    }
  }

  /** {@return one for each chain, in order} */
  public List<ChainRecorder> chains() {
    return chains;
  }

  @Override
  public void begin(int chain, List<StatisticColumn> columns) {
    chains.get(chain).begin(columns);
  }

  @Override
  public void transition(
      int chain, Phase phase, long iteration, boolean kept, Tuning tuning, Transition transition) {
    chains.get(chain).transition(phase, iteration, kept, transition);
  }

  @Override
  public void tuned(int chain, Tuning tuning) {
    chains.get(chain).tuned(tuning);
  }

  @Override
  public void checkpoint(int chain, Saving state) {
    chains.get(chain).checkpoint(state);
  }

  @Override
  public void end(int chain, boolean complete) {
    chains.get(chain).end(complete);
  }

  /**
   * {@return the draws after the warm-up, of the chains of this session that have any; to be called
   * once all chains have ended}
   *
   * <p>A chain that was stopped before its first draw would leave nothing of the others to look at.
   */
  public Draws draws() {
    List<ChainRecorder> begun = chains.stream().filter(c -> c.memory() != null).toList();
    List<ChainRecorder> any = begun.stream().filter(c -> c.now().kept() > 0).toList();
    List<ChainRecorder> shown = any.isEmpty() ? begun : any;
    List<String> names =
        shown.isEmpty()
            ? List.of()
            : shown.getFirst().columns().stream().map(StatisticColumn::name).toList();
    double[][][] values = new double[shown.size()][][];
    double[][][] statistics = new double[shown.size()][][];
    double[][][] positions = new double[shown.size()][][];
    double[][][] gradients = new double[shown.size()][][];
    for (int c = 0; c < values.length; c++) {
      values[c] = shown.get(c).memory().values();
      statistics[c] = shown.get(c).memory().statistics();
      positions[c] = shown.get(c).unconstrained().positions();
      gradients[c] = shown.get(c).unconstrained().gradients();
    }
    return new Draws(plan.quantities(), names, values, statistics)
        .with(
            new UnconstrainedDraws(
                plan.posterior().layout().coordinateNames(), positions, gradients));
  }
}
