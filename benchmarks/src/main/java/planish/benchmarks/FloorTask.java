package planish.benchmarks;

/**
 * What a hand-written floor in {@code benchmarks/floors} is given.
 *
 * @param function its name there
 * @param x predictors, column after column
 * @param y outcomes
 * @param group the group of each row, or empty
 * @param rows the number of rows
 * @param columns the number of columns, or of groups where there are groups
 */
public record FloorTask(
    String function, double[] x, double[] y, double[] group, long rows, long columns) {}
