package planish.autodiff.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Functions.*;
import static planish.autodiff.graph.Matrices.*;
import static planish.autodiff.graph.Reductions.*;

import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;

/**
 * First and second derivatives of every operation against central differences at random points: of
 * fourth order, step 1e-3, so that a wrong rule differs in the first digits and a right one agrees
 * to about 1e-9.
 */
class DerivativesTest {
  private static final Shape MATRIX = Shape.of(3, 3);
  private static final Shape WIDE = Shape.of(2, 3);

  /** A function to be differentiated, at points drawn uniformly from a range. */
  private record Case(
      String name, int inputs, double from, double to, Function<Expr, Expr> function) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case of(String name, int inputs, Function<Expr, Expr> function) {
    return new Case(name, inputs, -2, 2, function);
  }

  private static Case positive(String name, int inputs, Function<Expr, Expr> function) {
    return new Case(name, inputs, 0.3, 3, function);
  }

  static Stream<Case> cases() {
    return Stream.of(
            elementwise(), arcs(), special(), pairs(), reductions(), parts(), matrices(), control())
        .flatMap(s -> s);
  }

  private static Stream<Case> elementwise() {
    return Stream.of(
        of("negate", 3, Expr::negate),
        of("abs", 4, x -> abs(x.plus(0.05)).times(x)),
        of("square", 3, x -> square(x)),
        positive("reciprocal", 3, x -> reciprocal(x)),
        positive("sqrt", 3, x -> sqrt(x)),
        of("exp", 9, x -> exp(x)),
        of("expm1", 3, x -> expm1(x)),
        positive("log", 9, x -> log(x)),
        positive("log1p", 3, x -> log1p(x)),
        of("sin", 3, x -> sin(x)),
        of("cos", 3, x -> cos(x)),
        of("tanh", 3, x -> tanh(x)),
        of("inv_logit", 3, x -> invLogit(x)),
        of("log1p_exp", 3, x -> log1pExp(x)),
        of("sign", 3, x -> sign(x.plus(5)).times(x)));
  }

  private static Stream<Case> arcs() {
    return Stream.of(
        new Case("tan", 3, -1.2, 1.2, x -> tan(x)),
        new Case("asin", 3, -0.8, 0.8, x -> asin(x)),
        new Case("acos", 3, -0.8, 0.8, x -> acos(x)),
        of("atan", 3, x -> atan(x)),
        of("sinh", 3, x -> sinh(x)),
        of("cosh", 3, x -> cosh(x)),
        of("asinh", 3, x -> asinh(x)),
        positive("acosh", 3, x -> acosh(x.plus(1))),
        new Case("atanh", 3, -0.8, 0.8, x -> atanh(x)));
  }

  private static Stream<Case> special() {
    return Stream.of(
        positive("log_gamma", 3, x -> logGamma(x)),
        new Case("log_gamma below 0", 3, 0.3, 0.7, x -> logGamma(x.minus(2))),
        positive("digamma", 3, x -> digamma(x)),
        positive("trigamma", 3, x -> trigamma(x.plus(0.3))),
        new Case("trigamma below 0", 3, 0.42, 0.58, x -> trigamma(x.minus(2))),
        positive("polygamma", 3, x -> polygamma(4, x.plus(1)).times(0.1)),
        positive("log_beta", 4, x -> logBeta(x.slice(0, 2), x.slice(2, 4))),
        new Case("log_beta, large", 4, 8, 14, x -> logBeta(x.slice(0, 2), x.slice(2, 4))),
        of("erf", 3, x -> erf(x)),
        of("erfc", 3, x -> erfc(x)),
        of("phi", 3, x -> phi(x)),
        new Case("inv_phi", 3, 0.05, 0.95, x -> invPhi(x)),
        of("log_phi", 3, x -> logPhi(x)),
        new Case("log_phi, tail", 3, -20, -3, x -> logPhi(x)),
        of("inverse_mills", 3, x -> inverseMills(x)),
        of("log_sum_exp", 4, x -> logSumExp(x).times(x.get(0))),
        of("log_sum_exp of rows", 6, x -> square(logSumExpLast(x.reshape(2, 3), 1))),
        of("log_sum_exp of two axes", 8, x -> exp(logSumExpLast(x.reshape(2, 2, 2), 2))));
  }

