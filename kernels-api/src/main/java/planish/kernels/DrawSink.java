package planish.kernels;

import java.util.List;

/**
 * Receives what a run makes, as it is made. Calls for one chain come in order from one thread at a
 * time; calls for different chains may come from different threads at once.
 */
public interface DrawSink {
  /**
   * A chain begins, or goes on after a stop.
   *
   * @param chain from 0
   * @param columns the statistics that come with its draws
   */
  void begin(int chain, List<StatisticColumn> columns);

  /**
   * A transition was made. Called for every one, kept or not.
   *
   * @param chain from 0
   * @param phase warm-up or sampling
   * @param iteration number of the transition within the phase, from 1
   * @param kept whether it counts as a draw: every {@code thin}-th
   * @param tuning what it was made with
   * @param transition its outcome
   */
  void transition(
      int chain, Phase phase, long iteration, boolean kept, Tuning tuning, Transition transition);

  /**
   * The warm-up of a chain has ended.
   *
   * @param chain from 0
   * @param tuning what the draws are made with from now on
   */
  void tuned(int chain, Tuning tuning);

  /**
   * A moment at which the chain can be written down: after every transition, and once more before
   * the chain ends. A call without a transition since the last one tells that it is the last: the
   * sink writes the chain down then, and otherwise only now and then.
   *
   * @param chain from 0
   * @param state writes the chain; valid during this call only
   */
  void checkpoint(int chain, Saving state);

  /**
   * A chain has ended: it has all its draws, or the run was stopped.
   *
   * @param chain from 0
   * @param complete whether it has all its draws
   */
  void end(int chain, boolean complete);

  /** Writes a chain down. */
  @FunctionalInterface
  interface Saving {
    /** Writes it. */
    void save(StateWriter out);
  }
}
