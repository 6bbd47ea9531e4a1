package planish.nuts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
  private final ChainRandom random = ChainRandom.of(1);
  private final Trajectory trajectory = new Trajectory(20, 10);
  private EuclideanHamiltonian dynamics;
  private final ChainState state = FirstState.at(density, new double[20]);

  /**
   * Once the pool has its points, a trajectory of 1,023 steps allocates not one byte. The least of
   * several counts: the compiler may give back, once, an object that it had done without.
   */
  @ParameterizedTest
  @ValueSource(strings = {"identity", "diagonal", "dense", "blocks"})
  void aTrajectoryAllocatesNothing(String form) {
    dynamics = new EuclideanHamiltonian(density, metric(form));
    for (int k = 0; k < 5; k++) {
      grow();
    }
    long least = Long.MAX_VALUE;
    for (int k = 0; k < 5; k++) {
      least = Math.min(least, allocatedByThree());
    }
    assertThat(least).isZero();
    assertThat(trajectory.leapfrogs()).isEqualTo(1023);
  }

  private long allocatedByThree() {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    long self = THREADS.getCurrentThreadAllocatedBytes() - before;
    before = THREADS.getCurrentThreadAllocatedBytes();
    for (int k = 0; k < 3; k++) {
      grow();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before - self;
  }

  private static MassMatrix metric(String form) {
    Map<String, String> groups =
        form.equals("blocks") ? Map.of("groups", "(x1,x2,x3)(x5,x19)") : Map.of();
    return DenseMetrics.adaptation(form, 20, groups).initial();
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
