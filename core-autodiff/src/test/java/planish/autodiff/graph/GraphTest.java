package planish.autodiff.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static planish.autodiff.graph.Functions.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;

class GraphTest {
  private final Graph graph = new Graph();
  private final Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(3));

  @Test
  void equalOperationsAreOneNode() {
    Expr once = exp(x).plus(x.times(2));
    int size = graph.size();
    Expr again = exp(x).plus(x.times(2));
    assertThat(again).isEqualTo(once);
    assertThat(graph.size()).isEqualTo(size);
  }

  @Test
  void equalConstantsAreOneNodeButNegativeZeroIsAnother() {
    Expr a = x.plus(Expr.vector(1, 2, 3));
    assertThat(x.plus(Expr.vector(1, 2, 3))).isEqualTo(a);
    assertThat(x.plus(0.0)).isNotEqualTo(x.plus(-0.0));
  }

  @Test
  void dataOfOneNameAndContentInTwoArraysAreTwoNodes() {
    Expr a = graph.data("y", new double[] {1, 2, 3}, Shape.of(3));
    Expr b = graph.data("y", new double[] {1, 2, 3}, Shape.of(3));
    assertThat(a).isNotEqualTo(b);
  }

  @Test
  void randomDrawsAreNeverMerged() {
    RandomFunction function = (random, arguments, out) -> out[0] = random.nextDouble();
    Expr a = graph.random(function, Shape.scalar(), List.of());
    Expr b = graph.random(function, Shape.scalar(), List.of());
    assertThat(a).isNotEqualTo(b);
    assertThat(a.known()).isFalse();
  }

  @Test
  void whatDependsOnDataAloneIsKnown() {
    Expr y = graph.data("y", new double[] {1, 2, 3}, Shape.of(3));
    assertThat(exp(y).plus(1).known()).isTrue();
    assertThat(exp(y).plus(x).known()).isFalse();
  }

  @Test
  void constantsNeedNoGraph() {
    Expr sum = Expr.vector(1, 2, 3).times(2).sum();
    assertThat(sum).isEqualTo(Expr.of(12));
    assertThat(sum.known()).isTrue();
  }

  @Test
  void expressionsOfTwoGraphsDoNotMix() {
    Expr other = new Graph().input(InputKind.POSITION, "z", 0, Shape.of(3));
    assertThatThrownBy(() -> x.plus(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another run of this one");
  }

  @Test
  void wrongShapesAreToldWithBothShapes() {
    assertThatThrownBy(() -> x.plus(Expr.vector(1, 2)))
        .hasMessage("shapes [3] and [2] do not broadcast: 3 against 2");
    assertThatThrownBy(() -> product(Expr.matrix(new double[][] {{1, 2}}), x))
        .hasMessageContaining("[3]")
        .hasMessageContaining("[2, 1]");
    assertThatThrownBy(() -> x.get(3)).hasMessageContaining("index 3 is out of range");
    assertThatThrownBy(() -> cholesky(Expr.matrix(new double[][] {{1, 2}})))
        .hasMessageContaining("square");
    assertThatThrownBy(() -> x.reshape(2, 2)).hasMessageContaining("[3] and [2, 2] differ");
  }

  @Test
  void aGradientIsThatOfAScalar() {
    assertThatThrownBy(() -> Gradient.of(x, List.of(x))).hasMessageContaining("shape [3]");
  }

  @Test
  void theGradientOfWhatDoesNotDependIsZero() {
    Expr y = graph.input(InputKind.POSITION, "y", 3, Shape.of(2));
    assertThat(Gradient.of(x.sum(), List.of(y))).containsExactly(Expr.vector(0, 0));
    assertThat(Gradient.of(Expr.of(3), List.of(y))).containsExactly(Expr.vector(0, 0));
  }

  @Test
  void aSharedSubgraphIsVisitedOnce() {
    Expr y = x;
    for (int k = 0; k < 60; k++) {
      y = y.plus(y);
    }
    int before = graph.size();
    Gradient.of(y.sum(), List.of(x));
    assertThat(graph.size() - before).isLessThan(200);
  }

  @Test
  void nodesRememberWhereTheyComeFrom() {
    graph.enter(new Place("mu", "Model.java:12"));
    Expr y = exp(x);
    graph.enter(Place.NONE);
    Expr z = y.times(x);
    assertThat(graph.placeOf(graph.indexOf(y)).site()).isEqualTo("mu");
    assertThat(graph.placeOf(graph.indexOf(z))).isEqualTo(Place.NONE);
  }

  @Test
  void aLoopOverElementsHasAGradientOfLinearSize() {
    int n = 2000;
    Expr theta = graph.input(InputKind.POSITION, "theta", 3, Shape.of(n));
    Expr sum = Expr.of(0);
    for (int k = 0; k < n; k++) {
      sum = sum.plus(square(theta.get(k)));
    }
    int before = graph.size();
    Gradient.of(sum, List.of(theta));
    assertThat(graph.size() - before).isLessThan(5 * n);
  }

  @Test
  void reductionsAndMatricesNameTheShapesThatDoNotFit() {
    Expr a = Expr.of(new double[6], Shape.of(2, 3));
    assertThatThrownBy(() -> Reductions.sumOver(a, 2)).hasMessageContaining("no axis 2");
    assertThatThrownBy(() -> Reductions.cumulativeSum(a, -3)).hasMessageContaining("no axis -3");
    assertThatThrownBy(() -> Matrices.diagonalTimes(Expr.vector(1, 2, 3), a))
        .hasMessageContaining("3 against 2");
    assertThatThrownBy(() -> Matrices.quadraticForm(a, a)).hasMessageContaining("has 1 axes");
    assertThatThrownBy(() -> scatterAdd(Expr.vector(1, 2), new int[] {0}, Shape.of(2)))
        .hasMessageContaining("1 indices");
    assertThatThrownBy(() -> scatterAdd(Expr.vector(1), new int[] {2}, Shape.of(2)))
        .hasMessageContaining("index 2");
    assertThatThrownBy(() -> concatenate(List.of(a, Expr.vector(1)), 1))
        .hasMessageContaining("equal lengths");
    assertThatThrownBy(() -> concatenate(List.of(a), 2)).hasMessageContaining("no axis 2");
  }

  @Test
  void reductionsOfNothing() {
    Expr none = Expr.of(new double[0], Shape.of(2, 0));
    assertThat(Reductions.greatestLast(none, 1))
        .isEqualTo(Expr.vector(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY));
    assertThat(Reductions.least(none)).isEqualTo(Expr.of(Double.POSITIVE_INFINITY));
    assertThat(Reductions.cumulativeSum(none)).isEqualTo(none);
    assertThat(Reductions.sumOver(none, 1)).isEqualTo(Expr.vector(0, 0));
  }
}
