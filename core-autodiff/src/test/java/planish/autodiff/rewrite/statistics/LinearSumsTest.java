package planish.autodiff.rewrite.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static planish.autodiff.graph.Functions.equal;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.log1pExp;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.select;
import static planish.autodiff.graph.Functions.tanh;
import static planish.autodiff.rewrite.Rewritten.input;
import static planish.autodiff.rewrite.Rewritten.normals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.rewrite.Rewritten;

class LinearSumsTest {
  private static final int N = 40;

  private final Graph graph = new Graph();
  private final Expr a = input(graph, "a", 0);
  private final Expr s = input(graph, "s", 1);
  private final Expr groups = input(graph, "g", 2, 3);
  private final double[] normal = normals(1, N, 0, 1);
  private final Expr counts =
      graph.data("y", Arrays.stream(normal).map(v -> Math.floor(v * v * 3)).toArray(), Shape.of(N));
  private final int[] index = IntStream.range(0, N).map(i -> i * 5 % 3).toArray();

  private Rewritten rewritten(Expr total) {
    return new Rewritten(graph, List.of(a, s, groups), total, Rewrites.all());
  }

  /** The first coordinate is positive. */
  private static List<double[]> positions(int count) {
    return IntStream.range(0, count)
        .mapToObj(k -> {
          double[] x = normals(50 + k, 5, 0, 1);
          x[0] = Math.exp(x[0]);
          return x;
        })
        .toList();
  }

  private void assertSmall(Expr total, int largest) {
    Rewritten rewritten = rewritten(total);
    rewritten.assertSame(positions(150));
    assertThat(rewritten.largest()).isLessThanOrEqualTo(largest);
  }

  @Test
  void poissonDataAreCounted() {
    assertSmall(counts.times(log(a)).minus(a).sum(), 1);
  }

  @Test
  void groupsAreCountedEachByItself() {
    Expr eta = groups.gather(index);
    assertSmall(counts.times(eta).minus(exp(eta)).sum(), 3);
  }

  @Test
  void offsetsAreTakenOutOfExponentials() {
    Expr eta = s.plus(Expr.vector(normal));
    assertSmall(counts.times(eta).minus(exp(eta)).sum(), 1);
  }

  @Test
  void offsetsThatAreSubtractedKeepTheirSign() {
    Expr offset = graph.data("offset", normal, Shape.of(N));
    assertSmall(exp(s.minus(offset)).sum(), 1);
    assertSmall(exp(groups.gather(index).minus(offset)).sum(), 3);
  }

  @Test
  void offsetsThatOverflowStay() {
    double[] large = normal.clone();
    large[3] = 800;
    Expr total = exp(s.plus(Expr.vector(large))).sum();
    Rewritten rewritten = rewritten(total);
    double[] low = {1, -700, 0, 0, 0};
    assertThat(rewritten.value(low)).isCloseTo(Math.exp(100), within(1e-10));
  }

  @Test
  void offsetsOfGroupsAreShiftedWithinThem() {
    double[] far = new double[N];
    Arrays.setAll(far, i -> index[i] == 1 ? 800 + normal[i] : normal[i]);
    Expr total = exp(groups.gather(index).plus(Expr.vector(far))).sum();
    Rewritten rewritten = rewritten(total);
    assertThat(rewritten.largest()).isEqualTo(3);
    double expected = 0;
    for (int i = 0; i < N; i++) {
      expected += index[i] == 1 ? 0 : Math.exp(0.3 + normal[i]);
    }
    assertThat(rewritten.value(1, 0, 0.3, -2000, 0.3)).isCloseTo(expected, within(1e-14));
  }

  private static org.assertj.core.data.Percentage within(double relative) {
    return org.assertj.core.data.Percentage.withPercentage(100 * relative);
  }

  @Test
  void deviationsOfDataOfLargeMeanCostNoDigits() {
    Expr y = graph.data("large", normals(3, N, 1e8, 1), Shape.of(N));
    for (Expr location : List.of(s, groups.gather(index))) {
      Rewritten one = rewritten(Expr.of(1).minus(y.minus(location).times(a)).sum());
      Rewritten other = rewritten(location.minus(y).times(a).sum());
      assertThat(one.largest()).isLessThanOrEqualTo(3);
      for (Rewritten rewritten : List.of(one, other)) {
        double[] errors = rewritten.errors(far());
        assertThat(errors[1]).isLessThanOrEqualTo(2 * errors[0] + 1e-15);
      }
    }
  }

  private static List<double[]> far() {
    List<double[]> all = positions(50);
    for (double[] x : all) {
      for (int k = 1; k < x.length; k++) {
        x[k] += 1e8;
      }
    }
    return all;
  }

  @Test
  void exposuresAreTakenOutOfLogarithms() {
    Expr exposure = Expr.vector(Arrays.stream(normal).map(Math::exp).toArray());
    Expr rate = a.times(exposure);
    assertSmall(counts.times(log(rate)).minus(rate).sum(), 1);
  }

  @Test
  void rowsAreSplitByData() {
    Expr ones = Expr.vector(Arrays.stream(normal).map(v -> v > 0 ? 1 : 0).toArray());
    Expr total = select(equal(ones, Expr.of(1)), log(a), log(a.plus(1))).sum();
    assertSmall(total, 1);
  }

