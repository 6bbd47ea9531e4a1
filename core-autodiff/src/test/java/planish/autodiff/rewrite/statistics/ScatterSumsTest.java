package planish.autodiff.rewrite.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Functions.lowerTriangle;
import static planish.autodiff.graph.Functions.solveLower;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.transpose;
import static planish.autodiff.rewrite.Rewritten.input;
import static planish.autodiff.rewrite.Rewritten.normals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Matrices;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.rewrite.Rewritten;

class ScatterSumsTest {
  private final Graph graph = new Graph();
  private final Expr means = input(graph, "mu", 0, 2, 3);
  private final Expr factor = lowerTriangle(input(graph, "L", 6, 3, 3));
  private final Expr y = graph.data("y", normals(1, 120, 1e3, 1), Shape.of(40, 3));

  private void assertSame(Expr total, int largest) {
    Rewritten before = new Rewritten(graph, List.of(), total, Rewrites.none());
    Rewritten after = new Rewritten(graph, List.of(), total, Rewrites.all());
    assertThat(after.largest()).isLessThanOrEqualTo(largest);
    for (int k = 0; k < 100; k++) {
      double[] x = normals(40 + k, 15, 0, 1);
      for (int i = 0; i < 6; i++) {
        x[i] += 1e3;
      }
      double value = before.value(x);
      assertThat(after.value(x)).isCloseTo(value, within(1e-10 * Math.max(1, Math.abs(value))));
    }
  }

  @Test
  void vectorsBecomeTheirMeanAndScatter() {
    Expr centred = y.minus(means.get(0));
    assertSame(square(solveLower(factor, transpose(centred))).sum(), 12);
    assertSame(square(Functions.product(centred, factor)).sum(), 12);
  }

  @Test
  void groupsHaveMeansOfTheirOwn() {
    int[] group = IntStream.range(0, 40).map(i -> i % 2).toArray();
    Expr centred = y.minus(means.gather(group));
    assertSame(square(solveLower(factor, transpose(centred))).sum(), 15);
  }

  @Test
  void vectorsWithoutAMeanBecomeTheirScatter() {
    assertSame(square(solveLower(factor, transpose(y))).sum(), 9);
  }

  @Test
  void vectorsThatAreScaledByParametersStay() {
    Expr scaled = Matrices.timesDiagonal(y, means.get(0));
    Expr total = square(solveLower(factor, transpose(scaled))).sum();
    assertThat(new Rewritten(graph, List.of(), total, Rewrites.all()).largest()).isEqualTo(120);
  }
}
