package planish.autodiff.shard;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;

/** A task that helps one session whenever it is called, and comes when the pool has a thread. */
final class ShardTask extends RecursiveAction {
  private static final long serialVersionUID = 1L;

  private final transient LocalSession session;
  private final transient ShardSet.Worker worker;
  private transient boolean called;

  ShardTask(LocalSession session, ShardSet.Worker worker) {
    this.session = session;
    this.worker = worker;
  }

  /** Asks for help, unless an earlier call was not answered yet. */
  void call(ForkJoinPool pool) {
    if (called && !isDone()) {
      return;
    }
    if (called) {
      reinitialize();
    }
    called = true;
    pool.execute(this);
  }

  @Override
  protected void compute() {
    session.help(worker);
  }
}