  private static Stream<Case> pairs() {
    return Stream.of(
        of("add", 4, x -> x.slice(0, 2).plus(x.slice(2, 4))),
        of("subtract", 4, x -> x.slice(0, 2).minus(x.slice(2, 4))),
        of("multiply", 4, x -> x.slice(0, 2).times(x.slice(2, 4))),
        positive("divide", 4, x -> x.slice(0, 2).dividedBy(x.slice(2, 4))),
        positive("pow", 4, x -> pow(x.slice(0, 2), x.slice(2, 4))),
        of("minimum", 4, x -> minimum(x.slice(0, 2), x.slice(2, 4)).times(x.get(0))),
        of("maximum", 4, x -> maximum(x.slice(0, 2), x.slice(2, 4)).times(x.get(3))),
        of("scalar and vector", 4, x -> x.get(0).times(x.slice(1, 4)).plus(x.get(1))),
        of("vector minus scalar", 4, x -> square(x.slice(1, 4).minus(x.get(0)))),
        of("scalar plus vector, summed", 4, x -> sum(x.slice(1, 4).plus(square(x.get(0))))),
        of(
            "row and matrix",
            9,
            x -> x.slice(0, 6).reshape(2, 3).times(x.slice(6, 9)).plus(x.slice(6, 9))),
        of(
            "column and row",
            5,
            x -> square(x.slice(0, 2).reshape(2, 1).plus(x.slice(2, 5))).times(x.get(4))),
        of("select", 4, x -> select(less(x, Expr.of(0.1)), exp(x), square(x).times(x))));
  }

  private static Stream<Case> reductions() {
    return Stream.of(
        of("sum", 11, x -> sum(exp(x))),
        of(
            "ordered sum",
            4,
            x ->
                exp(
                    orderedSum(
                        java.util.List.of(
                            x.slice(0, 2), square(x.slice(2, 4)), x.slice(0, 2), x.slice(1, 3))))),
        of("mean", 5, x -> mean(square(x)).times(x.get(1))),
        of("dot", 6, x -> dot(exp(x.slice(0, 3)), x.slice(3, 6))),
        of("dot with itself", 5, x -> dot(x, x).times(x.get(0))),
        of("sum of rows", 6, x -> square(sumTo(x.reshape(2, 3), Shape.of(2, 1)))),
        of("sum of columns", 6, x -> square(sumTo(x.reshape(2, 3), Shape.of(3)))),
        of(
            "sum of the middle axis",
            12,
            x -> square(sumTo(exp(x).reshape(2, 3, 2), Shape.of(2, 1, 2)))),
        of("sum of the last axes", 12, x -> square(sumLast(exp(x).reshape(2, 3, 2), 2))),
        of("sum over an axis", 12, x -> square(sumOver(exp(x).reshape(2, 3, 2), 1))),
        of("mean over an axis", 6, x -> square(meanOver(exp(x).reshape(2, 3), -1))),
        of("mean of the last axes", 12, x -> square(meanLast(exp(x).reshape(2, 3, 2), 2))),
        of("cumulative sum", 4, x -> exp(cumulativeSum(x))),
        of("cumulative sum, first axis", 6, x -> exp(cumulativeSum(x.reshape(3, 2), 0))),
        of("greatest", 4, x -> square(greatest(x)).times(x.get(1))),
        of("least of rows", 6, x -> exp(leastLast(x.reshape(2, 3), 1)).times(x.get(1))),
        of("broadcast", 2, x -> exp(broadcast(x.reshape(2, 1), Shape.of(2, 3)))));
  }

