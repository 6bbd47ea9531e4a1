package planish.autodiff.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Functions.*;
import static planish.autodiff.graph.Matrices.*;
import static planish.autodiff.graph.Reductions.*;
import static planish.autodiff.program.TestFunction.numbers;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;

/**
 * Values of the operations that move, reduce and solve, worked out by hand on small whole numbers,
 * so that they are exact; elementary functions are tested with the loops.
 */
class ValuesTest {
  private static final Expr A = Expr.matrix(new double[][] {{1, 2, 3}, {4, 5, 6}});
  private static final Expr L = Expr.matrix(new double[][] {{2, 0, 0}, {6, 1, 0}, {-8, 5, 3}});

  static Stream<Arguments> values() {
    return Stream.of(
        value("A x", product(A, Expr.vector(1, 0, -1)), -2, -2),
        value("x A", product(Expr.vector(1, -1), A), -3, -3, -3),
        value("A Aᵀ", product(A, transpose(A)), 14, 32, 32, 77),
        value("x·y", product(Expr.vector(1, 2, 3), Expr.vector(4, 5, 6)), 32),
        value("outer", outer(Expr.vector(1, 2), Expr.vector(3, 4, 5)), 3, 4, 5, 6, 8, 10),
        value("transpose", transpose(A), 1, 4, 2, 5, 3, 6),
        value("sum", sum(A), 21),
        value("sum of columns", sumTo(A, Shape.of(3)), 5, 7, 9),
        value("sum of rows", sumLast(A, 1), 6, 15),
        value("sum of all axes", sumLast(A, 2), 21),
        value(
            "sum of the middle axis",
            sumTo(Expr.of(count(12), Shape.of(2, 3, 2)), Shape.of(2, 1, 2)),
            6,
            9,
            24,
            27),
        value(
            "ordered sum",
            orderedSum(List.of(Expr.vector(1, 2), Expr.vector(5, 7), Expr.vector(1, 2))),
            7,
            11),
        value("mean", mean(A), 3.5),
        value("sum over an axis", sumOver(Expr.of(count(12), Shape.of(2, 3, 2)), 1), 6, 9, 24, 27),
        value("mean over an axis", meanOver(A, 0), 2.5, 3.5, 4.5),
        value("mean of the last axes", meanLast(A, 1), 2, 5),
        value("cumulative sum", cumulativeSum(A), 1, 3, 6, 4, 9, 15),
        value("cumulative sum, first axis", cumulativeSum(A, 0), 1, 2, 3, 5, 7, 9),
        value("greatest", greatest(A), 6),
        value("greatest of rows", greatestLast(A, 1), 3, 6),
        value("least of rows", leastLast(A, 1), 1, 4),
        value("greatest with NaN", greatest(Expr.vector(1, Double.NaN, 2)), Double.NaN),
        value(
            "concatenate along an axis",
            concatenate(List.of(A, Expr.matrix(new double[][] {{7}, {8}})), 1),
            1,
            2,
            3,
            7,
            4,
            5,
            6,
            8),
        value(
            "concatenate along the first axis",
            concatenate(List.of(A, Expr.matrix(new double[][] {{7, 8, 9}})), 0),
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9),
        value(
            "scatter add",
            scatterAdd(Expr.vector(1, 2, 4), new int[] {1, 3, 1}, Shape.of(2, 2)),
            0,
            5,
            0,
            2),
        value("log determinant", logDeterminant(product(L, transpose(L))), Math.log(36)),
        value("quadratic form", quadraticForm(L, Expr.vector(1, 2, 3)), 2 + 12 + 4 - 24 + 30 + 27),
        value("inverse quadratic form", inverseQuadraticForm(L, Expr.vector(2, 7, 0)), 1 + 1 + 1),
        value("diagonal times", diagonalTimes(Expr.vector(2, 3), A), 2, 4, 6, 12, 15, 18),
        value("times diagonal", timesDiagonal(A, Expr.vector(1, 0, 2)), 1, 0, 6, 4, 0, 12),
        value(
            "conditions",
            concatenate(
                List.of(
                    greater(Expr.vector(1, 2, Double.NaN), Expr.of(1)),
                    greaterOrEqual(Expr.vector(1, 2, 0), Expr.of(1)),
                    and(Expr.vector(1, 0, Double.NaN), Expr.vector(2, 1, 1)),
                    or(Expr.vector(1, 0, 0), Expr.vector(0, 3, Double.NaN)),
                    not(Expr.vector(1, 0, Double.NaN)))),
            0,
            1,
            0,
            1,
            1,
            0,
            1,
            0,
            0,
            1,
            1,
            0,
            0,
            1,
            1),
        // log(e + e² + e³) and so on: mpmath 1.4.1.
        value("log_sum_exp of rows", logSumExpLast(A, 1), 3.40760596444438, 6.40760596444438),
        value("log_sum_exp", logSumExp(A), 6.456193316018123),
        value("log_sum_exp, huge", logSumExp(Expr.vector(1000, 1000)), 1000.6931471805599),
        value(
            "log_sum_exp, infinite",
            logSumExp(Expr.vector(Double.NEGATIVE_INFINITY, 2, Double.NEGATIVE_INFINITY)),
            2),
        value(
            "log_sum_exp, nothing",
            logSumExp(Expr.vector(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY)),
            Double.NEGATIVE_INFINITY),
        value("log_sum_exp of none", logSumExp(Expr.vector()), Double.NEGATIVE_INFINITY),
        value("broadcast row", broadcast(Expr.vector(1, 2), Shape.of(2, 2)), 1, 2, 1, 2),
        value(
            "broadcast column",
            broadcast(Expr.of(new double[] {1, 2}, Shape.of(2, 1)), Shape.of(2, 2)),
            1,
            1,
            2,
            2),
        value("part", A.get(1), 4, 5, 6),
        value("element", A.get(1, 2), 6),
        value("slice", A.slice(1, 2), 4, 5, 6),
        value("gather", A.gather(1, 1, 0), 4, 5, 6, 4, 5, 6, 1, 2, 3),
        value("gather at", gatherAt(Expr.vector(7, 8, 9), Expr.vector(2, 0)), 9, 7),
        value("concatenate", concatenate(List.of(Expr.of(1), Expr.vector(2, 3))), 1, 2, 3),
        value("stack", stack(List.of(Expr.vector(1, 2), Expr.vector(3, 4))), 1, 2, 3, 4),
        value("reverse", reverse(Expr.vector(1, 2, 3)), 3, 2, 1),
        value("select", select(Expr.vector(1, 0, Double.NaN), A.get(0), A.get(1)), 1, 5, 6),
        value(
            "comparisons",
            concatenate(
                List.of(
                    less(Expr.vector(1, 2, Double.NaN), Expr.of(2)),
                    lessOrEqual(Expr.vector(1, 2, 3), Expr.of(2)),
                    equal(Expr.vector(1, 2, Double.NaN), Expr.vector(1, 3, Double.NaN)))),
            1,
            0,
            0,
            1,
            1,
            0,
            1,
            0,
            0),
        value("cholesky", cholesky(product(L, transpose(L))), 2, 0, 0, 6, 1, 0, -8, 5, 3),
        value("solve lower", solveLower(L, product(L, Expr.vector(1, -2, 3))), 1, -2, 3),
        value(
            "solve lower transposed",
            solveLowerTransposed(L, product(transpose(L), Expr.vector(1, -2, 3))),
            1,
            -2,
            3),
        value("solve lower, matrix", solveLower(L, product(L, transpose(A))), 1, 4, 2, 5, 3, 6),
        value(
            "solve lower transposed, matrix",
            solveLowerTransposed(L, product(transpose(L), transpose(A))),
            1,
            4,
            2,
            5,
            3,
            6),
        value("lower triangle", lowerTriangle(A), 1, 0, 0, 4, 5, 0),
        value("diagonal", diagonal(L), 2, 1, 3),
        value("diagonal matrix", diagonalMatrix(Expr.vector(1, 2)), 1, 0, 0, 2));
  }

  private static Arguments value(String name, Expr found, double... expected) {
    return Arguments.of(name, found, expected);
  }

  private static double[] count(int n) {
    double[] numbers = new double[n];
    for (int k = 0; k < n; k++) {
      numbers[k] = k;
    }
    return numbers;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void agreesWithTheValueWorkedOutByHand(String name, Expr found, double[] expected) {
    assertThat(numbers(found)).containsExactly(expected, within(1e-14));
  }
}
