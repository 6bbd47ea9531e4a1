package planish.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.LogDensity;
import planish.kernelcheck.KolmogorovSmirnov;
import planish.kernelcheck.PlainDensity;
import planish.kernelcheck.Target;
import planish.kernels.ChainRandom;

class StretchMoveTest {
  private static final int DRAWS = 10_000;

  /**
   * Ensembles of exact draws, one sweep, then the first walker, which moved first, and the last.
   * Eighteen p-values, each below 1e-5 with that probability for a right move.
   */
  @ParameterizedTest
  @MethodSource("planish.kernelcheck.Target#difficult")
  void leavesTheTargetInvariant(Target target) {
    LogDensity density = target.density().get();
    ChainRandom random = ChainRandom.of(1);
    StretchMove move = new StretchMove(2);
    Walkers[] ensembles = new Walkers[DRAWS];
    for (int n = 0; n < DRAWS; n++) {
      ensembles[n] = exact(target, density, 8, random);
      double acceptance = move.sweep(ensembles[n], density, random);
      assertThat(acceptance).isBetween(0.0, 1.0);
    }
    for (int walker : new int[] {0, 7}) {
      target
          .uniforms()
          .forEach((name, uniform) -> {
            double[] values = new double[DRAWS];
            for (int n = 0; n < DRAWS; n++) {
              values[n] = uniform.applyAsDouble(ensembles[n].position(walker));
            }
            assertThat(KolmogorovSmirnov.pValue(values)).as(name).isGreaterThan(1e-5);
          });
    }
  }

  private static Walkers exact(Target target, LogDensity density, int count, ChainRandom random) {
    Walkers walkers = new Walkers(count);
    for (int k = 0; k < count; k++) {
      double[] position = target.draw().position(random);
      walkers.set(k, position, density.value(position));
    }
    return walkers;
  }

  @Test
  void whatIsNotFiniteIsRejected() {
    double[] failures = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (double failure : failures) {
      LogDensity walled = new PlainDensity(1, (q, g) -> Math.abs(q[0]) < 1 ? 0 : failure);
      ChainRandom random = ChainRandom.of(2);
      Walkers walkers = new Walkers(4);
      for (int k = 0; k < 4; k++) {
        walkers.set(k, new double[] {0.2 * k}, 0);
      }
      for (int n = 0; n < 200; n++) {
        new StretchMove(2).sweep(walkers, walled, random);
        for (int k = 0; k < 4; k++) {
          assertThat(Math.abs(walkers.position(k)[0])).isLessThan(1);
          assertThat(walkers.logDensity(k)).isZero();
        }
      }
    }
  }

  /** An affine map of the space changes nothing but the positions: the same moves are made. */
  @Test
  void isAffineInvariant() {
    LogDensity plain = PlainDensity.standardNormal(1);
    LogDensity scaled =
        new PlainDensity(
            1,
            (q, g) -> {
              double z = (q[0] - 16) / 1024;
              return -0.5 * z * z;
            });
    Walkers here = new Walkers(4);
    Walkers there = new Walkers(4);
    for (int k = 0; k < 4; k++) {
      double[] q = {0.25 * k};
      double[] mapped = {1024 * 0.25 * k + 16};
      here.set(k, q, plain.value(q));
      there.set(k, mapped, scaled.value(mapped));
    }
    ChainRandom one = ChainRandom.of(3);
    ChainRandom two = ChainRandom.of(3);
    for (int n = 0; n < 20; n++) {
      new StretchMove(2).sweep(here, plain, one);
      new StretchMove(2).sweep(there, scaled, two);
    }
    for (int k = 0; k < 4; k++) {
      assertThat((there.position(k)[0] - 16) / 1024)
          .isCloseTo(here.position(k)[0], org.assertj.core.api.Assertions.within(1e-10));
    }
  }
}
