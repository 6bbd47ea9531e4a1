package planish.autodiff.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planish.autodiff.program.Status;

/** Of two shards that fail, the first one is told, whichever fails before the other. */
class FirstFailureTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void theFirstShardIsTold(int last) {
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      ShardRunner.Session session =
          new LocalRunner(pool, _ -> 1, false).open(new BareShards(2, new Failing(last)));
      assertThat(session.run(new double[0], new double[2][1]).message()).isEqualTo("shard 0");
      assertThat(session.failed()).isZero();
    }
  }

  /** Two shards on two threads, one of which fails only after the other. */
  private static final class Failing implements ShardSet.Worker {
    private final int last;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch failed = new CountDownLatch(1);

    Failing(int last) {
      this.last = last;
    }

    @Override
    public Status run(int shard, double[] parameters, double[] result) {
      if (shard == last) {
        begun.countDown();
        await(failed);
        pause();
      } else {
        await(begun);
        failed.countDown();
      }
      return new Status(Status.Kind.CHECK, "shard " + shard, shard);
    }

    private static void await(CountDownLatch latch) {
      try {
        assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    /** What the other one returns has to be written down first. */
    private static void pause() {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
