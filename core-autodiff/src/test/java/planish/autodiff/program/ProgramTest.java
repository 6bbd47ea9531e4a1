package planish.autodiff.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Functions.*;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.Place;
import planish.spi.UserException;

class ProgramTest {
  private final Graph graph = new Graph();

  private Expr input(int n) {
    return graph.input(InputKind.POSITION, "x", 0, Shape.of(n));
  }

  private static double[] run(Graph graph, Expr value, double... x) {
    double[] out = new double[value.shape().size()];
    Status status = source(graph, value).open().run(new double[][] {x}, new double[][] {out});
    assertThat(status.isFine()).isTrue();
    return out;
  }

  private static Program.Source source(Graph graph, Expr value) {
    return Programs.compile(graph, List.of(new Output(value, 0, 0)));
  }

  @Test
  void readsInputsOfSeveralKindsAndWritesWhereItIsTold() {
    Expr x = graph.input(InputKind.POSITION, "x", 1, Shape.of(2));
    Expr t = graph.input(InputKind.TUNING, "t", 0, Shape.scalar());
    Expr d = graph.input(InputKind.DATA, "d", 2, Shape.of(2));
    Program program =
        Programs.compile(
                graph, List.of(new Output(x.times(t).plus(d), 1, 3), new Output(Expr.of(7), 0, 0)))
            .open();
    double[][] out = {new double[1], new double[5]};
    program.run(new double[][] {{9, 1, 2}, {10}, {0, 0, 100, 200}}, out);
    assertThat(out[0]).containsExactly(7);
    assertThat(out[1]).containsExactly(0, 0, 0, 110, 220);
  }

  @Test
  void dataAreSharedAndKnownNodesAreEvaluatedOnce() {
    double[] y = new double[1000];
    Expr data = graph.data("y", y, Shape.of(1000));
    Expr x = input(1);
    Program.Source source = source(graph, sum(exp(data)).times(x.get(0)));
    assertThat(source.workspaceSize()).isLessThan(10);
    Program program = source.open();
    double[] out = new double[1];
    program.run(new double[][] {{2}}, new double[][] {out});
    assertThat(out[0]).isEqualTo(2000);
    y[0] = 50;
    program.run(new double[][] {{2}}, new double[][] {out});
    assertThat(out[0]).as("the known part is not evaluated again").isEqualTo(2000);
  }

  @Test
  void aFailedCheckTellsSiteLineAndValue() {
    Expr x = input(2);
    graph.enter(new Place("tau", "Schools.java:17"));
    Expr checked = checked(log(x), less(Expr.of(0), x), x, "scale must be positive");
    Program program = source(graph, sum(checked)).open();
    double[][] out = {new double[1]};
    assertThat(program.run(new double[][] {{1, 2}}, out)).isSameAs(Status.FINE);
    Status status = program.run(new double[][] {{1, -3}}, out);
    assertThat(status.kind()).isEqualTo(Status.Kind.CHECK);
    assertThat(status.message()).isEqualTo("site 'tau' (Schools.java:17): scale must be positive");
    assertThat(status.value()).isEqualTo(-3);
    assertThat(program.run(new double[][] {{Double.NaN, 2}}, out).isFine()).isFalse();
  }

  @Test
  void aFailedGuardSaysOutside() {
    Expr x = input(1);
    Expr guarded = guarded(x, less(x, Expr.of(1)), x, "x must be below 1");
    Program program = source(graph, guarded).open();
    Status status = program.run(new double[][] {{1}}, new double[1][1]);
    assertThat(status.kind()).isEqualTo(Status.Kind.GUARD);
  }

