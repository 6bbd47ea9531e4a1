package planish.ensemble;

import java.util.ArrayList;
import java.util.List;
import planish.kernels.DrawSink;
import planish.kernels.Phase;
import planish.kernels.StateTree;
import planish.kernels.StatisticColumn;
import planish.kernels.Transition;
import planish.kernels.Tuning;

/** Keeps what a run of some chains makes. */
final class Recording implements DrawSink {
  final List<List<double[]>> draws = new ArrayList<>();
  final List<List<String>> events = new ArrayList<>();
  final StateTree[] saved;

  Recording(int chains) {
    saved = new StateTree[chains];
    for (int k = 0; k < chains; k++) {
      draws.add(new ArrayList<>());
      events.add(new ArrayList<>());
    }
  }

  @Override
  public void begin(int chain, List<StatisticColumn> columns) {
    events.get(chain).add("begin " + columns.size());
  }

  @Override
  public void transition(
      int chain, Phase phase, long iteration, boolean kept, Tuning tuning, Transition transition) {
    if (phase == Phase.SAMPLING && kept) {
      double[] row = transition.state().position().clone();
      draws.get(chain).add(row);
    }
    if (transition.statistics().length != 2) {
      events.get(chain).add("wrong statistics");
    }
  }

  @Override
  public void tuned(int chain, Tuning tuning) {
    events.get(chain).add("tuned");
  }

  @Override
  public void checkpoint(int chain, Saving state) {
    saved[chain] = new StateTree();
    state.save(saved[chain]);
  }

  @Override
  public void end(int chain, boolean complete) {
    events.get(chain).add("end " + complete);
  }
}
