package planish.hmc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PointPoolTest {
  private final PointPool pool = new PointPool(2);

  @Test
  void aPointComesBackWithItsLastHolder() {
    PhasePoint point = pool.take();
    point.retain();
    point.release();
    assertThat(pool.take()).isNotSameAs(point);
    point.release();
    assertThat(pool.take()).isSameAs(point);
    assertThat(pool.size()).isEqualTo(2);
  }

  @Test
  void takesAllBackWhoeverHoldsThem() {
    PhasePoint first = pool.take().retain();
    PhasePoint second = pool.take();
    second.release();
    pool.reset();
    assertThat(pool.take()).isNotSameAs(pool.take()).isIn(first, second);
    assertThat(pool.size()).isEqualTo(2);
  }

  @Test
  void anEnergyThatIsNotFiniteIsInfinite() {
    PhasePoint point = pool.take();
    double[] wrong = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
    for (double energy : wrong) {
      point.energy(energy);
      assertThat(point.energy()).isEqualTo(Double.POSITIVE_INFINITY);
    }
  }
}
