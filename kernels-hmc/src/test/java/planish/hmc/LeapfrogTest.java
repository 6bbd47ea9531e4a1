package planish.hmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import planish.autodiff.LogDensity;
import planish.kernelcheck.PlainDensity;
import planish.kernels.MassMatrix;

/** The integrator against closed forms of mechanics. */
class LeapfrogTest {
  private static PhasePoint go(
      LogDensity density, double[] position, double[] momentum, double stepSize, int steps) {
    PointPool pool = new PointPool(position.length);
    EuclideanHamiltonian dynamics =
        new EuclideanHamiltonian(density, MassMatrix.identity(position.length));
    PhasePoint here = pool.take();
    here.load(FirstState.at(density, position));
    System.arraycopy(momentum, 0, here.momentum(), 0, momentum.length);
    for (int k = 0; k < steps; k++) {
      PhasePoint next = pool.take();
      dynamics.leapfrog(here, stepSize, next);
      here = next;
    }
    return here;
  }

  private static PlainDensity fall(double gravity) {
    return new PlainDensity(
        1,
        (q, g) -> {
          g[0] = -gravity;
          return -gravity * q[0];
        });
  }

  private static PlainDensity planet() {
    return new PlainDensity(
        2,
        (q, g) -> {
          double r = Math.hypot(q[0], q[1]);
          g[0] = -q[0] / (r * r * r);
          g[1] = -q[1] / (r * r * r);
          return 1 / r;
        });
  }

  /** Under constant force the integrator is exact: q = q₀ + p₀ t − ½ g t². */
  @Test
  void freeFallIsExact() {
    PhasePoint end = go(fall(9.81), new double[] {100}, new double[] {3}, 0.01, 200);
    assertThat(end.position()[0]).isCloseTo(100 + 3 * 2 - 0.5 * 9.81 * 4, within(1e-11));
    assertThat(end.momentum()[0]).isCloseTo(3 - 9.81 * 2, within(1e-11));
    assertThat(end.energy()).isCloseTo(0.5 * 3 * 3 + 9.81 * 100, within(1e-9));
  }

  /** A harmonic oscillator goes round in 2π; with error of the order ε². */
  @Test
  void theOscillatorComesBack() {
    int steps = 1000;
    double stepSize = 2 * Math.PI / steps;
    PhasePoint end =
        go(PlainDensity.standardNormal(1), new double[] {1}, new double[] {0.5}, stepSize, steps);
    assertThat(end.position()[0]).isCloseTo(1, within(2 * Math.PI * stepSize * stepSize / 24));
    assertThat(end.momentum()[0]).isCloseTo(0.5, within(2 * Math.PI * stepSize * stepSize / 12));
  }

  /** A circular orbit of radius 1 has the period 2π. */
  @Test
  void thePlanetComesBack() {
    int steps = 10_000;
    double stepSize = 2 * Math.PI / steps;
    PhasePoint end = go(planet(), new double[] {1, 0}, new double[] {0, 1}, stepSize, steps);
    assertThat(end.position()[0]).isCloseTo(1, within(1e-5));
    assertThat(end.position()[1]).isCloseTo(0, within(1e-5));
    assertThat(end.energy()).isCloseTo(-0.5, within(1e-7));
  }

  @Test
  void forwardFlipForwardReturns() {
    double[] position = {1, 0.3};
    double[] momentum = {0.2, 0.8};
    PhasePoint there = go(planet(), position, momentum, 0.01, 500);
    double[] flipped = {-there.momentum()[0], -there.momentum()[1]};
    PhasePoint back = go(planet(), there.position(), flipped, 0.01, 500);
    assertThat(back.position()).containsExactly(position, within(1e-11));
    assertThat(back.momentum()).containsExactly(new double[] {-0.2, -0.8}, within(1e-11));
  }

  /** A backward step is the inverse of a forward one. */
  @Test
  void backwardUndoesForward() {
    PhasePoint there = go(planet(), new double[] {1, 0.3}, new double[] {0.2, 0.8}, 0.01, 300);
    PhasePoint back = go(planet(), there.position(), there.momentum(), -0.01, 300);
    assertThat(back.position()).containsExactly(new double[] {1, 0.3}, within(1e-11));
  }

  /** Half the step size, a quarter of the energy error. */
  @Test
  void theEnergyErrorFallsWithTheSquareOfTheStep() {
    double[] errors = new double[4];
    for (int k = 0; k < errors.length; k++) {
      int steps = 50 << k;
      PhasePoint end =
          go(planet(), new double[] {1, 0}, new double[] {0.1, 0.9}, 2.0 / steps, steps);
      errors[k] = Math.abs(end.energy() - (0.5 * (0.01 + 0.81) - 1));
    }
    for (int k = 1; k < errors.length; k++) {
      assertThat(errors[k - 1] / errors[k]).isBetween(3.9, 4.1);
    }
  }
}
