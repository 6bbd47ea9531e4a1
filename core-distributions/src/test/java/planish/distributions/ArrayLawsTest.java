package planish.distributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.transforms.Transform;
import planish.transforms.Transforms;

/** The laws over {@link ArrayLaws}; with {@link Laws}, every provider has its row. */
class ArrayLawsTest {
  static Stream<ArrayLaws> continuous() {
    return ArrayLaws.all().filter(law -> !law.distribution().discrete());
  }

  static Stream<ArrayLaws> proper() {
    return ArrayLaws.all().filter(ArrayLaws::isProper);
  }

  static Stream<ArrayLaws> densities() {
    return continuous().filter(ArrayLaws::isProper);
  }

  @Test
  void everyProviderHasARow() {
    Stream<String> rows =
        Stream.concat(Laws.all().map(Laws::name), ArrayLaws.all().map(ArrayLaws::name));
    assertThat(rows).containsAll(Reference.PROVIDERS.names());
  }

  private static Shape event(ArrayLaws law) {
    return law.distribution().eventShape();
  }

  @ParameterizedTest
  @MethodSource("planish.distributions.ArrayLaws#all")
  void logDensitiesAreSciPys(ArrayLaws law) {
    Expr value = Expr.of(law.value(), event(law));
    assertThat(Evaluate.constant(law.distribution().logProb(value)))
        .containsExactly(new double[] {law.logDensity()}, within(2e-14));
    assertThat(Evaluate.constant(law.distribution().logProbInside(value)))
        .containsExactly(new double[] {law.logDensity()}, within(2e-14));
  }

  @ParameterizedTest
  @MethodSource("planish.distributions.ArrayLaws#all")
  void theLogDensityIsMinusInfinityOutsideTheSupport(ArrayLaws law) {
    Expr outside = Expr.of(law.outside(), event(law));
    assertThat(Evaluate.constant(law.distribution().logProb(outside)))
        .containsExactly(Double.NEGATIVE_INFINITY);
  }

  /** In the coordinates of the default transform: the density there, its Jacobian included. */
  private static Expr inCoordinates(ArrayLaws law, Distribution distribution, Expr u) {
    Transform onto = Transforms.boot().onto(distribution.support());
    Expr value = onto.forward(u);
    Expr jacobian = onto.logAbsDetJacobian(u, value);
    int parts = event(law).rank() - distribution.support().eventRank();
    Expr summed = planish.autodiff.graph.Functions.sumLast(jacobian, parts);
    return distribution.logProbInside(value).plus(summed);
  }

  private static Shape coordinates(ArrayLaws law) {
    return Transforms.boot().onto(law.distribution().support()).unconstrainedShape(event(law));
  }

  /**
   * By the trapezoidal rule, in one or two coordinates from −60 or −18 to as far above; for
   * matrices from −16, since from 19 on a correlation is 1 in double precision.
   */
  @ParameterizedTest
  @MethodSource("densities")
  void integratesToOne(ArrayLaws law) {
    int dimension = coordinates(law).size();
    double step = dimension == 1 ? 0.01 : 0.06;
    int side = dimension == 2 ? 601 : event(law).rank() == 2 ? 3201 : 12_001;
    int points = dimension == 1 ? side : side * side;
    double[] grid = new double[points * dimension];
    for (int i = 0; i < points; i++) {
      grid[i * dimension] = (i / (points / side) - side / 2) * step;
      if (dimension == 2) {
        grid[2 * i + 1] = (i % side - side / 2) * step;
      }
    }
    Expr u = Expr.of(grid, Shape.of(points).then(coordinates(law)));
    double sum = 0;
    for (double each : Evaluate.constant(inCoordinates(law, law.distribution(), u))) {
      sum += Math.exp(each) * Math.pow(step, dimension);
    }
    assertThat(sum).isCloseTo(1, within(1e-5));
  }

  @Test
  void categoriesSumToOne() {
    ArrayLaws.all()
        .filter(law -> law.distribution().discrete())
        .forEach(law -> {
          double[] logs = Evaluate.constant(law.distribution().logProb(Expr.vector(0, 1, 2)));
          assertThat(Arrays.stream(logs).map(Math::exp).sum()).isCloseTo(1, within(1e-14));
        });
  }

  /** In the parameters, and in the value's coordinates where it is continuous. */
  @ParameterizedTest
  @MethodSource("planish.distributions.ArrayLaws#all")
  void firstAndSecondDerivativesAreThoseOfFiniteDifferences(ArrayLaws law) {
    double[] u = start(law);
    double[] point = Arrays.copyOf(law.parameters(), law.parameters().length + u.length);
    System.arraycopy(u, 0, point, law.parameters().length, u.length);
    for (int i = 0; i < point.length; i++) {
      for (int order = 0; order < 2; order++) {
        double[] weights = {1, -8, 8, -1};
        double[] steps = {-2e-4, -1e-4, 1e-4, 2e-4};
        double change = 0;
        for (int k = 0; k < 4; k++) {
          double[] moved = point.clone();
          moved[i] += steps[k];
          change += weights[k] * derivative(law, moved, i, order) / 12e-4;
        }
        assertThat(derivative(law, point, i, order + 1))
            .isCloseTo(change, within(1e-7 * (1 + Math.abs(change))));
      }
    }
  }

  private static double[] start(ArrayLaws law) {
    if (law.distribution().discrete()) {
      return new double[0];
    }
    Transform onto = Transforms.boot().onto(law.distribution().support());
    return Evaluate.constant(onto.inverse(Expr.of(law.value(), event(law))));
  }

  private static double derivative(ArrayLaws law, double[] point, int i, int order) {
    Graph graph = new Graph();
    Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(point.length));
    int parameters = law.parameters().length;
    Distribution distribution = law.make().apply(x.slice(0, parameters));
    Expr y =
        distribution.discrete()
            ? distribution.logProbInside(Expr.of(law.value(), event(law)))
            : inCoordinates(
                law,
                distribution,
                planish.autodiff.graph.Functions.reshape(
                    x.slice(parameters, point.length), coordinates(law)));
    y = y.sum();
    for (int k = 0; k < order; k++) {
      y = Gradient.of(y, List.of(x)).getFirst().get(i);
    }
    return Evaluate.of(graph, y, point)[0];
  }

  /** A sum of each value's numbers, 4,000 draws; p above 1e-5 in each of 12 rows. */
  @ParameterizedTest
  @MethodSource("proper")
  void drawsHaveTheMarginThatIsKnown(ArrayLaws law) {
    int n = 4000;
    double[] x = Evaluate.draws(law.distribution().expand(Shape.of(n)), 6);
    double[] sums = new double[n];
    int size = law.weights().length;
    for (int k = 0; k < x.length; k++) {
      sums[k / size] += law.weights()[k % size] * x[k];
    }
    double p =
        law.distribution().discrete()
            ? Pearson.pValue(sums, law.cdf())
            : Kolmogorov.pValue(sums, law.cdf());
    assertThat(p).isGreaterThan(1e-5);
  }
}