  private static Stream<Case> parts() {
    return Stream.of(
        of("element", 4, x -> x.get(2).times(x.get(1))),
        of("row", 6, x -> exp(x.reshape(2, 3).get(1))),
        of("overlapping slices", 5, x -> x.slice(0, 3).times(exp(x.slice(2, 5)))),
        of("gather", 3, x -> exp(x.gather(2, 0, 2, 1, 2)).times(x.get(0))),
        of("gather rows", 6, x -> square(x.reshape(3, 2).gather(2, 2, 0))),
        of("gather at", 3, x -> exp(gatherAt(x, Expr.vector(1, 1, 2)))),
        of(
            "concatenate",
            4,
            x -> exp(concatenate(java.util.List.of(x.slice(1, 4), x.get(0), square(x))))),
        of("stack", 4, x -> exp(stack(java.util.List.of(x.slice(0, 2), x.slice(1, 3))))),
        of(
            "concatenate along an axis",
            6,
            x ->
                exp(
                    concatenate(
                        java.util.List.of(
                            x.slice(0, 4).reshape(2, 2), square(x.slice(4, 6)).reshape(2, 1)),
                        1))),
        of("scatter add", 4, x -> exp(scatterAdd(x, new int[] {2, 0, 2, 5}, WIDE)).times(x.get(0))),
        of("reverse", 4, x -> exp(reverse(x)).times(x)));
  }

  private static Stream<Case> matrices() {
    return Stream.of(
        of("matrix times vector", 9, x -> product(reshape(x.slice(0, 6), WIDE), x.slice(6, 9))),
        of("data matrix times vector", 3, x -> exp(product(data(), x))),
        of(
            "vector times matrix",
            8,
            x -> exp(product(x.slice(6, 8), reshape(x.slice(0, 6), WIDE)))),
        of(
            "matrix times matrix",
            12,
            x -> product(x.slice(0, 6).reshape(2, 3), exp(x.slice(6, 12)).reshape(3, 2))),
        of("outer", 5, x -> exp(outer(x.slice(0, 2), x.slice(2, 5)))),
        of("transpose", 6, x -> product(x.reshape(2, 3), transpose(x.reshape(2, 3)))),
        of("cholesky", 9, x -> cholesky(positiveDefinite(x))),
        of("log determinant", 9, x -> logDeterminant(positiveDefinite(x)).times(x.get(0))),
        of(
            "quadratic form",
            12,
            x -> quadraticForm(reshape(x.slice(0, 9), MATRIX), x.slice(9, 12))),
        of(
            "inverse quadratic form",
            12,
            x -> inverseQuadraticForm(triangular(x.slice(0, 9)), x.slice(9, 12))),
        of(
            "diagonal times",
            8,
            x -> exp(diagonalTimes(x.slice(0, 2), reshape(x.slice(2, 8), WIDE)))),
        of(
            "times diagonal",
            9,
            x -> exp(timesDiagonal(reshape(x.slice(3, 9), WIDE), x.slice(0, 3)))),
        of("solve lower, vector", 12, x -> solveLower(triangular(x.slice(0, 9)), x.slice(9, 12))),
        of(
            "solve lower, matrix",
            15,
            x -> solveLower(triangular(x.slice(0, 9)), x.slice(9, 15).reshape(3, 2))),
        of(
            "solve lower transposed, vector",
            12,
            x -> solveLowerTransposed(triangular(x.slice(0, 9)), x.slice(9, 12))),
        of(
            "solve lower transposed, matrix",
            15,
            x -> solveLowerTransposed(triangular(x.slice(0, 9)), x.slice(9, 15).reshape(3, 2))),
        of("lower triangle", 9, x -> exp(lowerTriangle(reshape(x, MATRIX)))),
        of("diagonal", 9, x -> exp(diagonal(reshape(x, MATRIX)))),
        of("diagonal matrix", 3, x -> exp(diagonalMatrix(x))));
  }

  private static Stream<Case> control() {
    return Stream.of(
        of("check", 3, x -> exp(checked(x, Expr.of(1), Expr.of(0), "never"))),
        of("scan", 5, DerivativesTest::toyScan),
        of("scan of two sequences", 5, DerivativesTest::scanOfTwoSequences),
        of("external", 3, x -> external(ToyExternal.CUBE, exp(x)).times(x)));
  }

