package planish.autodiff.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.OperationRow;
import planish.autodiff.graph.OperationRows;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * What every operation owes, as a table of operations times laws. The table is compared with what
 * {@code Op} permits, so that none can be forgotten.
 *
 * <p>That plain and vector loops give the same bits is the law of the loops, of which all
 * operations are made: see {@code planish.vector}.
 */
class OperationLawsTest {
  static Stream<OperationRow> rows() {
    return OperationRows.all();
  }

  static Stream<OperationRow> differentiable() {
    return rows().filter(OperationRow::differentiable);
  }

  private static double[] value(Function<Expr, Expr> function, double... x) {
    Graph graph = new Graph();
    Expr y = function.apply(graph.input(InputKind.POSITION, "x", 0, Shape.of(x.length)));
    return run(graph, y, x);
  }

  private static double[] run(Graph graph, Expr y, double[] x) {
    double[] out = new double[y.shape().size()];
    Program program = Programs.compile(graph, List.of(new Output(y, 0, 0))).open();
    Status status = program.run(new double[][] {x}, new double[][] {out}, new SplittableRandom(1));
    assertThat(status).isEqualTo(Status.FINE);
    return out;
  }

  @Test
  void everyOperationHasARow() {
    assertThat(rows().map(OperationRow::name)).containsAll(OperationRows.required());
    assertThat(OperationRows.required()).hasSizeGreaterThan(70).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowIsOfItsOperationAndIsFull(OperationRow row) {
    Graph graph = new Graph();
    Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(row.inputs()));
    assertThat(OperationRows.within(row.function().apply(x))).contains(row.name());
    assertThat(row.cases()).isNotEmpty();
    assertThat(row.empty()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void valuesAreThoseOfTheReference(OperationRow row) {
    for (OperationRow.Case c : row.cases()) {
      double[] found = value(row.function(), c.at());
      assertThat(found).hasSameSizeAs(c.expected());
      for (int k = 0; k < found.length; k++) {
        double expected = c.expected()[k];
        assertThat(found[k]).isCloseTo(expected, within(4e-15 * Math.abs(expected)));
      }
    }
  }

  /** NaN, infinities, the ends of domains. */
  @ParameterizedTest
  @MethodSource("rows")
  void edgesAreThoseOfTheLimits(OperationRow row) {
    for (OperationRow.Case c : row.edges()) {
      double[] found = value(row.function(), c.at());
      assertThat(found).hasSameSizeAs(c.expected());
      for (int k = 0; k < found.length; k++) {
        double lastBits = Double.isFinite(found[k]) ? 2 * Math.ulp(c.expected()[k]) : 0;
        boolean same = Double.compare(found[k], c.expected()[k]) == 0;
        assertThat(same || Math.abs(found[k] - c.expected()[k]) <= lastBits)
            .as("%s at %s: %s", row, Arrays.toString(c.at()), Arrays.toString(found))
            .isTrue();
      }
    }
  }

  /** Of fourth order, step 1e-3; as in {@link DerivativesTest}, which has more forms of each. */
  @ParameterizedTest
  @MethodSource("differentiable")
  void derivativesAgreeWithDifferences(OperationRow row) {
    TestFunction f = new TestFunction(row.inputs(), row.function());
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 3; trial++) {
      double[] x = random.doubles(row.inputs(), row.from(), row.to()).toArray();
      DerivativesTest.compare(f.gradient(x), DerivativesTest.differences(f::weightedValue, x));
      DerivativesTest.compare(f.second(x), DerivativesTest.differences(f::weightedGradient, x));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatHasNoDerivativeSaysSo(OperationRow row) {
    if (!row.differentiable()) {
      assertThatThrownBy(() -> new TestFunction(row.inputs(), row.function()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("has no derivative");
    }
  }

  @ParameterizedTest
  @MethodSource("differentiable")
  void noFiniteValueHasAGradientThatIsNotANumber(OperationRow row) {
    TestFunction f = new TestFunction(row.inputs(), row.function());
    for (OperationRow.Case c : row.edges()) {
      if (Double.isFinite(f.weightedValue(c.at()))) {
        assertThat(f.gradient(c.at())).doesNotContain(Double.NaN);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void arraysOfLengthZeroAreArrays(OperationRow row) {
    OperationRow.Empty empty = row.empty().orElseThrow();
    assertThat(value(empty.function())).containsExactly(empty.expected());
    if (row.differentiable()) {
      Graph graph = new Graph();
      Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(0));
      Expr sum = empty.function().apply(x).sum();
      Expr slope = Gradient.of(sum, List.of(x)).getFirst();
      assertThat(slope.shape()).isEqualTo(Shape.of(0));
      assertThat(run(graph, slope, new double[0])).isEmpty();
    }
  }

  /** Every element for itself, bit for bit, in arrays of any rank. */
  @ParameterizedTest
  @EnumSource
  void elementsAreOnTheirOwn(UnaryFunction f) {
    double[] x = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
    double[] all = value(v -> Functions.unary(f, v.reshape(1, 2, 3)), x);
    double[] each = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      each[k] = value(v -> Functions.unary(f, v), x[k])[0];
    }
    assertThat(all).containsExactly(each);
  }

  /** A column and a row give a matrix, a number goes with all, and adjoints are summed back. */
  @ParameterizedTest
  @EnumSource
  void pairsBroadcastByNumPysRules(BinaryFunction f) {
    double[] x = {1, 2, 0.3, 0.4, 0.5};
    Function<Expr, Expr> matrix =
        v -> Functions.binary(f, v.slice(0, 2).reshape(2, 1), v.slice(2, 5));
    double[] all = value(matrix, x);
    double[] column = value(v -> Functions.binary(f, v.slice(0, 2), v.get(2)), x);
    double[] row = value(v -> Functions.binary(f, v.get(1), v.slice(2, 5)), x);
    double[] slopes = new double[5];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        double[] two = {x[i], x[2 + j]};
        Function<Expr, Expr> one = v -> Functions.binary(f, v.get(0), v.get(1));
        assertThat(all[3 * i + j]).isEqualTo(value(one, two)[0]);
        if (f != BinaryFunction.POLYGAMMA) {
          double[] slope = slope(one, two);
          slopes[i] += slope[0];
          slopes[2 + j] += slope[1];
        }
      }
      assertThat(column[i]).isEqualTo(all[3 * i]);
    }
    assertThat(row).containsExactly(all[3], all[4], all[5]);
    if (f != BinaryFunction.POLYGAMMA) {
      assertThat(slope(matrix, x)).containsExactly(slopes, within(1e-13));
    }
  }

  @Test
  void selectionsBroadcastByNumPysRules() {
    double[] x = {1, 0, 7, 8, 9, -1};
    Function<Expr, Expr> f =
        v -> Functions.select(v.slice(0, 2).reshape(2, 1), v.slice(2, 5), v.get(5));
    assertThat(value(f, x)).containsExactly(7, 8, 9, -1, -1, -1);
    assertThat(slope(f, x)).containsExactly(0, 0, 1, 1, 1, 3);
  }

  private static double[] slope(Function<Expr, Expr> f, double... x) {
    Graph graph = new Graph();
    Expr input = graph.input(InputKind.POSITION, "x", 0, Shape.of(x.length));
    return run(graph, Gradient.of(f.apply(input).sum(), List.of(input)).getFirst(), x);
  }
}
