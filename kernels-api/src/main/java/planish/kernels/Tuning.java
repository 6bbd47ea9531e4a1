package planish.kernels;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a kernel is tuned by: named arrays and a metric. Adaptation makes it; kernels only read it.
 * A value: its arrays are not changed once it is made.
 *
 * @param arrays numbers by name
 * @param metric the mass matrix
 */
public record Tuning(Map<String, double[]> arrays, MassMatrix metric) {
  /** The name of the step size among the arrays. */
  public static final String STEP_SIZE = "step_size";

  /** Copies the map (its arrays are taken as they are). */
  public Tuning {
    arrays = Map.copyOf(arrays);
  }

  /** {@return a tuning of a step size and a metric} */
  public static Tuning of(double stepSize, MassMatrix metric) {
    return new Tuning(Map.of(STEP_SIZE, new double[] {stepSize}), metric);
  }

  /**
   * {@return an array}
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public double[] array(String name) {
    double[] array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException("the tuning has no '" + name + "': " + arrays.keySet());
    }
    return array;
  }

  /** {@return a single number} */
  public double number(String name) {
    return array(name)[0];
  }

  /** {@return the step size; 1 where there is none} */
  public double stepSize() {
    double[] array = arrays.get(STEP_SIZE);
    return array == null ? 1 : array[0];
  }

  /** {@return this tuning with one array replaced or added} */
  public Tuning with(String name, double... values) {
    Map<String, double[]> changed = new LinkedHashMap<>(arrays);
    changed.put(name, values);
    return new Tuning(changed, metric);
  }

  /** Writes this tuning down, its metric too. */
  public void save(StateWriter out) {
    StateWriter numbers = out.child("numbers");
    arrays.forEach(numbers::put);
    StateWriter matrix = out.child("metric");
    metric.arrays().forEach(matrix::put);
  }

  /**
   * {@return the tuning that was written down}
   *
   * @param in what {@link #save} wrote
   * @param metrics of the form of mass matrix that the tuning was made with
   */
  public static Tuning restore(StateReader in, MassMatrixAdaptation metrics) {
    return new Tuning(
        readAll(in.child("numbers")), metrics.fromArrays(readAll(in.child("metric"))));
  }

  private static Map<String, double[]> readAll(StateReader in) {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    in.names().forEach(name -> arrays.put(name, in.array(name)));
    return arrays;
  }

  /** {@return this tuning with another step size} */
  public Tuning withStepSize(double stepSize) {
    return with(STEP_SIZE, stepSize);
  }

  /** {@return this tuning with another metric} */
  public Tuning withMetric(MassMatrix changed) {
    return new Tuning(arrays, changed);
  }
}
