package planish.autodiff.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdaptiveLoopsTest {
  private static final int N = 4000;
  private static final long MUCH = 4_000_000;
  private static final long SECOND = 1_000_000_000L;

  private final double[] x = new double[N];
  private final double[] out = new double[N];

  private void work(VectorLoops loops, long elements, int n) {
    for (long done = 0; done < elements; done += n) {
      loops.unary(UnaryFunction.EXP, x, 0, out, 0, n);
    }
  }

  @Test
  void littleWorkNeverWakesTheVectorLoops() throws InterruptedException {
    CountingLoops vector = new CountingLoops(0);
    AdaptiveLoops loops = new AdaptiveLoops(vector, MUCH);
    work(loops, MUCH - N, N);
    Thread.sleep(50);
    assertThat(vector.calls).hasValue(0);
  }

  @Test
  void shortArraysStayPlainHoweverMuchTheyAreUsed() throws InterruptedException {
    CountingLoops vector = new CountingLoops(0);
    AdaptiveLoops loops = new AdaptiveLoops(vector, MUCH);
    work(loops, 2 * MUCH, AdaptiveLoops.LONG - 1);
    Thread.sleep(50);
    assertThat(vector.calls).hasValue(0);
  }

  @Test
  void anOperationThatIsMuchUsedMovesAndNoOther() throws InterruptedException {
    CountingLoops vector = new CountingLoops(0);
    AdaptiveLoops loops = new AdaptiveLoops(vector, MUCH);
    work(loops, MUCH, N);
    assertThat(moves(loops, vector, 20 * SECOND)).isTrue();
    long before = vector.calls.get();
    loops.unary(UnaryFunction.NEGATE, x, 0, x, 0, N);
    loops.unary(UnaryFunction.EXP, x, 0, x, 0, AdaptiveLoops.LONG - 1);
    assertThat(vector.calls).hasValue(before);
  }

  @Test
  void loopsThatAreSlowerAreNotUsed() throws InterruptedException {
    CountingLoops vector = new CountingLoops(100_000);
    AdaptiveLoops loops = new AdaptiveLoops(vector, MUCH);
    work(loops, MUCH, N);
    assertThat(moves(loops, vector, SECOND)).isFalse();
    assertThat(vector.calls.get()).as("calls of the exercise").isPositive();
  }

  /** Whether a call of ours comes to the vector loops, the exercise being over or not. */
  private boolean moves(AdaptiveLoops loops, CountingLoops vector, long patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience;
    while (System.nanoTime() < end) {
      Thread.sleep(20);
      if (loops.usesVector(Operation.UNARY + UnaryFunction.EXP.ordinal())) {
        long before = vector.calls.get();
        loops.unary(UnaryFunction.EXP, x, 0, x, 0, N);
        return vector.calls.get() > before;
      }
    }
    return false;
  }
}
