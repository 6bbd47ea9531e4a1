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
        .containsExactly("multiply is computed 2 times, not 5", "exp is computed 2 times, not 5");
  }

  @Test
  void aGroupWithoutRowsIsLeftOut() {
    Expr sum = Functions.log(groups.gather(0, 0, 0)).sum();
    Expr other = rewritten(sum);
    assertThat(value(other, 2, -1, 0)).isCloseTo(3 * Math.log(2), within(1e-14));
    assertThat(log.entries())
        .extracting(RewriteLog.Entry::what)
        .containsExactly(
            "left out: 1 group without an observation", "log is computed 1 times, not 3");
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
