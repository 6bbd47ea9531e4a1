package planish.autodiff.rewrite.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.select;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.rewrite.Rewritten.input;
import static planish.autodiff.rewrite.Rewritten.normals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.rewrite.Rewritten;

class SquareSumsTest {
  private static final Rewrites ALL = Rewrites.all();
  private static final double HUGE = 1e8;

  private final Graph graph = new Graph();
  private final Expr mu = input(graph, "mu", 0);
  private final Expr sigma = input(graph, "sigma", 1);
  private final Expr groups = input(graph, "a", 2, 4);
  private final Expr slopes = input(graph, "b", 6, 3);

  private Expr y(int n, double location) {
    return graph.data("y", normals(1, n, location, 1), Shape.of(n));
  }

  private Expr normal(Expr y, Expr mean) {
    return square(y.minus(mean).dividedBy(sigma)).times(-0.5).minus(Functions.log(sigma)).sum();
  }

  private Rewritten rewritten(Expr total) {
    return new Rewritten(graph, List.of(mu, sigma, groups, slopes), total, ALL);
  }

  /** Means and slopes about a location, a positive scale. */
  private static List<double[]> positions(int count, double location) {
    List<double[]> all = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      double[] x = normals(100 + k, 9, 0, 1);
      x[0] += location;
      x[1] = Math.exp(x[1]);
      for (int g = 0; g < 4; g++) {
        x[2 + g] += location;
      }
      all.add(x);
    }
    return all;
  }

  private static int[] fourGroups(int n) {
    return IntStream.range(0, n).map(i -> i * i * 7 % 4 ^ i / 5 % 4).toArray();
  }

  @Test
  void normalDataBecomeThreeStatistics() {
    Rewritten rewritten = rewritten(normal(y(50, 3), mu));
    rewritten.assertSame(positions(1000, 3));
    assertThat(rewritten.largest()).isEqualTo(1);
    assertThat(rewritten.told()).contains("50 observations of y became 3 statistics");
  }

  @Test
  void groupsHaveStatisticsOfTheirOwn() {
    Rewritten rewritten = rewritten(normal(y(60, 3), groups.gather(fourGroups(60))));
    rewritten.assertSame(positions(300, 3));
    assertThat(rewritten.largest()).isEqualTo(4);
  }

  @Test
  void aRegressionBecomesATriangle() {
    Expr x = graph.data("x", normals(2, 180, 0.5, 1), Shape.of(60, 3));
    Rewritten rewritten = rewritten(normal(y(60, 3), product(x, slopes).plus(mu)));
    rewritten.assertSame(positions(300, 3));
    assertThat(rewritten.largest()).isEqualTo(3);
  }

  @Test
  void groupsWithSlopesAreEliminatedFirst() {
    Expr x = graph.data("x", normals(2, 60, 0.5, 1), Shape.of(60));
    Expr mean = groups.gather(fourGroups(60)).plus(mu.times(x));
    Rewritten rewritten = rewritten(normal(y(60, 3), mean));
    rewritten.assertSame(positions(300, 3));
    assertThat(rewritten.largest()).isEqualTo(4);
  }

  @Test
  void aCollinearMatrixIsNoTrouble() {
    double[] twice = normals(2, 60, 0, 1);
    double[] matrix = new double[180];
    for (int i = 0; i < 60; i++) {
      matrix[3 * i] = twice[i];
      matrix[3 * i + 1] = 2 * twice[i];
      matrix[3 * i + 2] = 1;
    }
    Expr x = graph.data("x", matrix, Shape.of(60, 3));
    Rewritten rewritten = rewritten(normal(y(60, 3), product(x, slopes).plus(mu)));
    rewritten.assertSame(positions(200, 3));
    assertThat(rewritten.largest()).isEqualTo(3);
  }

  /** Groups and predictors beside a matrix: columns are projected out one after the other. */
  @Test
  void groupsBesideAMatrix() {
    Expr x = graph.data("x", normals(2, 180, 5, 1), Shape.of(60, 3));
    Expr z = graph.data("z", normals(3, 60, 1, 2), Shape.of(60));
    Expr mean = groups.gather(fourGroups(60)).plus(product(x, slopes)).plus(mu.times(z));
    Rewritten rewritten = rewritten(normal(y(60, 3), mean));
    rewritten.assertSame(positions(200, 3));
    assertThat(rewritten.largest()).isEqualTo(4);
  }

  private Rewritten ofScales(int n, double location, double predictors) {
    int[] of = fourGroups(n);
    Expr x = graph.data("x", normals(2, 3 * n, predictors, 1), Shape.of(n, 3));
    Expr scales = Functions.exp(groups.gather(of));
    Expr total = square(y(n, location).minus(product(x, slopes)).minus(mu).dividedBy(scales)).sum();
    return rewritten(total);
  }

  private static List<double[]> atCommonLocation(int count, double location) {
    List<double[]> all = positions(count, 0);
    all.forEach(x -> x[0] += location);
    return all;
  }

  @Test
  void eachGroupWithAScaleHasATriangle() {
    Rewritten rewritten = ofScales(60, 3, 0.5);
    rewritten.assertSame(atCommonLocation(200, 3));
    assertThat(rewritten.largest()).isEqualTo(12);
  }

  @Test
  void trianglesOfGroupsKeepTheDigitsOfDataFarFromZero() {
    double[] errors = ofScales(60, HUGE, 2).errors(atCommonLocation(100, HUGE));
    assertThat(errors[1]).isLessThanOrEqualTo(Math.max(2 * errors[0], 1e-10));
  }

  @Test
  void aGroupOfFewRowsWithAScaleIsNoTrouble() {
    Rewritten rewritten = ofScales(40, 3, 1);
    rewritten.assertSame(atCommonLocation(100, 3));
    assertThat(rewritten.changed()).isTrue();
  }

  @Test
  void moreTrianglesThanRowsAreNotMade() {
    Rewritten rewritten = ofScales(20, 3, 1);
    rewritten.assertSame(atCommonLocation(50, 3));
    assertThat(rewritten.largest()).isEqualTo(20);
  }

  @Test
  void weightsAreTakenAlong() {
    Expr weights = Expr.vector(normals(3, 60, 0, 1));
    Expr total = Functions.dot(square(weights), square(y(60, 3).minus(mu)));
    Rewritten rewritten = rewritten(total);
    rewritten.assertSame(positions(200, 3));
    assertThat(rewritten.largest()).isEqualTo(1);
  }

  @Test
  void aMeanOfManyDeviationsCostsNoDigits() {
    assertNoWorse(rewritten(normal(y(400, HUGE), mu)), positions(100, HUGE));
  }

  @Test
  void meansOfGroupsCostNoDigits() {
    assertNoWorse(
        rewritten(normal(y(400, HUGE), groups.gather(fourGroups(400)))), positions(100, HUGE));
  }

  @Test
  void predictorsOfLargeMeanAreLeftToRows() {
    Expr x = graph.data("x", normals(2, 400, HUGE, 1), Shape.of(400));
    Expr mean = mu.plus(slopes.get(0).times(x));
    assertThat(rewritten(normal(y(400, 3), mean)).largest()).isEqualTo(400);
    Expr matrix = graph.data("x", normals(2, 1200, HUGE, 1), Shape.of(400, 3));
    Expr product = product(matrix, slopes).plus(mu);
    assertThat(rewritten(normal(y(400, 3), product)).largest()).isEqualTo(400);
  }

  @Test
  void predictorsLikeYearsAreNot() {
    Expr x = graph.data("x", normals(2, 400, 2000, 10), Shape.of(400));
    Rewritten rewritten = rewritten(normal(y(400, 3), mu.plus(slopes.get(0).times(x))));
    assertThat(rewritten.largest()).isEqualTo(3);
    rewritten.assertSame(near(1, 2000));
  }

  @Test
  void predictorsOfGroupsLeaveNothingWithinThem() {
    int[] group = fourGroups(60);
    double[] ofGroup = IntStream.of(group).mapToDouble(g -> 1e6 + g).toArray();
    Expr mean = groups.gather(group).plus(mu.times(graph.data("u", ofGroup, Shape.of(60))));
    Rewritten rewritten = rewritten(normal(y(60, 3), mean));
    rewritten.assertSame(positions(100, 3));
    assertThat(rewritten.largest()).isEqualTo(4);
  }

  /** Positions at which the mean is near the data: intercepts make up for what slopes do. */
  private static List<double[]> near(int predictors, double location) {
    List<double[]> all = positions(100, 3);
    for (double[] x : all) {
      for (int j = 0; j < predictors; j++) {
        x[0] -= x[6 + j] * location;
      }
    }
    return all;
  }

  private void assertNoWorse(Rewritten rewritten, List<double[]> positions) {
    assertThat(rewritten.largest()).isLessThanOrEqualTo(4);
    double[] errors = rewritten.errors(positions);
    assertThat(errors[1]).isLessThanOrEqualTo(2 * errors[0] + 2e-15);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void fewRows(int n) {
    rewritten(normal(y(n, 3), mu)).assertSame(positions(20, 3));
    int[] index = IntStream.range(0, n).toArray();
    rewritten(normal(y(n, 3), groups.gather(index))).assertSame(positions(20, 3));
  }

  /** One group of an array of one: a vector of one number is no number. */
  @Test
  void oneGroupAlone() {
    Expr one = groups.slice(0, 1).gather(new int[50]);
    Rewritten rewritten = rewritten(square(y(50, 3).minus(one)).sum().plus(mu));
    rewritten.assertSame(positions(20, 3));
    assertThat(rewritten.largest()).isEqualTo(4);
  }

  @Test
  void parametersInThePlaceOfDataStay() {
    Expr wanted = input(graph, "y", 9, 50);
    assertThat(rewritten(square(wanted.minus(mu)).sum()).changed()).isFalse();
  }

  @Test
  void dataThatAreNotFiniteStay() {
    double[] infinite = normals(1, 50, 3, 1);
    infinite[7] = Double.POSITIVE_INFINITY;
    Expr y = graph.data("y", infinite, Shape.of(50));
    Rewritten rewritten = rewritten(square(y.minus(mu)).sum());
    assertThat(rewritten.changed()).isFalse();
    assertThat(rewritten.value(normals(4, 9, 0, 1))).isInfinite();
  }

  @Test
  void aTruncationByParametersStays() {
    Expr inside = Functions.less(y(50, 3), mu);
    Expr total = select(inside, square(y(50, 3).minus(mu)), Expr.of(0)).sum();
    assertThat(rewritten(total).largest()).isEqualTo(50);
  }

  @Test
  void whatIsUsedElsewhereIsStillThere() {
    Expr z = y(50, 3).minus(mu);
    Expr total = square(z).sum().plus(Functions.logSumExp(z));
    Rewritten rewritten = rewritten(total);
    assertThat(rewritten.largest()).isEqualTo(50);
    assertThat(rewritten.changed()).isTrue();
  }

  /** A hundred pairs in 135 rows: a square for each pair is less work. */
  @Test
  void crossedGroupingsHaveStatisticsOfTheirPairs() {
    Expr one = input(graph, "one", 0, 10);
    Expr other = input(graph, "other", 10, 10);
    int[] first = IntStream.range(0, 135).map(i -> i < 100 ? i / 10 : i * 7 % 10).toArray();
    int[] second = IntStream.range(0, 135).map(i -> i < 100 ? i % 10 : i * 3 % 10).toArray();
    Expr mean = one.gather(first).plus(other.gather(second));
    Expr total = square(y(135, 3).minus(mean)).sum();
    Rewritten rewritten = new Rewritten(graph, List.of(one, other), total, ALL);
    rewritten.assertSame(IntStream.range(0, 50).mapToObj(k -> normals(k, 20, 0, 1)).toList());
    assertThat(rewritten.largest()).isEqualTo(100);
  }

  @Test
  void groupsAsManyAsRowsStay() {
    Expr total = square(y(4, 3).minus(groups.gather(0, 1, 2, 3))).sum();
    assertThat(rewritten(total).told()).isEmpty();
  }
}
