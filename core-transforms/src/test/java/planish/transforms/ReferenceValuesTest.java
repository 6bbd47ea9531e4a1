package planish.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import planish.autodiff.Shape;

/** Against the formulas of Stan's manual, evaluated with 50 digits by reference.py. */
class ReferenceValuesTest {
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvFileSource(resources = "reference.csv")
  void valuesAndJacobiansAreThoseOfStansManual(
      String constraint, String name, String coordinates, String values, String logJacobian) {
    Constraint set = constraint(constraint);
    Transform transform = Transforms.boot().onto(set, name);
    double[] u = numbers(coordinates);
    double[] x = numbers(values);
    Shape shape = set.eventRank() == 1 ? Shape.of(x.length) : square(x.length);
    assertThat(transform.unconstrainedShape(shape)).isEqualTo(Shape.of(u.length));
    assertClose(Evaluate.at(transform::forward, u), x, 4e-15);
    double[] back = Evaluate.at(transform::inverse, x, shape);
    assertClose(back, constraint.equals("unit-vector") ? x : u, 1e-9);
    double[] volume = Evaluate.at(v -> transform.logAbsDetJacobian(v, transform.forward(v)), u);
    assertClose(volume, numbers(logJacobian), 1e-14);
    assertThat(Evaluate.at(set::contains, x, shape)).containsExactly(1);
  }

  private static void assertClose(double[] found, double[] expected, double tolerance) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i])
          .as("element %d", i)
          .isCloseTo(expected[i], within(tolerance * (1 + Math.abs(expected[i]))));
    }
  }

  private static Constraint constraint(String name) {
    return switch (name) {
      case "ordered" -> Constraints.ordered();
      case "positive-ordered" -> Constraints.positiveOrdered();
      case "simplex" -> Constraints.simplex();
      case "sum-to-zero" -> Constraints.sumToZero();
      case "unit-vector" -> Constraints.unitVector();
      case "cholesky-corr" -> Constraints.choleskyFactorCorr();
      case "corr" -> Constraints.corrMatrix();
      case "cholesky-cov" -> Constraints.choleskyFactorCov();
      case "cov" -> Constraints.covMatrix();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Shape square(int elements) {
    int size = (int) Math.sqrt(elements);
    return Shape.of(size, size);
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(";")).mapToDouble(Double::parseDouble).toArray();
  }
}