  @Test
  void aCheckOfDataAloneFailsWhenCompiled() {
    Expr y = graph.data("y", new double[] {-1}, Shape.of(1));
    Expr checked = checked(y, less(Expr.of(0), y), y, "y must be positive");
    Expr value = sum(checked.times(input(1)));
    assertThatThrownBy(() -> source(graph, value))
        .isInstanceOf(UserException.class)
        .hasMessage("y must be positive: -1.0");
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteIsToldWithItsPivot() {
    Expr x = input(4);
    Program program = source(graph, cholesky(x.reshape(2, 2))).open();
    Status status = program.run(new double[][] {{4, 2, 2, 0.5}}, new double[1][4]);
    assertThat(status.message()).contains("not positive definite");
    assertThat(status.value()).isCloseTo(-0.5, within(1e-12));
  }

  @Test
  void aMatrixThatHoldsNoNumberIsToldWithItsPivotToo() {
    double[] none = {4, Double.NaN, 1, 4};
    String message = "site 'y' (Model.java:3): S is not positive definite; its pivot in row 2 is";
    Expr x = input(4);
    graph.enter(new Place("y", "Model.java:3"));
    Program program = source(graph, cholesky(x.reshape(2, 2), "S")).open();
    assertThat(program.run(new double[][] {none}, new double[1][4]))
        .isEqualTo(new Status(Status.Kind.CHECK, message, Double.NaN));
    Expr known = cholesky(graph.data("S", none, Shape.of(2, 2)), "S");
    assertThatThrownBy(() -> source(graph, known))
        .isInstanceOf(UserException.class)
        .hasMessage(message + ": NaN");
    assertThatThrownBy(() -> cholesky(Expr.of(none, Shape.of(2, 2)), "S"))
        .hasMessage("S is not positive definite; its pivot in row 2 is: NaN");
  }

  @Test
  void theValueNotSelectedHasNoSayInTheDerivative() {
    Expr x = input(2);
    Expr positive = less(Expr.of(0), x);
    Expr value = sum(select(positive, sqrt(x).times(log(x)), square(x)));
    Expr gradient = Gradient.of(value, List.of(x)).getFirst();
    assertThat(run(graph, gradient, 0, -2)).containsExactly(0, -4);
    Expr ratio = sum(select(positive, Expr.of(1).dividedBy(x), x.times(3)));
    assertThat(run(graph, Gradient.of(ratio, List.of(x)).getFirst(), 0, 2))
        .containsExactly(3, -0.25);
  }

  @Test
  void aScanGivesWhatTheLoopGives() {
    var body = ScanBodies.of(1, 1, 1, (s, in, h) -> s.times(h.get(0)).plus(in));
    Expr x = input(4);
    Expr states = scan(body, x.slice(0, 1), x.slice(1, 3).reshape(2, 1), x.slice(3, 4));
    assertThat(run(graph, states, 1, 2, 3, 10)).containsExactly(1, 12, 123);
  }

  @Test
  void aScanOfNoStepsIsItsInitialState() {
    var body = ScanBodies.of(1, 1, 0, (s, in, h) -> s.plus(in));
    Expr x = input(1);
    Expr states = scan(body, x, Expr.of(new double[0], Shape.of(0, 1)), Expr.vector());
    assertThat(run(graph, states, 5)).containsExactly(5);
    Expr gradient = Gradient.of(sum(square(states)), List.of(x)).getFirst();
    assertThat(run(graph, gradient, 5)).containsExactly(10);
  }

  @Test
  void randomNodesDrawAtEachRun() {
    Expr draw =
        graph.random(
            (random, arguments, out) -> out[0] = arguments[0][0] + random.nextDouble(),
            Shape.scalar(),
            List.of(input(1).get(0)));
    Program program = source(graph, draw).open();
    double[][] out = {new double[1]};
    program.run(new double[][] {{10}}, out, new Random(1));
    assertThat(out[0][0]).isEqualTo(10 + new Random(1).nextDouble());
    assertThatThrownBy(() -> program.run(new double[][] {{10}}, out))
        .hasMessageContaining("run it with a generator");
  }

  @Test
  void arraysWithoutElementsAreFine() {
    Expr empty = input(3).slice(1, 1);
    assertThat(run(graph, sum(exp(empty)), 1, 2, 3)).containsExactly(0);
    assertThat(run(graph, exp(empty).plus(2), 1, 2, 3)).isEmpty();
    Expr matrix = Expr.of(new double[0], Shape.of(2, 0));
    assertThat(run(graph, product(matrix, empty), 1, 2, 3)).containsExactly(0, 0);
    assertThat(run(graph, sumTo(matrix.plus(input(3).slice(0, 0)), Shape.of(2, 1)), 1, 2, 3))
        .containsExactly(0, 0);
  }

  @Test
  void aMillionOperationsInAChainOverflowNoStack() {
    Expr x = input(1);
    Expr y = x.get(0);
    for (int k = 0; k < 1_000_000; k++) {
      y = k % 2 == 0 ? y.plus(1e-6) : y.times(0.999999);
    }
    Expr gradient = Gradient.of(y, List.of(x)).getFirst();
    double[] found = run(graph, gradient, 1);
    assertThat(found[0]).isCloseTo(Math.pow(0.999999, 500_000), within(1e-9));
  }
}
