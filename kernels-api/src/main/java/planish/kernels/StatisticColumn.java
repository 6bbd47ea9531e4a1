package planish.kernels;

/**
 * A column of statistics that a kernel writes with each draw.
 *
 * @param name as in the output, Stan's names where Stan has one: {@code treedepth__}
 * @param kind how its numbers are written
 */
public record StatisticColumn(String name, Kind kind) {
  /** How a column's numbers are written. */
  public enum Kind {
    /** Whole numbers. */
    INTEGER,
    /** Real numbers. */
    REAL
  }

  /** {@return a column of whole numbers} */
  public static StatisticColumn integer(String name) {
    return new StatisticColumn(name, Kind.INTEGER);
  }

  /** {@return a column of real numbers} */
  public static StatisticColumn real(String name) {
    return new StatisticColumn(name, Kind.REAL);
  }
}
