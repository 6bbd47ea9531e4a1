package planish.vector;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static planish.vector.Lanes.LENGTH;
import static planish.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** Products of a column-major matrix with a vector. */
final class VectorProducts {
  private VectorProducts() {}

  /** Blocks of four vectors of rows, so that four chains of fma run side by side. */
  static void matrixVector(
      double[] m, int im, int rows, int columns, double[] x, int ix, double[] out, int io) {
    int i = 0;
    for (; i <= rows - 4 * LENGTH; i += 4 * LENGTH) {
      fourVectors(m, im + i, rows, columns, x, ix, out, io + i);
    }
    for (; i <= rows - LENGTH; i += LENGTH) {
      oneVector(m, im + i, rows, columns, x, ix, out, io + i);
    }
    for (; i < rows; i++) {
      double s = 0;
      for (int j = 0; j < columns; j++) {
        s = Math.fma(m[im + i + j * rows], x[ix + j], s);
      }
      out[io + i] = s;
    }
  }

  private static void fourVectors(
      double[] m, int im, int rows, int columns, double[] x, int ix, double[] out, int io) {
    DoubleVector s0 = broadcast(SPECIES, 0);
    DoubleVector s1 = broadcast(SPECIES, 0);
    DoubleVector s2 = broadcast(SPECIES, 0);
    DoubleVector s3 = broadcast(SPECIES, 0);
    for (int j = 0; j < columns; j++) {
      int at = im + j * rows;
      DoubleVector factor = broadcast(SPECIES, x[ix + j]);
      s0 = fromArray(SPECIES, m, at).fma(factor, s0);
      s1 = fromArray(SPECIES, m, at + LENGTH).fma(factor, s1);
      s2 = fromArray(SPECIES, m, at + 2 * LENGTH).fma(factor, s2);
      s3 = fromArray(SPECIES, m, at + 3 * LENGTH).fma(factor, s3);
    }
    s0.intoArray(out, io);
    s1.intoArray(out, io + LENGTH);
    s2.intoArray(out, io + 2 * LENGTH);
    s3.intoArray(out, io + 3 * LENGTH);
  }

  private static void oneVector(
      double[] m, int im, int rows, int columns, double[] x, int ix, double[] out, int io) {
    DoubleVector s = broadcast(SPECIES, 0);
    for (int j = 0; j < columns; j++) {
      s = fromArray(SPECIES, m, im + j * rows).fma(broadcast(SPECIES, x[ix + j]), s);
    }
    s.intoArray(out, io);
  }

  static void transposedMatrixVector(
      double[] m, int im, int rows, int columns, double[] r, int ir, double[] out, int io) {
    for (int j = 0; j < columns; j++) {
      out[io + j] = VectorSums.dot(m, im + j * rows, r, ir, rows);
    }
  }
}
