package planish.autodiff.rewrite.reroll;

import static org.assertj.core.api.Assertions.assertThat;
import static planish.autodiff.graph.Functions.concatenate;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.logSumExp;
import static planish.autodiff.graph.Functions.orderedSum;
import static planish.autodiff.graph.Functions.sqrt;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.tanh;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Place;
import planish.autodiff.graph.Scan;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.program.Status;
import planish.autodiff.rewrite.RewriteLog;

class RerollTest {
  private static final int DIMENSION = 24;

  private final Graph graph = new Graph();
  private final RewriteLog log = new RewriteLog();
  private final Expr mu = graph.input(InputKind.POSITION, "mu", 0, Shape.scalar());
  private final Expr sigma = exp(graph.input(InputKind.POSITION, "s", 1, Shape.scalar()));
  private final Expr beta = graph.input(InputKind.POSITION, "beta", 2, Shape.of(6));
  private final Expr other = graph.input(InputKind.POSITION, "other", 8, Shape.of(6));
  private final Expr[] numbers =
      IntStream.range(14, DIMENSION)
          .mapToObj(k -> graph.input(InputKind.POSITION, "n" + k, k, Shape.scalar()))
          .toArray(Expr[]::new);
  private final Random random = new Random(5);

  private double[] normals(int n) {
    return random.doubles(n, -2, 2).toArray();
  }

  private static Expr normal(Expr y, Expr mean, Expr sd) {
    return square(y.minus(mean).dividedBy(sd)).times(-0.5).minus(log(sd).plus(0.9));
  }

