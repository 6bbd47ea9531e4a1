package planish.transforms;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;

/** Where the coordinates of lower triangular matrices stand in them. */
final class Triangle {
  private final int size;
  private final int[] rows;
  private final int[] columns;

  private Triangle(int size, int count) {
    this.size = size;
    this.rows = new int[count];
    this.columns = new int[count];
  }

  /** {@return with the diagonal, row by row} */
  static Triangle full(int size) {
    Triangle triangle = new Triangle(size, size * (size + 1) / 2);
    for (int i = 0, k = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        triangle.put(k++, i, j);
      }
    }
    return triangle;
  }

  /** {@return without the diagonal, row by row} */
  static Triangle strictByRows(int size) {
    Triangle triangle = new Triangle(size, size * (size - 1) / 2);
    for (int i = 0, k = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        triangle.put(k++, i, j);
      }
    }
    return triangle;
  }

  /** {@return without the diagonal, column by column} */
  static Triangle strictByColumns(int size) {
    Triangle triangle = new Triangle(size, size * (size - 1) / 2);
    for (int j = 0, k = 0; j < size; j++) {
      for (int i = j + 1; i < size; i++) {
        triangle.put(k++, i, j);
      }
    }
    return triangle;
  }

  private void put(int k, int row, int column) {
    rows[k] = row;
    columns[k] = column;
  }

  /** {@return the number of rows of a triangle of so many elements, diagonal included} */
  static int sizeOfFull(int count) {
    return (int) Math.round((Math.sqrt(8.0 * count + 1) - 1) / 2);
  }

  /** {@return the number of rows of a triangle of so many elements below the diagonal} */
  static int sizeOfStrict(int count) {
    return sizeOfFull(count) + 1;
  }

  private int count() {
    return rows.length;
  }

  /** {@return matrices with the coordinates in their places, zero elsewhere} */
  Expr place(Expr coordinates) {
    int[] from = new int[size * size];
    Arrays.fill(from, -1);
    for (int k = 0; k < count(); k++) {
      from[rows[k] * size + columns[k]] = k;
    }
    return Events.arrange(coordinates, 1, from, Shape.of(size, size));
  }

  /** {@return the coordinates that stand in matrices} */
  Expr read(Expr matrices) {
    int[] from = numbers((row, column) -> row * size + column);
    return Events.arrange(matrices, 2, from, Shape.of(count()));
  }

  /** {@return a constant number for each coordinate, from twice its value} */
  Expr halves(IntBinaryOperator twiceOfRowAndColumn) {
    return Expr.vector(
        Arrays.stream(numbers(twiceOfRowAndColumn)).mapToDouble(n -> 0.5 * n).toArray());
  }

  private int[] numbers(IntBinaryOperator ofRowAndColumn) {
    int[] numbers = new int[count()];
    Arrays.setAll(numbers, k -> ofRowAndColumn.applyAsInt(rows[k], columns[k]));
    return numbers;
  }

  /** {@return the constant unit matrix} */
  static Expr unit(int size) {
    double[] unit = new double[size * size];
    for (int i = 0; i < size; i++) {
      unit[i * size + i] = 1;
    }
    return Expr.of(unit, Shape.of(size, size));
  }
}