  @Test
  void aConditionThatIsNoNumberDoesNotHold() {
    double[] conditions = new double[N];
    conditions[3] = Double.NaN;
    conditions[5] = 1;
    Expr condition = graph.data("condition", conditions, Shape.of(N));
    Rewritten rewritten = rewritten(select(condition, log(a), log(a.plus(1))).sum());
    assertThat(rewritten.largest()).isEqualTo(1);
    assertThat(rewritten.value(3, 0, 0, 0, 0))
        .isCloseTo(Math.log(3) + (N - 1) * Math.log(4), within(1e-14));
  }

  @Test
  void anInfiniteTermThatNoRowTakesIsLeftOut() {
    Expr ones = Expr.full(Shape.of(N), 1);
    Expr ofData = graph.data("ones", new double[N], Shape.of(N)).plus(ones);
    Expr total = select(equal(ofData, Expr.of(1)), log(a), log(s.times(0))).sum();
    Rewritten rewritten = rewritten(total);
    assertThat(rewritten.value(1, 0, 0, 0, 0)).isZero();
    assertThat(rewritten.largest()).isEqualTo(1);
  }

  @Test
  void aGroupWithoutRowsIsLeftOut() {
    int[] some = IntStream.range(0, N).map(i -> i % 2).toArray();
    Rewritten rewritten = rewritten(counts.times(log(groups.gather(some))).sum());
    assertThat(rewritten.value(1, 1, 1, 1, 0)).isZero();
  }

  @Test
  void productsWithAMatrixAreSummed() {
    Expr x = graph.data("x", normals(2, 3 * N, 0, 1), Shape.of(N, 3));
    Rewritten rewritten = rewritten(product(x, groups).times(counts).sum());
    rewritten.assertSame(positions(100));
    assertThat(rewritten.largest()).isEqualTo(3);
  }

  @Test
  void equalRowsAreCounted() {
    Expr signs = Expr.vector(Arrays.stream(normal).map(Math::signum).toArray());
    Rewritten rewritten = rewritten(log1pExp(signs.times(s.plus(groups.gather(index)))).sum());
    rewritten.assertSame(positions(100));
    assertThat(rewritten.largest()).isEqualTo(6);
    assertThat(rewritten.told()).contains("40 terms have 6 distinct rows");
  }

  @Test
  void equalRowsAreCountedWithTheirWeights() {
    Expr signs = Expr.vector(Arrays.stream(normal).map(Math::signum).toArray());
    Expr terms = log1pExp(signs.times(s.plus(groups.gather(index))));
    Rewritten rewritten = rewritten(Functions.dot(Expr.vector(normal), terms));
    rewritten.assertSame(positions(100));
    assertThat(rewritten.largest()).isEqualTo(6);
  }

  @Test
  void rowsThatDifferStay() {
    Expr total = tanh(Expr.vector(normal).times(s)).sum();
    assertThat(rewritten(total).changed()).isFalse();
  }

  @Test
  void parametersOfEachRowStay() {
    Expr own = input(graph, "own", 5, N);
    assertThat(rewritten(tanh(own).sum()).changed()).isFalse();
    assertThat(rewritten(Functions.dot(own, exp(own))).changed()).isFalse();
  }

  @Test
  void dataThatAreNotFiniteStay() {
    double[] broken = normal.clone();
    broken[5] = Double.NaN;
    assertThat(rewritten(Expr.vector(broken).times(s).sum()).changed()).isFalse();
  }

  @Test
  void dataWhoseSumsOverflowStay() {
    double[] large = new double[N];
    Arrays.fill(large, 1e308);
    Expr data = graph.data("large", large, Shape.of(N));
    for (Expr parameter : List.of(s, groups.gather(index))) {
      Rewritten rewritten = rewritten(data.times(parameter).sum());
      assertThat(rewritten.value(1, 1e-8, 1e-8, 1e-8, 1e-8)).isCloseTo(N * 1e300, within(1e-14));
    }
  }

  @Test
  void checksGoOn() {
    Expr checked =
        Functions.checked(a, Functions.less(Expr.of(0), a), a, "a must be positive, but is");
    Rewritten rewritten = rewritten(counts.times(checked).sum());
    assertThat(rewritten.largest()).isEqualTo(1);
    assertThat(rewritten.status(-2, 0, 0, 0, 0)).isEqualTo("a must be positive, but is: -2.0");
  }

  @Test
  void checksOfRowsGoOnWithThoseThatStandForAll() {
    Expr rate = a.times(Expr.vector(Arrays.stream(normal).map(Math::exp).toArray()));
    Expr fits = Functions.less(Expr.of(0), rate).times(Functions.less(rate, Expr.of(1 / 0.0)));
    Expr checked = Functions.checked(rate, fits, rate, "the rate must be positive, but is");
    Rewritten rewritten = rewritten(checked.times(counts).sum());
    assertThat(rewritten.largest()).isEqualTo(3);
    assertThat(rewritten.status(-1, 0, 0, 0, 0))
        .isEqualTo("the rate must be positive, but is: " + -Math.exp(normal[0]));
  }
}
