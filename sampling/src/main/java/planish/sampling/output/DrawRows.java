package planish.sampling.output;

import java.util.List;
import java.util.stream.Stream;
import planish.kernels.ChainRandom;
import planish.kernels.Phase;
import planish.kernels.StatisticColumn;
import planish.kernels.Transition;
import planish.model.Posterior;

/** Turns the transitions of one chain into rows of statistics and values. */
final class DrawRows {
  static final StatisticColumn LOG_DENSITY = StatisticColumn.real("lp__");
  static final StatisticColumn ACCEPTANCE = StatisticColumn.real("accept_stat__");

  private final Posterior.DrawWriter writer;
  private final ChainRandom random;
  private final boolean splits;
  private final List<StatisticColumn> columns;
  private final double[] statistics;
  private final double[] values;

  DrawRows(RecordPlan plan, int chain, List<StatisticColumn> own) {
    this.writer = plan.posterior().openWriter();
    this.random = plan.generated(chain);
    this.splits = plan.drawsGenerated();
    this.columns = Stream.concat(Stream.of(LOG_DENSITY, ACCEPTANCE), own.stream()).toList();
    if (columns.stream().map(StatisticColumn::name).distinct().count() < columns.size()) {
      throw new IllegalStateException("the kernel declares a statistic column twice: " + columns);
    }
    this.statistics = new double[columns.size()];
    this.values = new double[plan.posterior().outputs().size()];
  }

  List<StatisticColumn> columns() {
    return columns;
  }

  /**
   * Each draw's random numbers depend on its number alone: nothing to be saved for a resumption.
   */
  void fill(Phase phase, long iteration, Transition transition) {
    double[] own = transition.statistics();
    if (own.length != columns.size() - 2) {
      throw new IllegalStateException(
          "the kernel declares "
              + (columns.size() - 2)
              + " statistic columns, but a transition has "
              + own.length
              + " statistics");
    }
    statistics[0] = transition.state().logDensity();
    statistics[1] = transition.acceptance();
    System.arraycopy(own, 0, statistics, 2, own.length);
    writer.write(transition.state().position(), generator(phase, iteration), values);
  }

  private ChainRandom generator(Phase phase, long iteration) {
    return splits ? random.split(phase.ordinal()).split((int) iteration) : random;
  }

  double[] statistics() {
    return statistics;
  }

  double[] values() {
    return values;
  }
}
