package planish.compiler;

import java.lang.foreign.MemorySegment;
import planish.autodiff.Shape;

/**
 * Runs the products of panels, which all programs share, on a small one until the JIT has them: as
 * often as it wants to see a method, mostly without a column.
 */
final class ProductsExercise {
  /** Once is enough for a run time. */
  static final ProductsExercise ONCE = new ProductsExercise();

  /** Calls before the JIT begins to optimise, with some to spare. */
  private static final int CALLS = 6000;

  private static final int ROWS = Panels.ROWS;
  private static final int SOME_ROWS = 21;
  private static final int COLUMNS = 4;

  private final MemorySegment matrix =
      Panels.of(new Operand(new double[ROWS * COLUMNS], -1, -1, 0, Shape.of(COLUMNS, ROWS)), ROWS);
  private final double[] vector = new double[ROWS];
  private final double[] lanes = new double[8 * COLUMNS];
  private int calls;

  private ProductsExercise() {}

  /** {@return whether there was nothing left to do} */
  boolean isDone() {
    return calls >= CALLS;
  }

  /** Does some of it. */
  void some() {
    for (int k = 0; k < 60; k++) {
      once(calls++ % 20 == 19 ? COLUMNS : 0);
    }
  }

  private void once(int columns) {
    for (int rows : new int[] {ROWS, SOME_ROWS}) {
      PanelProducts.rows(matrix, columns, lanes, 0, vector, 0, 0, rows);
      PanelProducts.dots(matrix, columns, vector, 0, lanes, 0, 0, rows);
    }
  }
}