  /** s' = (s1 tanh(s0 h) + x, s0 + sin(x) s1), over four steps that read parts of the input. */
  private static Expr toyScan(Expr x) {
    var body =
        ScanBodies.of(
            2,
            1,
            1,
            (s, read, h) ->
                stack(
                    java.util.List.of(
                        s.get(1).times(tanh(s.get(0).times(h.get(0)))).plus(read.get(0)),
                        s.get(0).plus(sin(read.get(0)).times(s.get(1))))));
    Expr sequence = x.gather(2, 3, 2, 3).reshape(4, 1);
    return scan(body, x.slice(0, 2), sequence, x.slice(4, 5));
  }

  /** s' = tanh(s h + a b): three steps that read a number of one sequence and two of another. */
  private static Expr scanOfTwoSequences(Expr x) {
    var body =
        ScanBodies.of(
            1,
            3,
            1,
            (s, read, h) ->
                tanh(
                    s.times(h.get(0))
                        .plus(read.slice(0, 1).times(read.get(1)).times(read.get(2)))));
    Expr numbers = x.gather(1, 2, 1).reshape(3, 1);
    Expr pairs = x.gather(2, 3, 1, 4, 2, 3).reshape(3, 2);
    return scan(body, x.slice(0, 1), java.util.List.of(numbers, pairs), x.slice(4, 5));
  }

  private static Expr data() {
    return Expr.matrix(new double[][] {{1, 2, -1}, {0.5, -0.25, 3}, {0, 1, 1}, {-1, 0.1, 0.2}});
  }

  private static Expr positiveDefinite(Expr x) {
    Expr a = reshape(x, MATRIX);
    return product(a, transpose(a)).plus(diagonalMatrix(Expr.vector(3, 4, 5)));
  }

  private static Expr triangular(Expr x) {
    return lowerTriangle(reshape(x, MATRIX)).plus(diagonalMatrix(Expr.vector(3, -4, 5)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void derivativesAgreeWithDifferences(Case c) {
    TestFunction f = new TestFunction(c.inputs(), c.function());
    Random random = new Random(42);
    for (int trial = 0; trial < 5; trial++) {
      double[] x = random.doubles(c.inputs(), c.from(), c.to()).toArray();
      compare(f.gradient(x), differences(f::weightedValue, x));
      compare(f.second(x), differences(f::weightedGradient, x));
    }
  }

  static void compare(double[] found, double[] expected) {
    for (int k = 0; k < found.length; k++) {
      assertThat(found[k]).isCloseTo(expected[k], within(1e-7 * (1 + Math.abs(expected[k]))));
    }
  }

  /**
   * Where a value is finite, its gradient is no NaN, whatever the inputs. (A NaN beside a finite
   * value would be a position that looks sound.)
   */
  @ParameterizedTest
  @MethodSource("cases")
  void noFiniteValueHasAGradientThatIsNotANumber(Case c) {
    TestFunction f = new TestFunction(c.inputs(), c.function());
    double[] ordinary = new Random(7).doubles(c.inputs(), c.from(), c.to()).toArray();
    double[] special = {Double.NaN, 1e300, -1e300, 0, -0.0, 1, -1, 1e-300};
    for (int k = 0; k < c.inputs(); k++) {
      for (double number : special) {
        double[] x = ordinary.clone();
        x[k] = number;
        if (Double.isFinite(f.weightedValue(x))) {
          assertThat(f.gradient(x)).as(c + java.util.Arrays.toString(x)).doesNotContain(Double.NaN);
        }
      }
    }
  }

  /** Abramowitz and Stegun, "Handbook of Mathematical Functions", 1964, equation 25.3.6. */
  static double[] differences(ToDoubleFunction<double[]> f, double[] x) {
    double h = 1e-3;
    double[] result = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      double near = at(f, x, k, h) - at(f, x, k, -h);
      double far = at(f, x, k, 2 * h) - at(f, x, k, -2 * h);
      result[k] = (8 * near - far) / (12 * h);
    }
    return result;
  }

  private static double at(ToDoubleFunction<double[]> f, double[] x, int k, double step) {
    double[] moved = x.clone();
    moved[k] += step;
    return f.applyAsDouble(moved);
  }
}
