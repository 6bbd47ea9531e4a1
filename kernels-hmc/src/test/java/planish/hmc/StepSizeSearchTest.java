package planish.hmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import planish.autodiff.LogDensity;
import planish.kernelcheck.PlainDensity;
import planish.kernels.ChainRandom;
import planish.kernels.ChainState;
import planish.kernels.MassMatrix;
import planish.spi.UserException;

class StepSizeSearchTest {
  private static double find(LogDensity density, double[] position, double first) {
    int dimension = density.dimension();
    EuclideanHamiltonian dynamics =
        new EuclideanHamiltonian(density, MassMatrix.identity(dimension));
    ChainState state = FirstState.at(density, position);
    return new StepSizeSearch(dynamics, new PointPool(dimension), ChainRandom.of(1))
        .find(state, first);
  }

  private static LogDensity narrow(double sd) {
    return new PlainDensity(
        1,
        (q, g) -> {
          g[0] = -q[0] / (sd * sd);
          return -0.5 * q[0] * q[0] / (sd * sd);
        });
  }

  /** It doubles and halves only, and ends within the scale of the density. */
  @Test
  void findsTheScaleFromAnywhere() {
    for (double first : new double[] {1.0 / 1024, 1, 1024}) {
      double found = find(narrow(0.01), new double[] {0.01}, first);
      assertThat(found).isBetween(0.001, 0.1);
      double doublings = Math.log(found / first) / Math.log(2);
      assertThat(doublings).isEqualTo(Math.rint(doublings));
    }
  }

  @Test
  void aFlatDensityIsImproper() {
    LogDensity flat = new PlainDensity(1, (q, g) -> g[0] = 0);
    assertThatThrownBy(() -> find(flat, new double[1], 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("improper");
  }

  /** Finite at the first evaluation alone. */
  @Test
  void aDensityThatIsFiniteNowhereElseHasNoStepSize() {
    int[] evaluations = {0};
    LogDensity once = new PlainDensity(1, (q, g) -> evaluations[0]++ == 0 ? 0 : Double.NaN);
    assertThatThrownBy(() -> find(once, new double[] {0.5}, 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("not continuous");
  }

  @Test
  void withoutCoordinatesThereIsNothingToSearch() {
    assertThat(find(PlainDensity.standardNormal(0), new double[0], 0.3)).isEqualTo(0.3);
  }

  @Test
  void aChainMustStartWhereTheDensityIsFinite() {
    LogDensity nowhere = new PlainDensity(1, (q, g) -> Double.NaN);
    assertThatThrownBy(() -> FirstState.at(nowhere, new double[1]))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("NaN");
  }
}
