package planish.hmc.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import planish.autodiff.Block;
import planish.autodiff.ParameterLayout;
import planish.autodiff.Shape;
import planish.kernels.ChainRandom;
import planish.kernels.MassMatrix;
import planish.kernels.MassMatrixAdaptation;
import planish.kernels.StateTree;
import planish.spi.UserException;

class GroupedAdaptationTest {
  private static final double[] NONE = new double[0];

  private static final double[][] POSITIONS = {
    {1, 2, 0.5}, {3, -1, 4}, {2, 5, -2}, {0.25, 7, 1}, {-1, 1.5, 3}
  };

  /** n / (n + 5) numpy.cov(x.T) + 1e-3 · 5 / (n + 5) I, NumPy 2.4.6. */
  private static final double[][] REFERENCE = {
    {1.1942499999999998, -0.746875, -0.13437499999999983},
    {-0.746875, 4.900499999999999, -2.54375},
    {-0.13437499999999983, -2.54375, 2.7255000000000003}
  };

  private static MassMatrix learned(MassMatrixAdaptation adaptation) {
    for (double[] position : POSITIONS) {
      adaptation.add(position, NONE);
    }
    return adaptation.endWindow();
  }

  /** Sites a, b, c of one coordinate each. */
  private static ParameterLayout three() {
    return new ParameterLayout(List.of(site("a", 0), site("b", 1), site("c", 2)));
  }

  private static Block site(String name, int offset) {
    return new Block(name, name, offset, Shape.of(), Shape.of());
  }

