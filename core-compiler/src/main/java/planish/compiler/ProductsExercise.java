package planish.compiler;

import java.util.Arrays;

/**
 * Runs the products of matrices, which all programs share, on small ones until the JIT has them: as
 * often as it wants to see a method, with as little in it as takes each branch.
 */
final class ProductsExercise {
  /** Once is enough for a run time. */
  static final ProductsExercise ONCE = new ProductsExercise();

  /** Calls before the JIT begins to optimise, with some to spare. */
  private static final int CALLS = 6000;

  private static final int ROWS = 77;
  private static final int FEW_ROWS = 21;
  private static final int COLUMNS = 9;

  private final double[] matrix = new double[ROWS * COLUMNS];
  private final double[] vector = new double[ROWS];
  private final double[] lanes = new double[8 * COLUMNS];
  private int calls;

  private ProductsExercise() {
    Arrays.fill(matrix, 0.5);
    Arrays.fill(vector, 0.5);
  }

  /** {@return whether there was nothing left to do} */
  boolean isDone() {
    return calls >= CALLS;
  }

  /** Does some of it. */
  void some() {
    for (int k = 0; k < 60; k++) {
      once(calls++ % 10 == 9);
    }
  }

  private void once(boolean something) {
    int columns = something ? COLUMNS : 0;
    int rows = something ? FEW_ROWS : 0;
    VectorProducts.rows(matrix, 0, ROWS, columns, lanes, 0, vector, 0, 0, ROWS);
    VectorProducts.rows(matrix, 0, ROWS, columns, lanes, 0, vector, 0, 40, FEW_ROWS + 40);
    VectorProducts.dots(matrix, 0, ROWS, COLUMNS, vector, 0, lanes, 0, 0, rows);
    Arrays.fill(lanes, 0.5);
  }
}
