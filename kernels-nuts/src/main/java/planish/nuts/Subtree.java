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
  /** Up to this dimension one loop over all products is faster than a loop for each; measured. */
  private static final int SHORT = 40;

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
    if (depth == 0) {
      return turnsWithLeaf(after);
    }
    return dimension > SHORT ? turnsLong(after) : turnsShort(after);
  }

  /** Two points. */
  private boolean turnsWithLeaf(Subtree after) {
    return !(own(first) + dot(first.velocity(), after.last.momentum()) > 0
        && own(after.last) + dot(after.last.velocity(), first.momentum()) > 0);
  }

  /** All eight products at once, each summed in order: calls would cost more than products. */
  private boolean turnsShort(Subtree after) {
    double[] early = first.velocity();
    double[] inner = last.velocity();
    double[] outer = after.first.velocity();
    double[] late = after.last.velocity();
    double[] innerMomentum = last.momentum();
    double[] outerMomentum = after.first.momentum();
    double[] sum = momentumSum;
    double[] afterSum = after.momentumSum;
    double earlyWithin = 0;
    double earlyAcross = 0;
    double earlyOuter = 0;
    double lateWithin = 0;
    double lateAcross = 0;
    double lateInner = 0;
    double outerAcross = 0;
    double innerAcross = 0;
    for (int i = 0; i < dimension; i++) {
      earlyWithin = Math.fma(early[i], sum[i], earlyWithin);
      earlyAcross = Math.fma(early[i], afterSum[i], earlyAcross);
      earlyOuter = Math.fma(early[i], outerMomentum[i], earlyOuter);
      lateWithin = Math.fma(late[i], afterSum[i], lateWithin);
      lateAcross = Math.fma(late[i], sum[i], lateAcross);
      lateInner = Math.fma(late[i], innerMomentum[i], lateInner);
      outerAcross = Math.fma(outer[i], sum[i], outerAcross);
      innerAcross = Math.fma(inner[i], afterSum[i], innerAcross);
    }
    return !(earlyWithin + earlyAcross > 0
        && lateWithin + lateAcross > 0
        && earlyWithin + earlyOuter > 0
        && own(after.first) + outerAcross > 0
        && own(last) + innerAcross > 0
        && lateWithin + lateInner > 0);
  }

  private boolean turnsLong(Subtree after) {
    double[] early = first.velocity();
    double[] late = after.last.velocity();
    double earlyWithin = dot(early, momentumSum);
    double lateWithin = dot(late, after.momentumSum);
    return !(earlyWithin + dot(early, after.momentumSum) > 0
        && lateWithin + dot(late, momentumSum) > 0
        && earlyWithin + dot(early, after.first.momentum()) > 0
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
