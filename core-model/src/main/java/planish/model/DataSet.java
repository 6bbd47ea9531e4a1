package planish.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import planish.autodiff.Shape;
import planish.spi.Spelling;
import planish.spi.UserException;

/**
 * Named arrays of numbers, as read from a data file. Immutable; names that a model does not ask for
 * are ignored.
 */
public final class DataSet {
  private final String source;
  private final Map<String, Entry> entries;

  private record Entry(double[] values, Shape shape) {}

  private DataSet(String source, Map<String, Entry> entries) {
    this.source = source;
    this.entries = entries;
  }

  /**
   * {@return no arrays}
   *
   * @param source where the data come from, for messages
   */
  public static DataSet empty(String source) {
    return new DataSet(source, Map.of());
  }

  /**
   * {@return these data and one more array}
   *
   * @param values in row-major order; copied
   * @param shape of as many elements
   */
  public DataSet with(String name, double[] values, Shape shape) {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(
          name + ": " + values.length + " values for an array of shape " + shape);
    }
    Map<String, Entry> more = new LinkedHashMap<>(entries);
    more.put(name, new Entry(values.clone(), shape));
    return new DataSet(source, more);
  }

  /** {@return the names, in the order they were added} */
  public Set<String> names() {
    return java.util.Collections.unmodifiableSet(entries.keySet());
  }

  /** {@return whether there is an array of that name} */
  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /**
   * {@return the shape of an array}
   *
   * @throws UserException if there is none of that name
   */
  public Shape shape(String name) {
    return entry(name).shape;
  }

  /**
   * {@return a number}
   *
   * @throws UserException if it is missing, or an array
   */
  public double number(String name) {
    return array(name, "a number", Shape.scalar())[0];
  }

  /**
   * {@return a whole number}
   *
   * @param minimum the least allowed
   * @throws UserException if it is missing, no whole number, or too small
   */
  public int integer(String name, int minimum) {
    double value = number(name);
    if (value != Math.rint(value) || value < minimum || value > Integer.MAX_VALUE) {
      throw wrong(name, "a whole number of at least " + minimum, Double.toString(value));
    }
    return (int) value;
  }

  /**
   * {@return a vector of any length}
   *
   * @throws UserException if it is missing, or no vector
   */
  public double[] vector(String name) {
    Entry entry = entry(name);
    if (entry.shape.rank() != 1) {
      throw wrong(name, "a vector", "shape " + entry.shape);
    }
    return entry.values.clone();
  }

  /**
   * {@return a vector}
   *
   * @param length the length that it must have
   * @throws UserException if it is missing, or of another shape
   */
  public double[] vector(String name, int length) {
    return array(name, "a vector of length " + length, Shape.of(length));
  }

  /**
   * {@return a vector of whole numbers}
   *
   * @param length the length that it must have
   * @param minimum the least number allowed
   * @param maximum the greatest number allowed
   * @throws UserException if it is missing, of another shape, or an element is out of range
   */
  public int[] integers(String name, int length, int minimum, int maximum) {
    double[] values = vector(name, length);
    int[] whole = new int[length];
    for (int i = 0; i < length; i++) {
      if (values[i] != Math.rint(values[i]) || values[i] < minimum || values[i] > maximum) {
        throw wrong(
            name,
            "whole numbers from " + minimum + " to " + maximum,
            values[i] + " as element " + (i + 1));
      }
      whole[i] = (int) values[i];
    }
    return whole;
  }

  /**
   * {@return a matrix, row-major}
   *
   * @throws UserException if it is missing, or of another shape
   */
  public double[] matrix(String name, int rows, int columns) {
    return array(
        name, "a matrix of " + rows + " rows and " + columns + " columns", Shape.of(rows, columns));
  }

  private double[] array(String name, String expected, Shape shape) {
    Entry entry = entry(name);
    if (!entry.shape.equals(shape)) {
      throw wrong(name, expected, "shape " + entry.shape);
    }
    return entry.values.clone();
  }

  private Entry entry(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new UserException(source + ": " + missing(name));
    }
    return entry;
  }

  /** Not that a name is unknown: what is there may be all that its author knows of. */
  private String missing(String name) {
    String line = Lines.here();
    return "there is no variable '"
        + name
        + "', which the model asks for"
        + (line.isEmpty() ? "" : " (" + line + ")")
        + Spelling.nearest(name, entries.keySet().stream())
            .map(near -> "; is it '" + near + "'?")
            .orElse("")
        + (entries.isEmpty()
            ? "; the data are empty"
            : "; there are: " + String.join(", ", entries.keySet()));
  }

  private UserException wrong(String name, String expected, String found) {
    return new UserException(
        source + ": variable '" + name + "': expected " + expected + ", but found " + found);
  }
}
