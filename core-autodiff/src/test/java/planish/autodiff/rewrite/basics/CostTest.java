package planish.autodiff.rewrite.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.rewrite.Rewritten.input;

import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;

/** Costs of expressions with all that they need. */
class CostTest {
  private static final int N = 1_000;

  private final Graph graph = new Graph();
  private final Expr x = input(graph, "x", 0, N);
  private final Cost cost = new Cost(graph);

  @Test
  void whatIsSharedCostsOnce() {
    Expr y = exp(x);
    assertThat(cost.of(y.plus(y))).isEqualTo(cost.of(y) + cost.of(x.plus(x)));
  }

  @Test
  void whatIsKnownCostsNothing() {
    Expr known = exp(graph.data("d", new double[N], Shape.of(N)));
    assertThat(cost.of(known)).isZero();
    assertThat(cost.less(known.sum(), x.sum())).isTrue();
  }

  @Test
  void theSameIsNotLess() {
    assertThat(cost.less(exp(x), exp(x))).isFalse();
    assertThat(cost.less(exp(x), exp(x).plus(1))).isTrue();
  }

  /** So that a search through a large graph ends: what cannot be told is not less. */
  @Test
  void whatIsTooMuchToTellIsNotLess() {
    Expr many = x.get(0);
    for (int k = 0; k < 30_000; k++) {
      many = many.plus(x.get(k % N)).times(0.5);
    }
    assertThat(cost.of(many)).isNaN();
    assertThat(cost.less(many, x.sum())).isFalse();
  }
}
