package planish.autodiff.rewrite.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static planish.autodiff.graph.Functions.dot;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.sum;
import static planish.autodiff.rewrite.Rewritten.input;
import static planish.autodiff.rewrite.Rewritten.normals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.rewrite.CanonicalForm;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.rewrite.Rewritten;

/** Regressions from sums of products that were computed by hand. */
class CompletedSquaresTest {
  private static final int ROWS = 40;
  private static final int COLUMNS = 4;

  /** Data of a regression, and sums of their products. */
  private static final class Sums {
    private final Graph graph = new Graph();
    private final Expr beta = input(graph, "beta", 0, COLUMNS);
    private final Expr sigma = exp(input(graph, "s", COLUMNS));
    private final double[] rows = normals(1, ROWS * COLUMNS, 0, 1);
    private final double[] outcomes;
    private final Expr products;
    private final Expr withOutcomes;
    private final double ofOutcomes;

    Sums(double mean) {
      outcomes = normals(2, ROWS, mean, 1);
      double[] xx = new double[COLUMNS * COLUMNS];
      double[] xy = new double[COLUMNS];
      double yy = 0;
      for (int i = 0; i < ROWS; i++) {
        yy += outcomes[i] * outcomes[i];
        for (int j = 0; j < COLUMNS; j++) {
          xy[j] += x(i, j) * outcomes[i];
          for (int k = 0; k < COLUMNS; k++) {
            xx[j * COLUMNS + k] += x(i, j) * x(i, k);
          }
        }
      }
      products = graph.data("S", xx, Shape.of(COLUMNS, COLUMNS));
      withOutcomes = graph.data("s", xy, Shape.of(COLUMNS));
      ofOutcomes = yy;
    }

    private double x(int i, int j) {
      return rows[i * COLUMNS + j];
    }

    Expr matrix() {
      return graph.data("x", rows, Shape.of(ROWS, COLUMNS));
    }

    Expr y() {
      return graph.data("y", outcomes, Shape.of(ROWS));
    }

    List<double[]> positions(double location) {
      List<double[]> positions = new ArrayList<>();
      for (int k = 0; k < 50; k++) {
        double[] position = normals(k + 10, COLUMNS + 1, location, 1);
        position[COLUMNS] = 0.1 * k - 2;
        positions.add(position);
      }
      return positions;
    }

    Rewritten rewritten(Expr density) {
      return new Rewritten(graph, List.of(beta), density, Rewrites.all());
    }
  }

  private static Expr rows(Sums s) {
    Expr z = s.y().minus(product(s.matrix(), s.beta)).dividedBy(s.sigma);
    return sum(square(z)).times(-0.5).minus(s.sigma);
  }

  /** The ways in which people write it. */
  static Stream<Function<Sums, Expr>> ways() {
    return Stream.of(
        s -> {
          Expr half = product(s.products, s.beta).minus(s.withOutcomes.times(2));
          Expr squares = dot(s.beta, half).plus(s.ofOutcomes);
          return squares.dividedBy(square(s.sigma)).times(-0.5).minus(s.sigma);
        },
        s -> {
          Expr form = dot(s.beta, product(s.products, s.beta));
          Expr squares = form.minus(dot(s.beta, s.withOutcomes).times(2)).plus(s.ofOutcomes);
          return squares.times(-0.5).dividedBy(square(s.sigma)).minus(s.sigma);
        },
        s -> {
          Expr form = sum(product(s.products, s.beta).times(s.beta));
          Expr both = Expr.of(s.ofOutcomes).minus(dot(s.withOutcomes, s.beta).times(2));
          return both.plus(form).dividedBy(square(s.sigma).times(-2)).minus(s.sigma);
        },
        s -> {
          Expr precision = square(s.sigma).times(2);
          Expr form = dot(product(s.beta, s.products), s.beta).dividedBy(precision);
          Expr linear = dot(s.beta, s.withOutcomes).dividedBy(s.sigma).dividedBy(s.sigma);
          Expr rest = Expr.of(s.ofOutcomes).dividedBy(precision);
          return linear.minus(form).minus(s.sigma).minus(rest);
        },
        s -> {
          Expr weight = Expr.of(1).dividedBy(square(s.sigma));
          Expr deviation = s.withOutcomes.minus(product(s.products, s.beta).times(0.5));
          Expr rest = weight.times(s.ofOutcomes).times(-0.5);
          return dot(deviation.times(weight), s.beta).plus(rest).minus(s.sigma);
        },
        s -> {
          Expr precision = Expr.of(0.5).dividedBy(square(s.sigma));
          Expr form = dot(s.beta, product(s.products.times(-1), s.beta)).plus(-s.ofOutcomes);
          Expr linear = sum(s.beta.times(s.withOutcomes)).times(2);
          return form.plus(linear).times(precision).minus(s.sigma);
        });
  }

