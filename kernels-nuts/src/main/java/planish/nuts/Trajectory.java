package planish.nuts;

import java.util.random.RandomGenerator;
import planish.autodiff.vector.Elementary;
import planish.hmc.Hamiltonian;
import planish.hmc.PhasePoint;
import planish.hmc.PointPool;

/**
 * A trajectory that doubles, forward or backward in time, until it turns back on itself.
 *
 * <p>An extension is made of leaves one after the other; two neighbouring subtrees of equal depth
 * are merged at once, so at most one of each depth waits.
 *
 * <p>Source: M. Betancourt, "A conceptual introduction to Hamiltonian Monte Carlo" (2017), appendix
 * A: multinomial sampling, biased progressive sampling between extensions, the generalised
 * no-U-turn criterion; with Stan's further criteria across merged subtrees (since Stan 2.21).
 */
final class Trajectory {
  private final PointPool pool;
  private final Subtree whole;
  private final Subtree[] waiting;
  private Hamiltonian dynamics;
  private double stepSize;
  private double startEnergy;
  private int leapfrogs;
  private double acceptanceSum;

  Trajectory(int dimension, int maxDepth) {
    pool = new PointPool(dimension);
    whole = new Subtree(dimension);
    waiting = new Subtree[maxDepth + 1];
    for (int k = 0; k < waiting.length; k++) {
      waiting[k] = new Subtree(dimension);
    }
  }

  PointPool pool() {
    return pool;
  }

  /** Starts anew at a point taken from {@link #pool()}, whose momentum was drawn. */
  void begin(Hamiltonian hamiltonian, PhasePoint start, double step) {
    dynamics = hamiltonian;
    stepSize = step;
    startEnergy = start.energy();
    leapfrogs = 0;
    acceptanceSum = 0;
    whole.leaf(start, 0);
  }

  /**
   * Doubles the trajectory. Where the extension is not complete, nothing of it is taken in, and the
   * points that it holds stay away until the pool is reset.
   *
   * @return {@link Extension#TURNING} also where the extension was taken in and the whole turns
   *     back
   */
  Extension grow(RandomGenerator random) {
    boolean forward = random.nextBoolean();
    if (!forward) {
      whole.turnAround();
    }
    Extension outcome = extend(forward ? stepSize : -stepSize, random);
    if (!forward) {
      whole.turnAround();
    }
    return outcome;
  }

  private Extension extend(double step, RandomGenerator random) {
    Extension outcome = build(whole.last(), step, whole.depth(), random);
    if (outcome != Extension.COMPLETE) {
      return outcome;
    }
    Subtree extension = waiting[0];
    boolean turns = whole.turnsWith(extension);
    whole.extend(extension, random);
    return turns ? Extension.TURNING : Extension.COMPLETE;
  }

  /** Builds the subtree of 2^depth points beyond a point; it stands in {@code waiting[0]}. */
  Extension build(PhasePoint from, double step, int depth, RandomGenerator random) {
    PhasePoint here = from;
    int top = -1;
    for (int made = 0; made < 1 << depth; made++) {
      PhasePoint next = pool.take();
      dynamics.leapfrog(here, step, next);
      here = next;
      top++;
      if (!plant(waiting[top], next)) {
        return Extension.DIVERGENT;
      }
      while (top > 0 && waiting[top - 1].depth() == waiting[top].depth()) {
        boolean turns = waiting[top - 1].turnsWith(waiting[top]);
        if (turns) {
          return Extension.TURNING;
        }
        waiting[top - 1].mergeWithin(waiting[top], random);
        top--;
      }
    }
    return Extension.COMPLETE;
  }

  /** Weighs a new point; false if it diverged. */
  private boolean plant(Subtree leaf, PhasePoint point) {
    double error = point.energy() - startEnergy;
    leapfrogs++;
    acceptanceSum += error <= 0 ? 1 : Elementary.exp(-error);
    leaf.leaf(point, -error);
    return error <= Hamiltonian.DIVERGENCE;
  }

  PhasePoint chosen() {
    return whole.chosen();
  }

  /** How often the trajectory was doubled. */
  int depth() {
    return whole.depth();
  }

  int leapfrogs() {
    return leapfrogs;
  }

  /** The mean over all points that were reached of min(1, exp(-energy error)). */
  double acceptance() {
    return acceptanceSum / leapfrogs;
  }

  /** The subtree that {@link #build} made. */
  Subtree built() {
    return waiting[0];
  }
}
