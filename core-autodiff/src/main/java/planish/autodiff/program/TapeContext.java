package planish.autodiff.program;

import java.util.random.RandomGenerator;
import planish.autodiff.graph.Op;
import planish.autodiff.vector.VectorLoops;

/** What the evaluations of one tape share. */
final class TapeContext implements Op.Context {
  private final VectorLoops loops;
  private RandomGenerator random;

  TapeContext(VectorLoops loops) {
    this.loops = loops;
  }

  @Override
  public VectorLoops loops() {
    return loops;
  }

  @Override
  public RandomGenerator random() {
    if (random == null) {
      throw new IllegalStateException("this program draws random numbers: run it with a generator");
    }
    return random;
  }

  void random(RandomGenerator next) {
    random = next;
  }
}
