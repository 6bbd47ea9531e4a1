package planish.hmc;

import java.util.ArrayList;
import java.util.List;

/**
 * Phase points to be used again and again, so that a leapfrog step allocates nothing. It grows to
 * the largest number in use at a time. For one chain.
 */
public final class PointPool {
  private final int dimension;
  private final List<PhasePoint> all = new ArrayList<>();
  private final List<PhasePoint> free = new ArrayList<>();

  /** An empty pool of points with the given number of coordinates. */
  public PointPool(int dimension) {
    this.dimension = dimension;
  }

  /** {@return a point with one holder; its contents are whatever they were} */
  public PhasePoint take() {
    PhasePoint point = free.isEmpty() ? made() : free.removeLast();
    point.taken();
    return point;
  }

  private PhasePoint made() {
    PhasePoint point = new PhasePoint(this, dimension);
    all.add(point);
    return point;
  }

  void giveBack(PhasePoint point) {
    free.add(point);
  }

  /** Takes all points back, whoever holds them: at the start of a transition. */
  public void reset() {
    if (free.size() < all.size()) {
      free.clear();
      for (int k = 0; k < all.size(); k++) {
        free.add(all.get(k));
      }
    }
  }

  /** {@return how many points were ever made} */
  public int size() {
    return all.size();
  }
}
