package planish.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DualAveragingTest {
  private static final double[] ACCEPTANCE = {0.3, 0.9, 1, 0, 0.75, 0.6};

  /**
   * Equations (6) of Hoffman and Gelman (2014), computed with Python's decimal in 50 digits: step
   * size, then its average.
   */
  private static final double[][] EXPECTED = {
    {2.014451607645665, 2.014451607645665},
    {1.9476604262510868, 1.9744661969818063},
    {2.934388847343652, 2.349278081001947},
    {0.28716309633808673, 1.11740044871978},
    {0.21848077467706986, 0.6858505793072791},
    {0.10883853659100373, 0.42432230582061903}
  };

  @Test
  void followsThePaper() {
    DualAveraging adaptation = new DualAveraging(0.8, 0.5);
    for (int k = 0; k < ACCEPTANCE.length; k++) {
      assertThat(adaptation.update(ACCEPTANCE[k]))
          .isCloseTo(EXPECTED[k][0], within(1e-13 * EXPECTED[k][0]));
      assertThat(adaptation.averaged()).isCloseTo(EXPECTED[k][1], within(1e-13 * EXPECTED[k][1]));
    }
  }

  @Test
  void startsAfresh() {
    DualAveraging adaptation = new DualAveraging(0.8, 3);
    adaptation.update(0.1);
    adaptation.restart(0.5);
    assertThat(adaptation.count()).isZero();
    assertThat(adaptation.update(0.3)).isEqualTo(new DualAveraging(0.8, 0.5).update(0.3));
  }

  @Test
  void cutsStatisticsThatAreNone() {
    assertThat(new DualAveraging(0.8, 1).update(Double.NaN))
        .isEqualTo(new DualAveraging(0.8, 1).update(0));
    assertThat(new DualAveraging(0.8, 1).update(7)).isEqualTo(new DualAveraging(0.8, 1).update(1));
  }

  /** Where every step is accepted, or none, the step size stays a number to start from. */
  @Test
  void staysFinite() {
    for (double acceptance : new double[] {0, 1}) {
      DualAveraging adaptation = new DualAveraging(0.8, 1);
      for (int k = 0; k < 100_000; k++) {
        adaptation.restart(adaptation.update(acceptance));
      }
      for (int k = 0; k < 100_000; k++) {
        assertThat(adaptation.update(acceptance)).isPositive().isFinite();
      }
      assertThat(adaptation.averaged()).isPositive().isFinite();
    }
  }

  @Test
  void goesOnWithTheSameBits() {
    DualAveraging adaptation = new DualAveraging(0.8, 0.5);
    for (double acceptance : ACCEPTANCE) {
      DualAveraging other = new DualAveraging(0.8, 9);
      other.restore(StateTree.of(adaptation));
      assertThat(other.update(acceptance)).isEqualTo(adaptation.update(acceptance));
      assertThat(other.averaged()).isEqualTo(adaptation.averaged());
    }
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatThrownBy(() -> new DualAveraging(1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.0");
    assertThatThrownBy(() -> new DualAveraging(0.8, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.0");
  }
}