  private static void assertRows(double[][] rows, double[][] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(rows[i]).containsExactly(expected[i], within(1e-14));
    }
  }

  @Test
  void denseIsTheRegularisedCovariance() {
    MassMatrix matrix = learned(Forms.dense(three()));
    assertThat(matrix.isDiagonal()).isFalse();
    assertRows(matrix.inverseRows(), REFERENCE);
  }

  @Test
  void whatIsInNoGroupIsDiagonal() {
    double[][] expected = new double[3][3];
    for (int i = 0; i < 3; i++) {
      expected[i][i] = REFERENCE[i][i];
    }
    expected[0][2] = REFERENCE[0][2];
    expected[2][0] = REFERENCE[2][0];
    assertRows(learned(Forms.blocks(three(), "(a,c)")).inverseRows(), expected);
    assertRows(learned(Forms.blocks(three(), "(b)(c,a)")).inverseRows(), expected);
  }

  @Test
  void noGroupIsDiagonalAndAllInOneIsDense() {
    MassMatrix none = learned(Forms.blocks(three(), ""));
    assertThat(none.isDiagonal()).isTrue();
    assertThat(none.inverseRows()).isDeepEqualTo(learned(new DiagonalAdaptation(3)).inverseRows());
    MassMatrix dense = learned(Forms.dense(three()));
    assertThat(learned(Forms.blocks(three(), "(c,a,b)")).inverseRows())
        .isDeepEqualTo(dense.inverseRows());
  }

  @Test
  void oneGroupASiteIsBlockDiagonal() {
    Block vector = new Block("v", "v", 0, Shape.of(2), Shape.of(2));
    ParameterLayout layout = new ParameterLayout(List.of(vector, site("s", 2)));
    double[][] rows = learned(Forms.blocks(layout, "(v)(s)")).inverseRows();
    assertThat(rows[0][1]).isCloseTo(REFERENCE[0][1], within(1e-14));
    assertThat(rows[0][2]).isZero();
    assertThat(rows[2][2]).isCloseTo(REFERENCE[2][2], within(1e-14));
  }

  /** Numbers whose squares drown their spread. */
  @Test
  void doesNotCancel() {
    MassMatrixAdaptation adaptation = Forms.dense(ParameterLayout.single("x", 2));
    for (int k = 0; k < 1000; k++) {
      adaptation.add(new double[] {1e9 + k % 2, -1e9 - 2 * (k % 2)}, NONE);
    }
    double[][] rows = adaptation.endWindow().inverseRows();
    assertThat(rows[0][1]).isCloseTo(1000.0 / 1005 * -500 / 999, within(1e-6));
  }

  @Test
  void beforeTheSecondPositionTheMatrixOfTheWindowBeforeStays() {
    MassMatrixAdaptation adaptation = Forms.dense(three());
    assertThat(adaptation.endWindow().inverseRows())
        .isDeepEqualTo(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    double[][] first = learned(adaptation).inverseRows();
    adaptation.add(new double[] {7, 7, 7}, NONE);
    assertThat(adaptation.endWindow().inverseRows()).isDeepEqualTo(first);
    assertThat(learned(adaptation).inverseRows()).isDeepEqualTo(first);
  }

  @Test
  void goesOnWithTheSameBits() {
    for (String groups : List.of("(a,b,c)", "(a,c)", "(b)(a)")) {
      ChainRandom random = ChainRandom.of(1);
      MassMatrixAdaptation straight = Forms.blocks(three(), groups);
      MassMatrixAdaptation moving = Forms.blocks(three(), groups);
      for (int k = 0; k < 50; k++) {
        double x = random.nextGaussian();
        double[] position = {x, random.nextGaussian() + x, random.nextGaussian() - x};
        straight.add(position, NONE);
        moving.add(position, NONE);
        if (k % 20 == 19) {
          straight.endWindow();
          moving.endWindow();
        }
        StateTree saved = StateTree.of(moving);
        moving = Forms.blocks(three(), groups);
        moving.restore(saved);
      }
      MassMatrix expected = straight.endWindow();
      MassMatrix matrix = moving.fromArrays(moving.endWindow().arrays());
      assertThat(matrix.inverseRows()).isDeepEqualTo(expected.inverseRows());
      double[] p = new double[3];
      double[] q = new double[3];
      matrix.sampleMomentum(ChainRandom.of(3), p);
      expected.sampleMomentum(ChainRandom.of(3), q);
      assertThat(p).isEqualTo(q);
    }
  }

  /** Two draws of scale 1e12 that are multiples of each other: far below the rounding. */
  @Test
  void whatRoundingLeavesIndefiniteIsShrunk() {
    MassMatrixAdaptation adaptation = Forms.dense(ParameterLayout.single("x", 3));
    adaptation.add(new double[] {1e12, 3e12, -7e12}, NONE);
    adaptation.add(new double[] {-2e12, -6e12, 14e12}, NONE);
    MassMatrix matrix = adaptation.endWindow();
    double[][] rows = matrix.inverseRows();
    double correlation = rows[0][1] / Math.sqrt(rows[0][0] * rows[1][1]);
    assertThat(correlation).isBetween(1 - 1e-6, 1.0);
    double[] p = new double[3];
    matrix.sampleMomentum(ChainRandom.of(1), p);
    assertThat(p).doesNotContain(Double.NaN);
    assertThat(matrix.kineticEnergy(p)).isPositive().isFinite();
  }

  @Test
  void refusesWhatIsNoMetric() {
    MassMatrixAdaptation adaptation = Forms.dense(ParameterLayout.single("x", 2));
    assertThatThrownBy(() -> adaptation.fromArrays(Map.of()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no 'group_1' of 4 numbers");
    assertThatThrownBy(() -> Forms.dense(2, 1, 2, 2, 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("not positive definite")
        .hasMessageContaining("coordinate 2");
    adaptation.add(new double[] {-1e300, 0}, NONE);
    adaptation.add(new double[] {1e300, 0}, NONE);
    assertThatThrownBy(adaptation::endWindow)
        .isInstanceOf(UserException.class)
        .hasMessageContaining("coordinate 1");
  }

  @Test
  void advisesWhereDrawsAreFew() {
    MassMatrixAdaptation dense = Forms.dense(ParameterLayout.single("x", 51));
    assertThat(dense.advice(510)).isEmpty();
    assertThat(dense.advice(500).orElseThrow()).contains("51 coordinates", "500 draws");
    assertThat(dense.advice(0).orElseThrow()).contains("stays the identity");
    assertThat(Forms.blocks(three(), "(a,b)").advice(20)).isEmpty();
    assertThat(Forms.blocks(three(), "").advice(0)).isEmpty();
  }
}
