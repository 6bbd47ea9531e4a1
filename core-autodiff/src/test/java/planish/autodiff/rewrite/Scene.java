package planish.autodiff.rewrite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;

/** Parameters and data that a log density is made of, for one number of rows. */
final class Scene {
  private final Graph graph = new Graph();
  private final int rows;
  private final double location;
  private final Random random = new Random(20261122);
  private final List<Expr> inputs = new ArrayList<>();
  private final BitSet located = new BitSet();
  private int dimension;

  /**
   * A scene.
   *
   * @param rows how many
   * @param location mean of the data, whose standard deviation is 1
   */
  Scene(int rows, double location) {
    this.rows = rows;
    this.location = location;
  }

  Graph graph() {
    return graph;
  }

  int rows() {
    return rows;
  }

  List<Expr> inputs() {
    return inputs;
  }

  int dimension() {
    return dimension;
  }

  /** {@return a parameter about 0} */
  Expr parameter(String name, int... lengths) {
    Shape shape = Shape.of(lengths);
    Expr input = graph.input(InputKind.POSITION, name, dimension, shape);
    dimension += shape.size();
    inputs.add(input);
    return input;
  }

  /** {@return a parameter about the data's mean} */
  Expr located(String name, int... lengths) {
    located.set(dimension, dimension + Shape.of(lengths).size());
    return parameter(name, lengths);
  }

  /** {@return a normal number for each row, about the data's mean} */
  Expr data(String name) {
    return data(name, normals(rows, location), rows);
  }

  Expr data(String name, double[] values, int... lengths) {
    return graph.data(name, values, Shape.of(lengths));
  }

  /** {@return normal numbers about 0} */
  Expr numbers(String name, int... lengths) {
    return data(name, normals(Shape.of(lengths).size(), 0), lengths);
  }

  /** {@return a vector of data for each row, about the data's mean} */
  Expr vectors(String name, int length) {
    return data(name, normals(rows * length, location), rows, length);
  }

  /** {@return a small whole number for each row} */
  Expr counts(String name) {
    return data(name, IntStream.range(0, rows).mapToDouble(i -> i * 7 % 5).toArray(), rows);
  }

  /** {@return data of which one number is something else} */
  Expr broken(String name, double number) {
    double[] values = normals(rows, location);
    values[rows / 2] = number;
    return data(name, values, rows);
  }

  /** {@return the group of each row} */
  int[] groups(int count) {
    return IntStream.range(0, rows).map(i -> i * (count + 1) / 2 % count).toArray();
  }

  double[] normals(int n, double mean) {
    return IntStream.range(0, n).mapToDouble(i -> mean + random.nextGaussian()).toArray();
  }

  /** {@return points about where the parameters lie} */
  double[][] positions(int count, long seed) {
    Random own = new Random(seed);
    double[][] positions = new double[count][dimension];
    for (double[] position : positions) {
      Arrays.setAll(position, i -> own.nextGaussian() + (located.get(i) ? location : 0));
    }
    return positions;
  }
}