  private Expr loop(int n, IntFunction<Expr> statement) {
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      graph.enter(new Place("y" + i, "Model.java:7"));
      terms.add(statement.apply(i));
    }
    graph.enter(Place.NONE);
    return terms.isEmpty() ? Expr.of(0) : orderedSum(terms);
  }

  private Expr rewritten(Expr value) {
    return new Reroll().apply(graph, List.of(value), log).getFirst();
  }

  /** The rewritten expression, after it was compared with the plain one at random positions. */
  private Expr same(Expr plain) {
    return same(plain, 1e-12);
  }

  private Expr same(Expr plain, double tolerance) {
    Expr other = rewritten(plain);
    Program a = compiled(plain);
    Program b = compiled(other);
    for (int k = 0; k < 20; k++) {
      double[][] position = {normals(DIMENSION), {}, {}};
      double[][] expected = {new double[1], new double[DIMENSION]};
      double[][] actual = {new double[1], new double[DIMENSION]};
      Status status = a.run(position, expected);
      assertThat(b.run(position, actual).kind()).isEqualTo(status.kind());
      if (status.isFine()) {
        close(actual[0], expected[0], tolerance);
        close(actual[1], expected[1], 10 * tolerance);
      }
    }
    return other;
  }

  private static void close(double[] actual, double[] expected, double tolerance) {
    for (int k = 0; k < actual.length; k++) {
      if (Double.isFinite(expected[k])) {
        assertThat(Math.abs(actual[k] - expected[k]))
            .isLessThanOrEqualTo(tolerance * Math.max(1, Math.abs(expected[k])));
      } else {
        assertThat(actual[k]).isEqualTo(expected[k]);
      }
    }
  }

  private Program compiled(Expr value) {
    List<Expr> inputs = new ArrayList<>();
    for (int k = 0; k < graph.size(); k++) {
      if (graph.node(k).op() instanceof planish.autodiff.graph.Input) {
        inputs.add(graph.expr(k));
      }
    }
    List<Output> outputs = new ArrayList<>(List.of(new Output(value, 0, 0)));
    int at = 0;
    for (Expr derivative : Gradient.of(value, inputs)) {
      outputs.add(new Output(derivative, 1, at));
      at += derivative.shape().size();
    }
    return Programs.compile(graph, outputs).open();
  }

  /** The number of nodes that are computed at each evaluation. */
  private int work(Expr value) {
    boolean[] needed = Needed.by(graph, graph.indexOf(value));
    int count = 0;
    for (int k = 0; k < needed.length; k++) {
      count += needed[k] && !graph.node(k).known() ? 1 : 0;
    }
    return count;
  }

  private boolean scans(Expr value) {
    boolean[] needed = Needed.by(graph, graph.indexOf(value));
    return IntStream.range(0, needed.length)
        .anyMatch(k -> needed[k] && graph.node(k).op() instanceof Scan);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 7, 100, 1000})
  void statementsOfALoopBecomeOne(int n) {
    Expr x = graph.data("x", normals(n), Shape.of(n));
    double[] y = normals(n);
    Expr total = loop(n, i -> normal(Expr.of(y[i]), mu.plus(beta.get(0).times(x.get(i))), sigma));
    Expr result = n == 0 ? rewritten(total) : same(total);
    if (n < 4) {
      assertThat(result).isEqualTo(total);
      assertThat(log.entries()).isEmpty();
    } else {
      assertThat(work(result)).isLessThan(20);
      assertThat(log.entries().getLast().what())
          .isEqualTo(n + " statements y0, y1, … became one over " + n + " rows");
    }
  }

  @Test
  void aSumInALoopOfTheProgramBecomesOneStatement() {
    double[] y = normals(50);
    Expr target = normal(mu, Expr.of(0), Expr.of(2));
    for (double number : y) {
      target = target.plus(normal(Expr.of(number), mu, sigma));
    }
    assertThat(work(same(target))).isLessThan(25);
  }

  @Test
  void aSumThatIsCountedDownBecomesOneStatement() {
    Expr target = Expr.of(0);
    for (double number : normals(50)) {
      target = target.minus(square(mu.minus(number)).plus(log(sigma)));
    }
    assertThat(work(same(target))).isLessThan(20);
  }

  @Test
  void valuesPutIntoAVectorOneByOneBecomeOne() {
    List<Expr> terms = new ArrayList<>();
    for (double number : normals(50)) {
      terms.add(normal(Expr.of(number), mu, sigma));
    }
    Expr result = same(concatenate(terms).sum());
    assertThat(work(result)).isLessThan(20);
    assertThat(log.entries().getFirst().what())
        .isEqualTo("50 values computed one by one became one vector");
  }

  @Test
  void numbersOfLargeSizeKeepTheirDigits() {
    double[] y = random.doubles(200, 1e8, 1e8 + 3).toArray();
    Expr centre = mu.plus(1e8);
    same(loop(200, i -> normal(Expr.of(y[i]), centre, sigma)), 1e-12);
  }

  @Test
  void sumsOfProductsBecomeAMatrixProduct() {
    Expr x = graph.data("x", normals(300), Shape.of(50, 6));
    double[] y = normals(50);
    Expr total =
        loop(
            50,
            i -> {
              Expr mean = Expr.of(0);
              for (int k = 0; k < 6; k++) {
                mean = mean.plus(beta.get(k).times(x.get(i, k)));
              }
              return normal(Expr.of(y[i]), mu.plus(mean), sigma);
            });
    Expr result = same(total);
    assertThat(work(result)).isLessThan(20);
    assertThat(log.entries())
        .extracting(RewriteLog.Entry::what)
        .contains("50 sums of 6 products became dot products");
  }

  @Test
  void onesAmongTheNumbersDoNotSpoilASumOfProducts() {
    double[][] x = new double[50][6];
    for (double[] row : x) {
      java.util.Arrays.setAll(row, _ -> random.nextInt(3));
    }
    Expr total =
        loop(
            50,
            i -> {
              Expr mean = mu;
              for (int k = 0; k < 6; k++) {
                mean = mean.plus(beta.get(k).times(x[i][k]));
              }
              return normal(Expr.of(i), mean, sigma);
            });
    assertThat(work(same(total))).isLessThan(20);
  }

  @Test
  void rowsTimesCoefficientsBecomeAMatrixProduct() {
    Expr x = graph.data("x", normals(300), Shape.of(50, 6));
    Expr total = loop(50, i -> tanh(x.get(i).product(beta).minus(i)));
    assertThat(work(same(total))).isLessThan(10);
  }

  @Test
  void elementsByGroupBecomeAGather() {
    double[] y = normals(60);
    Expr total =
        loop(60, i -> normal(Expr.of(y[i]), beta.get(i % 4).plus(other.get(i / 4 % 3)), sigma));
    assertThat(work(same(total))).isLessThan(20);
  }

  @Test
  void anElementOfATableIsThatNumber() {
    List<Expr> sums = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 3; j++) {
        sums.add(beta.get(i).plus(other.get(j)));
      }
    }
    Expr table = concatenate(sums).reshape(4, 3);
    double[] y = normals(60);
    Expr total = loop(60, i -> normal(Expr.of(y[i]), table.get(i % 4, i / 4 % 3), sigma));
    assertThat(work(same(total))).isLessThan(20);
  }

  @Test
  void vectorStatementsOfDifferentLengthsBecomeOne() {
    Expr x = graph.data("x", normals(60), Shape.of(60));
    Expr total =
        loop(
            6,
            i -> {
              Expr own = x.slice(i * i, (i + 1) * (i + 1));
              Expr mean = beta.get(i).plus(own.times(mu));
              return normal(Expr.vector(normals(2 * i + 1)), mean, sigma).sum();
            });
    assertThat(work(same(total))).isLessThan(22);
    assertThat(log.entries().getLast().what())
        .isEqualTo("6 statements y0, y1, … became one over 36 rows");
  }

  @Test
  void numbersOfTheirOwnStandSideBySide() {
    Expr total = loop(10, i -> normal(numbers[i], mu, sigma));
    assertThat(work(same(total))).isLessThan(30);
  }

  @Test
  void smallVectorsBecomeRows() {
    Expr x = graph.data("x", normals(120), Shape.of(20, 6));
    Expr total =
        loop(20, i -> logSumExp(x.get(i).times(beta).plus(other)).plus(exp(x.get(i, 2)).times(mu)));
    assertThat(work(same(total))).isLessThan(20);
  }

  @Test
  void checksBecomeOne() {
    Expr x = graph.data("x", normals(30), Shape.of(30));
    Expr total =
        loop(
            30,
            i -> {
              Expr sd = mu.plus(x.get(i)).plus(1.5);
              Expr checked =
                  Functions.checked(sd, Functions.less(Expr.of(0), sd), sd, "sd must be positive");
              return normal(Expr.of(i), beta.get(0), checked);
            });
    Expr result = same(total);
    assertThat(work(result)).isLessThan(20);
  }

  @Test
  void equalStatementsKeepTheirNumber() {
    Expr total = loop(60, i -> normal(Expr.of(i % 5), mu, sigma));
    assertThat(work(same(total))).isLessThan(20);
  }

  @Test
  void statementsOfTwoKindsBecomeTwo() {
    double[] y = normals(40);
    Expr total =
        loop(
            40,
            i -> i % 2 == 0 ? normal(Expr.of(y[i]), mu, sigma) : exp(beta.get(i % 6)).times(y[i]));
    assertThat(work(same(total))).isLessThan(25);
    assertThat(log.entries()).hasSize(2);
  }

  @Test
  void statementsOfDifferentStructureStay() {
    Expr total =
        orderedSum(
            List.of(
                normal(mu, Expr.of(0), Expr.of(1)),
                exp(beta.get(0)),
                log(sigma),
                square(other.get(1))));
    assertThat(same(total)).isEqualTo(total);
    assertThat(log.entries()).isEmpty();
  }

  @Test
  void aDifferenceOfTwoElementsStays() {
    Expr total = tanh(beta.get(2).plus(beta.get(4)));
    assertThat(same(total)).isEqualTo(total);
  }

  @Test
  void elementsOfTwoArraysInTurnKeepTheirValues() {
    double[] a = normals(20);
    Expr x = graph.data("x", normals(20), Shape.of(20));
    Expr z = graph.data("z", normals(20), Shape.of(20));
    Expr total = loop(20, i -> normal((i % 2 == 0 ? x : z).get(i), mu.plus(a[i]), sigma));
    same(total);
  }

  @Test
  void aValueUsedElsewhereKeepsItsValue() {
    double[] y = normals(20);
    Expr[] terms = new Expr[20];
    Expr total = loop(20, i -> terms[i] = normal(Expr.of(y[i]), mu, sigma));
    same(total.plus(exp(terms[3].times(0.01))).times(terms[5]));
  }

  @Test
  void aDependenceThatIsNoRecurrenceKeepsItsValue() {
    List<Expr> values = new ArrayList<>(List.of(mu));
    Expr total =
        loop(
            30,
            i -> {
              Expr next = tanh(values.get(i * i % (i + 1)).times(sigma).plus(0.1 * i));
              values.add(next);
              return square(next.minus(i));
            });
    same(total);
  }

  // ---- recurrences ------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 6, 40, 300})
  void movingAveragesBecomeAScan(int n) {
    Expr y = graph.data("y", normals(n), Shape.of(n));
    Expr[] error = {y.get(0).minus(mu)};
    Expr total =
        loop(
            n,
            i -> {
              if (i > 0) {
                Expr mean = mu.plus(beta.get(0).times(y.get(i - 1)));
                error[0] = y.get(i).minus(mean.plus(tanh(beta.get(1)).times(error[0]).times(0.7)));
              }
              return normal(error[0], Expr.of(0), sigma);
            });
    Expr result = same(total);
    assertThat(scans(result)).isEqualTo(n > 20);
    if (n > 20) {
      assertThat(work(result)).isLessThan(60);
      assertThat(log.entries().getLast().what())
          .endsWith("rows, in a loop that hands one number from row to row");
    }
  }

  @Test
  void changingVariancesBecomeAScan() {
    Expr y = graph.data("y", normals(200), Shape.of(200));
    Expr[] sd = {Expr.of(0.7)};
    Expr total =
        loop(
            200,
            i -> {
              if (i > 0) {
                Expr shock = square(y.get(i - 1).minus(mu)).times(0.3);
                sd[0] = sqrt(sigma.plus(shock).plus(square(sd[0]).times(0.5)));
              }
              return normal(y.get(i), mu, sd[0]);
            });
    Expr result = same(total);
    assertThat(scans(result)).isTrue();
    assertThat(work(result)).isLessThan(80);
  }

  @Test
  void twoLagsAreHandedOn() {
    Expr z = graph.data("z", normals(100), Shape.of(100));
    List<Expr> h = new ArrayList<>(List.of(mu, beta.get(3)));
    Expr total =
        loop(
            100,
            i -> {
              Expr next =
                  tanh(h.get(i + 1).times(beta.get(0)))
                      .plus(tanh(h.get(i)).times(beta.get(1)))
                      .plus(z.get(i).times(sigma));
              h.add(next);
              return square(next.minus(0.1 * i));
            });
    Expr result = same(total, 1e-11);
    assertThat(scans(result)).isTrue();
    assertThat(work(result)).isLessThan(100);
  }

  @Test
  void aStateOfSeveralNumbersIsHandedOn() {
    Expr y = graph.data("y", normals(80), Shape.of(80));
    Expr[] state = {mu, Expr.of(1)};
    Expr total =
        loop(
            80,
            i -> {
              Expr variance = state[1].plus(sigma);
              Expr gain = state[1].dividedBy(variance);
              Expr surprise = y.get(i).minus(state[0]);
              state[0] = state[0].plus(gain.times(surprise));
              state[1] = state[1].times(Expr.of(1).minus(gain)).plus(0.3);
              return square(surprise).dividedBy(variance).plus(log(variance)).times(-0.5);
            });
    Expr result = same(total, 1e-11);
    assertThat(scans(result)).isTrue();
    assertThat(work(result)).isLessThan(120);
  }

  @Test
  void aCheckWithinARecurrenceIsMadeOnAllRows() {
    Expr z = graph.data("z", normals(40), Shape.of(40));
    Expr[] h = {sigma};
    Expr total =
        loop(
            40,
            i -> {
              Expr next = h[0].times(0.5).plus(z.get(i).times(mu).times(0.2)).plus(0.4);
              h[0] = Functions.checked(next, Functions.less(Expr.of(0), next), next, "h");
              return square(h[0]);
            });
    assertThat(scans(same(total, 1e-11))).isTrue();
  }

  // ---- recurrences of which only the end is used ------------------------------------------------

  @ParameterizedTest
  @ValueSource(ints = {3, 10, 40, 200})
  void aForwardPassOfScalarsBecomesAScan(int n) {
    double[] y = normals(n);
    Expr[] state = {mu, Expr.of(-1)};
    for (double number : y) {
      Expr[] next = new Expr[2];
      for (int k = 0; k < 2; k++) {
        Expr emission = normal(Expr.of(number), other.get(k), sigma);
        next[k] =
            logSumExp(
                    concatenate(
                        List.of(state[0].plus(beta.get(k)), state[1].plus(beta.get(2 + k)))))
                .plus(emission);
      }
      state = next;
    }
    Expr result = same(logSumExp(concatenate(List.of(state[0], state[1]))), 1e-11);
    assertThat(scans(result)).isEqualTo(n > 30);
    if (n > 30) {
      assertThat(work(result)).isLessThan(120);
      assertThat(log.entries().getLast().what()).contains("steps that were written out");
    }
  }

  @Test
  void aForwardPassOfVectorsBecomesAScan() {
    Expr y = graph.data("y", normals(60), Shape.of(60));
    Expr transition = concatenate(List.of(beta, other.slice(0, 3))).reshape(3, 3);
    Expr state = other.slice(3, 6);
    for (int t = 0; t < 60; t++) {
      Expr emission = normal(y.get(t), beta.slice(0, 3), sigma);
      state = Functions.logSumExpLast(transition.plus(state), 1).plus(emission);
    }
    Expr result = same(logSumExp(state), 1e-11);
    assertThat(scans(result)).isTrue();
    assertThat(work(result)).isLessThan(120);
  }

  // ---- large graphs -----------------------------------------------------------------------------

  @Test
  void aHundredThousandStatementsBecomeOne() {
    int n = 100_000;
    Expr x = graph.data("x", normals(n), Shape.of(n));
    double[] y = normals(n);
    Expr total =
        loop(n, i -> normal(Expr.of(y[i]), beta.get(i % 6).plus(mu.times(x.get(i))), sigma));
    assertThat(work(rewritten(total))).isLessThan(20);
  }

  @Test
  void manyStepsBecomeAScan() {
    Expr state = mu;
    for (int k = 0; k < 100_000; k++) {
      state = tanh(state).times(sigma);
    }
    assertThat(work(rewritten(state))).isLessThan(20);
  }

  @Test
  void manyOperationsThatAreNotAlikeStay() {
    Expr state = mu;
    for (int k = 0; k < 200_000; k++) {
      state =
          switch (random.nextInt(4)) {
            case 0 -> tanh(state);
            case 1 -> state.plus(sigma);
            case 2 -> state.times(0.3);
            default -> state.minus(beta.get(k % 6));
          };
    }
    assertThat(work(rewritten(state))).isGreaterThan(50_000);
  }
}
