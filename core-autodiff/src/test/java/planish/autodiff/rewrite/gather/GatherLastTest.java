package planish.autodiff.rewrite.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Functions.exp;

import java.util.List;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;
import planish.autodiff.rewrite.RewriteLog;

class GatherLastTest {
  private final Graph graph = new Graph();
  private final RewriteLog log = new RewriteLog();
  private final Expr groups = graph.input(InputKind.POSITION, "a", 0, Shape.of(2));
  private final Expr scale = graph.input(InputKind.POSITION, "s", 2, Shape.scalar());

  private Expr rewritten(Expr value) {
    return new GatherLast().apply(graph, List.of(value), log).getFirst();
  }

  private double value(Expr expr, double... position) {
    double[][] out = {new double[1]};
    Programs.compile(graph, List.of(new Output(expr, 0, 0)))
        .open()
        .run(new double[][] {position}, out);
    return out[0][0];
  }

  @Test
  void whatRowsOfAGroupHaveInCommonIsComputedOnce() {
    Expr sum = exp(groups.gather(0, 1, 0, 0, 1).times(scale)).sum();
    Expr other = rewritten(sum);
    assertThat(other).isNotEqualTo(sum);
    assertThat(value(other, 0.3, -2, 0.7)).isCloseTo(value(sum, 0.3, -2, 0.7), within(1e-14));
    assertThat(log.entries())
        .extracting(RewriteLog.Entry::what)
        .containsExactly(
            "multiply is computed 2 times, not 5 times", "exp is computed 2 times, not 5 times");
  }

  @Test
  void aGroupWithoutRowsIsLeftOut() {
    Expr sum = Functions.log(groups.gather(0, 0, 0)).sum();
    Expr other = rewritten(sum);
    assertThat(value(other, 2, -1, 0)).isCloseTo(3 * Math.log(2), within(1e-14));
    assertThat(log.entries())
        .extracting(RewriteLog.Entry::what)
        .containsExactly(
            "left out: 1 group without an observation", "log is computed once, not 3 times");
  }

  private final Expr table = graph.input(InputKind.POSITION, "t", 3, Shape.of(3, 2));

  /** Probabilities of categories, checked by group: a group without rows does not count. */
  @Test
  void whatIsComputedOfAGroupsArrayIsComputedOnce() {
    Expr rows = Functions.sumLast(exp(table.gather(2, 0, 2, 2)), 1);
    Expr sum = Functions.log(rows).sum();
    Expr other = rewritten(sum);
    double[] position = {0, 0, 0, 0.1, 0.2, -0.3, 0.7, 1.3, -0.4};
    assertThat(value(other, position)).isCloseTo(value(sum, position), within(1e-14));
    assertThat(log.entries())
        .extracting(RewriteLog.Entry::what)
        .containsExactly(
            "left out: 1 group without an observation",
            "exp is computed 4 times, not 8 times",
            "sum_to[4, 1] is computed 2 times, not 4 times",
            "log is computed 2 times, not 4 times");
  }

  @Test
  void logSumExpOfAGroupIsComputedOnce() {
    Expr sum = Functions.logSumExpLast(table.gather(2, 0, 1, 2), 1).sum();
    Expr other = rewritten(sum);
    double[] position = {0, 0, 0, 0.1, 0.2, -0.3, 0.7, 1.3, -0.4};
    assertThat(value(other, position)).isCloseTo(value(sum, position), within(1e-14));
    assertThat(log.entries())
        .extracting(RewriteLog.Entry::what)
        .containsExactly("log_sum_exp[1] is computed 3 times, not 4 times");
  }

  /** Elements that change places within their rows do not belong to one group. */
  @Test
  void elementsOfOtherColumnsStay() {
    Expr turned = Functions.gatherFlat(table, new int[] {1, 0, 3, 2, 5, 4}, Shape.of(3, 2));
    Expr sum = Functions.sumLast(exp(turned), 1).sum();
    assertThat(rewritten(sum)).isEqualTo(sum);
  }

  @Test
  void moreGroupsThanRowsStay() {
    Expr first = graph.input(InputKind.POSITION, "b", 3, Shape.of(4));
    Expr sum = exp(first.gather(3, 1)).sum();
    assertThat(rewritten(sum)).isEqualTo(sum);
  }

  @Test
  void rowsOfDifferentGroupingsStay() {
    Expr sum = groups.gather(0, 1, 0).times(groups.gather(1, 0, 0)).sum();
    assertThat(rewritten(sum)).isEqualTo(sum);
    assertThat(log.entries()).isEmpty();
  }
}
