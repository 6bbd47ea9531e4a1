package planish.autodiff.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.graph.Expr;
import planish.autodiff.program.Status;

/** What rewrites must leave alone, or at least keep the values of. */
class RewriteRefusalsTest {
  private static final int ROWS = 12;

  static Stream<RewriteRefusal> refusals() {
    return RewriteRefusals.all();
  }

  @Test
  void everyRewriteHasACaseForEachReason() {
    Map<String, Set<RewriteRefusal.Reason>> reasons =
        refusals()
            .collect(
                Collectors.groupingBy(
                    RewriteRefusal::rewrite,
                    Collectors.mapping(RewriteRefusal::reason, Collectors.toSet())));
    assertThat(reasons.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Rewrites.all().rewrites().stream().map(Rewrite::name).toList());
    assertThat(reasons.values()).allMatch(EnumSet.allOf(RewriteRefusal.Reason.class)::equals);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void itStaysOrKeepsItsValues(RewriteRefusal refusal) {
    Scene scene = new Scene(ROWS, 0);
    Expr density = refusal.density().apply(scene);
    Form alone = Form.of(scene, density, RewriteLawsTest.only(refusal.rewrite()));
    assertThat(alone.isRewritten() && refusal.stays()).as("%s", refusal).isFalse();
    Form direct = Form.of(scene, density, Rewrites.none());
    Form all = Form.of(scene, density, Rewrites.all());
    for (double[] position : scene.positions(50, 3)) {
      assertSame(direct, alone, position);
      assertSame(direct, all, position);
    }
  }

  /** Derivatives must be the same where they and the value are finite. */
  private static void assertSame(Form direct, Form other, double[] position) {
    Status expected = direct.status(position);
    assertThat(other.status(position)).isEqualTo(expected);
    if (!expected.isFine()) {
      return;
    }
    double[] before = direct.values();
    double[] after = other.values();
    int compared = Double.isFinite(before[0]) ? before.length : 1;
    double size = 1;
    for (int k = 0; k < compared; k++) {
      size = Double.isFinite(before[k]) ? Math.max(size, Math.abs(before[k])) : size;
    }
    for (int k = 0; k < compared; k++) {
      boolean same =
          Double.compare(before[k], after[k]) == 0
              || k > 0 && !Double.isFinite(before[k])
              || Math.abs(before[k] - after[k]) <= 1e-10 * size;
      assertThat(same).as("output %s: %s, was %s", k, after[k], before[k]).isTrue();
    }
  }
}
