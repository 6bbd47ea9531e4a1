package planish.autodiff.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.graph.Expr;
import planish.autodiff.rewrite.large.LargeSums;
import planish.reference.BigValues;

/** What every rewrite owes, as a table of rewrites times laws. */
class RewriteLawsTest {
  private static final double FAR = 1e8;

  static Stream<RewriteRow> rows() {
    return RewriteRows.all();
  }

  @Test
  void everyRewriteHasARow() {
    assertThat(rows().map(RewriteRow::rewrite).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Rewrites.all().rewrites().stream().map(Rewrite::name).toList());
  }

  /** Against 50 digits at 1,000 random points, by itself and with all others. */
  @ParameterizedTest
  @MethodSource("rows")
  void valuesAndGradientsStay(RewriteRow row) {
    Scene scene = new Scene(row.rows(), 3);
    Expr density = row.density().apply(scene);
    Form alone = Form.of(scene, density, only(row.rewrite()));
    assertThat(alone.isRewritten()).as("%s", row).isTrue();
    compare(row, scene, density, 1_000, alone, Form.of(scene, density, Rewrites.all()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void oneRowOrNoneIsEnough(RewriteRow row) {
    for (int n = 0; n < 2; n++) {
      Scene scene = new Scene(n, 3);
      Expr density = row.density().apply(scene);
      Form alone = Form.of(scene, density, only(row.rewrite()));
      compare(row, scene, density, 10, alone, Form.of(scene, density, Rewrites.all()));
    }
  }

  /** A mean of 1e8 standard deviations costs no more digits than it costs unrewritten. */
  @ParameterizedTest
  @MethodSource("rows")
  void dataFarFromZeroLoseNoMoreDigitsThanBefore(RewriteRow row) {
    Scene scene = new Scene(row.rows(), FAR);
    Expr density = row.density().apply(scene);
    Form direct = Form.of(scene, density, Rewrites.none());
    Form alone = Form.of(scene, density, only(row.rewrite()));
    Form all = Form.of(scene, density, Rewrites.all());
    BigValues exact = new BigValues(scene.graph(), direct.roots());
    Errors before = new Errors();
    Errors after = new Errors();
    Errors afterAll = new Errors();
    for (double[] position : scene.positions(100, 2)) {
      List<BigDecimal> values = exact.at(position);
      before.add(direct.at(position), values);
      after.add(alone.at(position), values);
      afterAll.add(all.at(position), values);
    }
    for (Errors errors : List.of(after, afterAll)) {
      assertThat(errors.value).as("%s", row).isLessThanOrEqualTo(2 * before.value + 2e-15);
      assertThat(errors.gradient)
          .as("gradient of %s", row)
          .isLessThanOrEqualTo(2 * before.gradient + 2e-15);
    }
  }

  private static void compare(
      RewriteRow row, Scene scene, Expr density, int points, Form... forms) {
    BigValues exact =
        new BigValues(scene.graph(), Form.of(scene, density, Rewrites.none()).roots());
    double tolerance = Math.max(1e-10, 10 * row.condition() * 0x1p-52);
    for (double[] position : scene.positions(points, 1)) {
      List<BigDecimal> values = exact.at(position);
      for (Form form : forms) {
        Errors errors = new Errors();
        errors.add(form.at(position), values);
        assertThat(errors.value).as("%s", row).isLessThanOrEqualTo(tolerance);
        assertThat(errors.gradient)
            .as("gradient of %s", row)
            .isLessThanOrEqualTo(Math.max(1e-9, tolerance));
      }
    }
  }

  static Rewrites only(String name) {
    return new Rewrites(
        Rewrites.all().rewrites().stream()
            .filter(r -> r.name().equals(name))
            // For more rows than are cut by themselves, 50 digits would take too long.
            .map(r -> r instanceof LargeSums ? LargeSums.ofRows(2) : r)
            .toList());
  }

  /** The greatest relative errors of the value and of the gradient. */
  private static final class Errors {
    private double value;
    private double gradient;

    void add(double[] found, List<BigDecimal> exact) {
      double size = Math.max(1, exact.getFirst().abs().doubleValue());
      value = Math.max(value, error(found[0], exact.getFirst()) / size);
      for (BigDecimal derivative : exact) {
        size = Math.max(size, derivative.abs().doubleValue());
      }
      for (int k = 1; k < found.length; k++) {
        gradient = Math.max(gradient, error(found[k], exact.get(k)) / size);
      }
    }

    private static double error(double found, BigDecimal exact) {
      return new BigDecimal(found).subtract(exact).abs().doubleValue();
    }
  }
}
