package planish.autodiff.rewrite.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Functions.logSumExp;
import static planish.autodiff.rewrite.Rewritten.input;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.rewrite.Rewritten;

class PairTablesTest {
  private final Graph graph = new Graph();
  private final Expr a = input(graph, "a", 0, 4);
  private final Expr b = input(graph, "b", 4, 3);
  private final int[] first = IntStream.range(0, 60).map(i -> i % 4).toArray();
  private final int[] second = IntStream.range(0, 60).map(i -> i / 4 % 3).toArray();

  private Rewritten rewritten(Expr total) {
    return new Rewritten(graph, List.of(a, b), total, Rewrites.all());
  }

  @Test
  void sumsOfTwoEffectsAreComputedOnceForEachPair() {
    Rewritten rewritten = rewritten(logSumExp(a.gather(first).plus(b.gather(second))));
    assertThat(rewritten.told())
        .contains("add is computed for 12 pairs of groups, not for 60 rows");
    double[] x = {1, 2, 3, 4, 0.1, 0.2, 0.3};
    double expected = 0;
    for (int i = 0; i < 60; i++) {
      expected += Math.exp(x[first[i]] + x[4 + second[i]]);
    }
    assertThat(rewritten.value(x)).isCloseTo(Math.log(expected), within(1e-14));
  }

  @Test
  void moreThanHalfAsManyPairsAsRowsStay() {
    Expr total = logSumExp(a.gather(0, 1, 2).plus(b.gather(0, 0, 1)));
    assertThat(rewritten(total).told()).noneMatch(told -> told.contains("pairs of groups"));
  }
}
