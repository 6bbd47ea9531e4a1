package planish.compiler;

import static planish.autodiff.graph.Functions.cholesky;
import static planish.autodiff.graph.Functions.dot;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.log1p;
import static planish.autodiff.graph.Functions.log1pExp;
import static planish.autodiff.graph.Functions.logGamma;
import static planish.autodiff.graph.Functions.orderedSum;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.scan;
import static planish.autodiff.graph.Functions.solveLower;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.sum;
import static planish.autodiff.graph.Functions.tanh;
import static planish.autodiff.graph.Functions.transpose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.program.ScanBodies;

/**
 * A density of which a rewrite has to tell whether another form costs less.
 *
 * @param rewrite its name
 * @param what for people
 * @param taken whether the other form costs less
 * @param density the density as a model states it
 * @param other the form that is not chosen, as it is run without rewrites
 */
record Choice(
    String rewrite,
    String what,
    boolean taken,
    Function<Data, Expr> density,
    Function<Data, Expr> other) {
  private static final int ROWS = 900;

  /** A position of some parameters, and numbers. */
  record Data(Graph graph, Expr x, Random random) {
    Expr numbers(int... lengths) {
      Shape shape = Shape.of(lengths);
      double[] values = random.doubles(shape.size(), -1, 1).toArray();
      return graph.data("data" + shape, values, shape);
    }
  }

  static Stream<Choice> all() {
    return Stream.of(
        taken("gather-last", "85 groups of 900 rows", d -> groups(d, i -> i % 85)),
        taken("gather-last", "a group for each row", d -> groups(d, i -> i * 7 % ROWS)),
        left("gather-last", "800 of 1,000 groups, 900 rows", Choice::scattered, Choice::present),
        taken("equal-numbers", "900 counts of 100 values", Choice::dispersed),
        taken("pair-tables", "100 pairs in 900 rows", d -> pairs(d, 10)),
        taken("linear-sums", "counts of 85 groups", Choice::counts),
        taken("square-sums", "900 rows, 20 columns", Choice::regression),
        taken("repeated-rows", "900 rows, 8 of them distinct", Choice::repeated),
        taken("scatter-sums", "50 vectors of 10 numbers", Choice::scatter),
        taken("known-quadratic-forms", "100 x 100, constant", Choice::covariance),
        taken("re-roll", "200 statements", d -> statements(d, 200)),
        left("re-roll", "3 statements", d -> statements(d, 3), d -> rows(d, 3)),
        taken("re-roll", "200 steps", d -> steps(d, 200)),
        left("re-roll", "12 steps", d -> steps(d, 12), d -> scanned(d, 12)));
  }

  private static Choice taken(String rewrite, String what, Function<Data, Expr> density) {
    return new Choice(rewrite, what, true, density, density);
  }

  private static Choice left(
      String rewrite, String what, Function<Data, Expr> density, Function<Data, Expr> other) {
    return new Choice(rewrite, what, false, density, other);
  }

  private static Expr groups(Data d, IntUnaryOperator group) {
    int[] index = IntStream.range(0, ROWS).map(group).toArray();
    Expr rates = d.x().gather(index);
    return sum(log1pExp(rates).times(d.numbers(ROWS)));
  }

  /** Places of 800 groups. */
  private static final int[] PRESENT = IntStream.range(0, 800).map(k -> k + k / 4).toArray();

  private static int[] places() {
    return IntStream.range(0, ROWS).map(i -> i * 7 % PRESENT.length).toArray();
  }

  private static Expr scattered(Data d) {
    int[] index = IntStream.of(places()).map(k -> PRESENT[k]).toArray();
    return near(d, square(d.x().gather(index)));
  }

  private static Expr present(Data d) {
    return near(d, square(d.x().gather(PRESENT)).gather(places()));
  }

  private static Expr dispersed(Data d) {
    double[] counts = IntStream.range(0, ROWS).mapToDouble(i -> i * 7 % 100).toArray();
    Expr y = d.graph().data("counts", counts, Shape.of(ROWS)).plus(exp(d.x().get(0)));
    Expr rates = exp(product(d.numbers(ROWS, 2), d.x().slice(1, 3)));
    return sum(logGamma(y).minus(y.times(log1p(rates))));
  }

  private static Expr near(Data d, Expr rows) {
    return sum(log1p(square(rows.minus(d.numbers(ROWS)))));
  }

  private static Expr pairs(Data d, int n) {
    int[] one = IntStream.range(0, ROWS).map(i -> i * 7 % n).toArray();
    int[] other = IntStream.range(0, ROWS).map(i -> i * 13 / 5 % n).toArray();
    Expr sums = d.x().slice(0, n).gather(one).plus(d.x().slice(n, 2 * n).gather(other));
    return sum(log1p(exp(sums)).times(d.numbers(ROWS)));
  }

  private static Expr counts(Data d) {
    int[] index = IntStream.range(0, ROWS).map(i -> i % 85).toArray();
    Expr rates = d.x().gather(index);
    return sum(d.numbers(ROWS).times(rates).minus(exp(rates)));
  }

  private static Expr regression(Data d) {
    Expr mean = product(d.numbers(ROWS, 20), d.x().slice(0, 20));
    return sum(square(d.numbers(ROWS).minus(mean))).times(-0.5);
  }

  private static Expr repeated(Data d) {
    double[] values = new double[3 * ROWS];
    Arrays.setAll(values, k -> k / 3 >> k % 3 & 1);
    Expr predictors = d.graph().data("rows", values, Shape.of(ROWS, 3));
    return sum(log1pExp(product(predictors, d.x().slice(0, 3))));
  }

  private static Expr scatter(Data d) {
    Expr factor = cholesky(wellConditioned(d, 10).times(exp(d.x().get(0))));
    Expr apart = d.numbers(50, 10).minus(d.x().slice(1, 11));
    return sum(square(solveLower(factor, transpose(apart)))).times(-0.5);
  }

  private static Expr wellConditioned(Data d, int n) {
    double[] values = new double[n * n];
    Arrays.setAll(values, k -> k / n == k % n ? 2 : 1.0 / (2 + Math.abs(k / n - k % n)));
    return d.graph().data("covariance", values, Shape.of(n, n));
  }

  private static Expr covariance(Data d) {
    Expr z = solveLower(cholesky(wellConditioned(d, 100)), d.x().slice(0, 100));
    return dot(z, z).times(-0.5);
  }

  private static Expr statement(Expr y, Data d) {
    return log1p(square(y.minus(d.x().get(0)).times(exp(d.x().get(1)))));
  }

  private static Expr statements(Data d, int n) {
    Expr y = d.numbers(n);
    return orderedSum(IntStream.range(0, n).mapToObj(i -> statement(y.get(i), d)).toList());
  }

  private static Expr rows(Data d, int n) {
    return sum(statement(d.numbers(n), d));
  }

  private static Expr steps(Data d, int n) {
    Expr y = d.numbers(n);
    Expr factor = tanh(d.x().get(1));
    Expr state = d.x().get(0);
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      state = y.get(i).minus(factor.times(state));
      terms.add(square(state));
    }
    return orderedSum(terms);
  }

  private static Expr scanned(Data d, int n) {
    var body = ScanBodies.of(1, 1, 1, (state, read, shared) -> read.minus(shared.times(state)));
    Expr factor = tanh(d.x().get(1)).reshape(1);
    Expr states = scan(body, d.x().slice(0, 1), d.numbers(n).reshape(n, 1), factor);
    return sum(square(states.slice(1, n + 1)));
  }

  @Override
  public String toString() {
    return rewrite + ": " + what;
  }
}
