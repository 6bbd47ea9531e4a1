package planish.kernelcheck;

import planish.autodiff.LogDensity;

/** A density written by hand. */
public final class PlainDensity implements LogDensity {
  private final int dimension;
  private final Evaluation evaluation;
  private final double[] ignored;
  private long evaluations;

  /** The value, and the gradient into the second argument. */
  @FunctionalInterface
  public interface Evaluation {
    /** {@return the log density} */
    double at(double[] position, double[] gradient);
  }

  /** A density of the given dimension. */
  public PlainDensity(int dimension, Evaluation evaluation) {
    this.dimension = dimension;
    this.evaluation = evaluation;
    this.ignored = new double[dimension];
  }

  /** {@return independent standard normals} */
  public static PlainDensity standardNormal(int dimension) {
    return new PlainDensity(dimension, PlainDensity::standardNormal);
  }

  private static double standardNormal(double[] position, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < position.length; i++) {
      sum += position[i] * position[i];
      gradient[i] = -position[i];
    }
    return -0.5 * sum;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public double valueAndGradient(double[] position, double[] gradient) {
    evaluations++;
    return evaluation.at(position, gradient);
  }

  @Override
  public double value(double[] position) {
    evaluations++;
    return evaluation.at(position, ignored);
  }

  /** {@return how often it was evaluated} */
  public long evaluations() {
    return evaluations;
  }
}
