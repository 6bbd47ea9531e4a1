package planish.nuts;

import java.util.random.RandomGenerator;
import planish.autodiff.vector.Elementary;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;
import planish.hmc.PhasePoint;

/**
 * Neighbouring points of a trajectory, in the order of time in which they were made: its two ends,
 * the point chosen from it, and the sums over it.
 *
 * <p>Each of the three points is held once for each part that it plays.
 */
final class Subtree {
  private final VectorLoops loops = Loops.best();
  private final int dimension;
  private final double[] momentumSum;
  private PhasePoint first;
  private PhasePoint last;
  private PhasePoint chosen;
  private double logWeight;
  private int depth;

  Subtree(int dimension) {
    this.dimension = dimension;
    this.momentumSum = new double[dimension];
  }

  /** Becomes the tree of one point, and takes over the caller's hold on it. */
  void leaf(PhasePoint point, double logWeightOfPoint) {
    first = point;
    last = point.retain();
    chosen = point.retain();
    logWeight = logWeightOfPoint;
    depth = 0;
    System.arraycopy(point.momentum(), 0, momentumSum, 0, dimension);
  }

  /**
   * Whether this tree and the one after it, taken together, turn back: the generalised criterion
   * over the whole, and over each of the two with the nearest point of the other. It does not
   * depend on the direction of time.
   *
   * <p>Products with sums of momenta are sums of products, and the product of a point's own
   * momentum and velocity is twice its kinetic energy: so no sum is made for a test.
   */
  boolean turnsWith(Subtree after) {
    double[] early = first.velocity();
    double[] late = after.last.velocity();
    boolean leaf = depth == 0;
    double earlyWithin = leaf ? own(first) : dot(early, momentumSum);
    double lateWithin = leaf ? own(after.last) : dot(late, after.momentumSum);
    boolean wholeGoesOn =
        earlyWithin + dot(early, after.momentumSum) > 0 && lateWithin + dot(late, momentumSum) > 0;
    if (!wholeGoesOn || leaf) {
      return !wholeGoesOn;
    }
    return !(earlyWithin + dot(early, after.first.momentum()) > 0
        && own(after.first) + dot(after.first.velocity(), momentumSum) > 0
        && own(last) + dot(last.velocity(), after.momentumSum) > 0
        && lateWithin + dot(late, last.momentum()) > 0);
  }

  private static double own(PhasePoint point) {
    return 2 * point.kineticEnergy();
  }

  private double dot(double[] a, double[] b) {
    return loops.dot(a, 0, b, 0, dimension);
  }

  /**
   * Takes in the tree after it, which is empty then: within an extension, each point of the whole
   * is chosen with a probability proportional to its weight.
   */
  void mergeWithin(Subtree after, RandomGenerator random) {
    double difference = after.logWeight - logWeight;
    double ratio = Elementary.exp(-Math.abs(difference));
    double probability = (difference >= 0 ? 1 : ratio) / (1 + ratio);
    boolean moves = random.nextDouble() < probability;
    double total = Math.max(logWeight, after.logWeight) + Elementary.log1p(ratio);
    append(after, moves, total);
  }

  /** Takes in an extension of the whole trajectory, which is empty then. */
  void extend(Subtree extension, RandomGenerator random) {
    append(extension, prefers(extension, random), Weights.logSum(logWeight, extension.logWeight));
  }

  /** Biased progressive sampling: moves with probability min(1, new weight / old weight). */
  private boolean prefers(Subtree extension, RandomGenerator random) {
    double logRatio = extension.logWeight - logWeight;
    return logRatio >= 0 || random.nextDouble() < Elementary.exp(logRatio);
  }

  /** Exchanges the ends, so that the trajectory grows at the other one. */
  void turnAround() {
    PhasePoint end = first;
    first = last;
    last = end;
  }

  private void append(Subtree after, boolean moves, double total) {
    last.release();
    last = after.last;
    after.first.release();
    if (moves) {
      chosen.release();
      chosen = after.chosen;
    } else {
      after.chosen.release();
    }
    logWeight = total;
    depth++;
    loops.axpy(1, after.momentumSum, 0, momentumSum, 0, dimension);
  }

  PhasePoint first() {
    return first;
  }

  PhasePoint last() {
    return last;
  }

  PhasePoint chosen() {
    return chosen;
  }

  double[] momentumSum() {
    return momentumSum;
  }

  double logWeight() {
    return logWeight;
  }

  int depth() {
    return depth;
  }
}
