package planish.sampling;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import planish.autodiff.LogDensity;

/** Small densities for tests. */
final class Densities {
  private Densities() {}

  /** {@return independent standard normals} */
  static LogDensity.Source normal(int dimension) {
    return with(dimension, q -> -0.5 * q * q);
  }

  /** {@return a density whose function gives the value and fills the gradient} */
  static LogDensity.Source of(int dimension, ToDoubleBiFunction<double[], double[]> evaluation) {
    return () ->
        new LogDensity() {
          @Override
          public int dimension() {
            return dimension;
          }

          @Override
          public double value(double[] position) {
            return valueAndGradient(position, new double[dimension]);
          }

          @Override
          public double valueAndGradient(double[] position, double[] gradient) {
            return evaluation.applyAsDouble(position, gradient);
          }
        };
  }

  /** {@return independent coordinates with that log density each, and a normal's gradient} */
  static LogDensity.Source with(int dimension, DoubleUnaryOperator each) {
    return () ->
        new LogDensity() {
          @Override
          public int dimension() {
            return dimension;
          }

          @Override
          public double value(double[] position) {
            double sum = 0;
            for (double q : position) {
              sum += each.applyAsDouble(q);
            }
            return sum;
          }

          @Override
          public double valueAndGradient(double[] position, double[] gradient) {
            for (int i = 0; i < position.length; i++) {
              gradient[i] = -position[i];
            }
            return value(position);
          }
        };
  }
}