  @ParameterizedTest
  @MethodSource("ways")
  void itIsTheGraphThatTheRowsLeave(Function<Sums, Expr> way) {
    Sums sums = new Sums(1);
    Rewritten byHand = sums.rewritten(way.apply(sums));
    Rewritten rows = sums.rewritten(rows(sums));
    assertThat(CanonicalForm.hash(sums.graph, byHand.after()))
        .isEqualTo(CanonicalForm.hash(sums.graph, rows.after()));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void valuesStay(Function<Sums, Expr> way) {
    Sums sums = new Sums(1);
    Rewritten byHand = sums.rewritten(way.apply(sums));
    byHand.assertSame(sums.positions(0));
    assertThat(byHand.told())
        .contains(
            "known sums of squares and products of 4 numbers are squares about their minimum");
  }

  /** What is left of outcomes about 1e6 is 1e-12 of their squares. */
  @ParameterizedTest
  @MethodSource("ways")
  void theRemainderHasItsDigits(Function<Sums, Expr> way) {
    Sums sums = new Sums(1e6);
    double[] errors = sums.rewritten(way.apply(sums)).errors(sums.positions(0));
    assertThat(errors[1]).isLessThanOrEqualTo(2 * errors[0]);
  }

  /** A matrix counts by its symmetric part. */
  @Test
  void aTriangleWithTheProductsTwiceIsTheSame() {
    Sums s = new Sums(1);
    double[] both = new double[COLUMNS * COLUMNS];
    for (int j = 0; j < COLUMNS; j++) {
      for (int k = 0; k <= j; k++) {
        for (int i = 0; i < ROWS; i++) {
          both[j * COLUMNS + k] += (j == k ? 1 : 2) * s.x(i, j) * s.x(i, k);
        }
      }
    }
    Expr triangle = s.graph.data("S", both, Shape.of(COLUMNS, COLUMNS));
    Expr form = dot(s.beta, product(triangle, s.beta));
    Expr squares = form.minus(dot(s.beta, s.withOutcomes).times(2)).plus(s.ofOutcomes);
    Expr total = squares.dividedBy(square(s.sigma)).times(-0.5).minus(s.sigma);
    Rewritten byHand = s.rewritten(total);
    byHand.assertSame(s.positions(0));
    assertThat(CanonicalForm.hash(s.graph, byHand.after()))
        .isEqualTo(CanonicalForm.hash(s.graph, s.rewritten(rows(s)).after()));
  }

  @Test
  void aProductUsedElsewhereStays() {
    Sums s = new Sums(1);
    Expr product = product(s.products, s.beta);
    Expr form = dot(s.beta, product).minus(dot(s.beta, s.withOutcomes));
    assertThat(told(s, form.plus(sum(exp(product))))).isFalse();
  }

  @Test
  void aMatrixThatIsNearlySingularStays() {
    for (double small : new double[] {-1, 0, 1e-9}) {
      Sums s = new Sums(1);
      double[] diagonal = new double[COLUMNS * COLUMNS];
      for (int k = 0; k < COLUMNS; k++) {
        diagonal[k * (COLUMNS + 1)] = k == 2 ? small : 1;
      }
      Expr matrix = s.graph.data("S", diagonal, Shape.of(COLUMNS, COLUMNS));
      Expr form = dot(s.beta, product(matrix, s.beta)).minus(dot(s.beta, s.withOutcomes));
      assertThat(told(s, form)).isFalse();
    }
  }

  @Test
  void thatOfOtherFactorsStays() {
    Sums s = new Sums(1);
    Expr form = dot(s.beta, product(s.products, s.beta)).dividedBy(s.sigma);
    assertThat(told(s, form.minus(dot(s.beta, s.withOutcomes)))).isFalse();
  }

  private static boolean told(Sums sums, Expr density) {
    return sums.rewritten(density).told().stream().anyMatch(t -> t.contains("minimum"));
  }
}
