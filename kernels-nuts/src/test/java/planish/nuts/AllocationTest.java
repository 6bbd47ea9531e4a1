package planish.nuts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import planish.hmc.EuclideanHamiltonian;
import planish.hmc.FirstState;
import planish.hmc.PhasePoint;
import planish.kernelcheck.PlainDensity;
import planish.kernels.ChainRandom;
import planish.kernels.ChainState;
import planish.kernels.MassMatrix;

class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final PlainDensity density = PlainDensity.standardNormal(20);
  private final EuclideanHamiltonian dynamics =
      new EuclideanHamiltonian(density, MassMatrix.identity(20));
  private final ChainRandom random = ChainRandom.of(1);
  private final Trajectory trajectory = new Trajectory(20, 10);
  private final ChainState state = FirstState.at(density, new double[20]);

  /** Once the pool has its points, a trajectory of 1,023 steps allocates not one byte. */
  @Test
  void aTrajectoryAllocatesNothing() {
    for (int k = 0; k < 5; k++) {
      grow();
    }
    long before = THREADS.getCurrentThreadAllocatedBytes();
    long self = THREADS.getCurrentThreadAllocatedBytes() - before;
    before = THREADS.getCurrentThreadAllocatedBytes();
    for (int k = 0; k < 3; k++) {
      grow();
    }
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before - self).isZero();
    assertThat(trajectory.leapfrogs()).isEqualTo(1023);
  }

  private void grow() {
    trajectory.pool().reset();
    PhasePoint start = trajectory.pool().take();
    start.load(state);
    dynamics.refresh(random, start);
    trajectory.begin(dynamics, start, 1e-4);
    while (trajectory.depth() < 10) {
      trajectory.grow(random);
    }
  }
}
