package planish.sampling.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import planish.diagnostics.Draws;
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

  /** {@return the draws after the warm-up; to be called once all chains have ended} */
  public Draws draws() {
    List<StatisticColumn> columns =
        chains.stream()
            .map(ChainRecorder::columns)
            .filter(c -> !c.isEmpty())
            .findFirst()
            .orElse(List.of());
    double[][][] values = new double[chains.size()][][];
    double[][][] statistics = new double[chains.size()][][];
    for (int c = 0; c < values.length; c++) {
      DrawColumns memory = memory(chains.get(c), columns.size());
      values[c] = memory.values();
      statistics[c] = memory.statistics();
    }
    List<String> names = columns.stream().map(StatisticColumn::name).toList();
    return new Draws(plan.quantities(), names, values, statistics);
  }

  private DrawColumns memory(ChainRecorder chain, int statisticColumns) {
    return chain.memory() == null
        ? new DrawColumns(plan.posterior().outputs().size(), statisticColumns, 0)
        : chain.memory();
  }
}
