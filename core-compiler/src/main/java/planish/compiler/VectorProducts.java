package planish.compiler;

import static planish.compiler.Lanes.LENGTH;
import static planish.compiler.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/** As {@link PlainProducts}, on vectors: the same bits. */
final class VectorProducts {
  private VectorProducts() {}

  /**
   * Eight chains of fma side by side, since each has to wait for itself. What is left at the end is
   * done in as many vectors as it needs, or in some more that reach back over rows that are done.
   */
  static void rows(
      double[] m,
      int im,
      int rows,
      int columns,
      double[] x,
      int ix,
      double[] out,
      int io,
      int begin,
      int end) {
    int i = begin;
    for (; i <= end - 8 * LENGTH; i += 8 * LENGTH) {
      eightVectors(m, im + i, rows, columns, x, ix, out, io + i);
    }
    while (i < end) {
      int left = end - i;
      if (left > 4 * LENGTH && end >= 6 * LENGTH) {
        i = Math.min(i, end - 6 * LENGTH);
        twoVectors(m, im + i, rows, columns, x, ix, out, io + i);
        fourVectors(m, im + i + 2 * LENGTH, rows, columns, x, ix, out, io + i + 2 * LENGTH);
        i += 6 * LENGTH;
      } else if (left > 2 * LENGTH && end >= 4 * LENGTH) {
        i = Math.min(i, end - 4 * LENGTH);
        fourVectors(m, im + i, rows, columns, x, ix, out, io + i);
        i += 4 * LENGTH;
      } else if (end >= 2 * LENGTH) {
        i = Math.min(i, end - 2 * LENGTH);
        twoVectors(m, im + i, rows, columns, x, ix, out, io + i);
        i += 2 * LENGTH;
      } else {
        oneByOne(m, im, rows, columns, x, ix, out, io, i, end);
        i = end;
      }
    }
  }

  private static void oneByOne(
      double[] m,
      int im,
      int rows,
      int columns,
      double[] x,
      int ix,
      double[] out,
      int io,
      int begin,
      int end) {
    for (int i = begin; i < end; i++) {
      double s = 0;
      for (int j = 0; j < columns; j++) {
        s = Math.fma(m[im + i + j * rows], x[ix + j], s);
      }
      out[io + i] = s;
    }
  }

  private static void eightVectors(
      double[] m, int im, int rows, int columns, double[] x, int ix, double[] out, int io) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    DoubleVector s4 = s0;
    DoubleVector s5 = s0;
    DoubleVector s6 = s0;
    DoubleVector s7 = s0;
    for (int j = 0; j < columns; j++) {
      int at = im + j * rows;
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[ix + j]);
      s0 = load(m, at).fma(factor, s0);
      s1 = load(m, at + LENGTH).fma(factor, s1);
      s2 = load(m, at + 2 * LENGTH).fma(factor, s2);
      s3 = load(m, at + 3 * LENGTH).fma(factor, s3);
      s4 = load(m, at + 4 * LENGTH).fma(factor, s4);
      s5 = load(m, at + 5 * LENGTH).fma(factor, s5);
      s6 = load(m, at + 6 * LENGTH).fma(factor, s6);
      s7 = load(m, at + 7 * LENGTH).fma(factor, s7);
    }
    s0.intoArray(out, io);
    s1.intoArray(out, io + LENGTH);
    s2.intoArray(out, io + 2 * LENGTH);
    s3.intoArray(out, io + 3 * LENGTH);
    s4.intoArray(out, io + 4 * LENGTH);
    s5.intoArray(out, io + 5 * LENGTH);
    s6.intoArray(out, io + 6 * LENGTH);
    s7.intoArray(out, io + 7 * LENGTH);
  }

  private static void fourVectors(
      double[] m, int im, int rows, int columns, double[] x, int ix, double[] out, int io) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    for (int j = 0; j < columns; j++) {
      int at = im + j * rows;
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[ix + j]);
      s0 = load(m, at).fma(factor, s0);
      s1 = load(m, at + LENGTH).fma(factor, s1);
      s2 = load(m, at + 2 * LENGTH).fma(factor, s2);
      s3 = load(m, at + 3 * LENGTH).fma(factor, s3);
    }
    s0.intoArray(out, io);
    s1.intoArray(out, io + LENGTH);
    s2.intoArray(out, io + 2 * LENGTH);
    s3.intoArray(out, io + 3 * LENGTH);
  }

  private static void twoVectors(
      double[] m, int im, int rows, int columns, double[] x, int ix, double[] out, int io) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    for (int j = 0; j < columns; j++) {
      int at = im + j * rows;
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[ix + j]);
      s0 = load(m, at).fma(factor, s0);
      s1 = load(m, at + LENGTH).fma(factor, s1);
    }
    s0.intoArray(out, io);
    s1.intoArray(out, io + LENGTH);
  }

  private static DoubleVector load(double[] a, int at) {
    return DoubleVector.fromArray(SPECIES, a, at);
  }

  static void dots(
      double[] m,
      int im,
      int rows,
      int columns,
      double[] r,
      int ir,
      double[] w,
      int lanes,
      int begin,
      int end) {
    int whole = begin + ((end - begin) & -8);
    for (int part = 0; part < 8; part += LENGTH) {
      int from = begin + part;
      int j = 0;
      for (; j < columns - 7; j += 8) {
        eightColumns(m, im + j * rows, rows, r, ir, w, lanes + 8 * j + part, from, whole);
      }
      for (; j < columns; j++) {
        oneColumn(m, im + j * rows, r, ir, w, lanes + 8 * j + part, from, whole);
      }
      if (whole + part < end) {
        lastRows(m, im, rows, columns, r, ir, w, lanes + part, whole + part, end);
      }
    }
  }

  /** Some of the eight lanes of eight columns: the vector r is read once for all. */
  private static void eightColumns(
      double[] m, int im, int rows, double[] r, int ir, double[] w, int lanes, int begin, int end) {
    DoubleVector s0 = load(w, lanes);
    DoubleVector s1 = load(w, lanes + 8);
    DoubleVector s2 = load(w, lanes + 16);
    DoubleVector s3 = load(w, lanes + 24);
    DoubleVector s4 = load(w, lanes + 32);
    DoubleVector s5 = load(w, lanes + 40);
    DoubleVector s6 = load(w, lanes + 48);
    DoubleVector s7 = load(w, lanes + 56);
    for (int i = begin; i < end; i += 8) {
      DoubleVector v = load(r, ir + i);
      int at = im + i;
      s0 = load(m, at).fma(v, s0);
      s1 = load(m, at + rows).fma(v, s1);
      s2 = load(m, at + 2 * rows).fma(v, s2);
      s3 = load(m, at + 3 * rows).fma(v, s3);
      s4 = load(m, at + 4 * rows).fma(v, s4);
      s5 = load(m, at + 5 * rows).fma(v, s5);
      s6 = load(m, at + 6 * rows).fma(v, s6);
      s7 = load(m, at + 7 * rows).fma(v, s7);
    }
    s0.intoArray(w, lanes);
    s1.intoArray(w, lanes + 8);
    s2.intoArray(w, lanes + 16);
    s3.intoArray(w, lanes + 24);
    s4.intoArray(w, lanes + 32);
    s5.intoArray(w, lanes + 40);
    s6.intoArray(w, lanes + 48);
    s7.intoArray(w, lanes + 56);
  }

  /**
   * The rows from {@code i} to the end, less than a vector, of all columns. Lanes past the end keep
   * what they have: adding zero would turn a minus zero over.
   */
  private static void lastRows(
      double[] m,
      int im,
      int rows,
      int columns,
      double[] r,
      int ir,
      double[] w,
      int lanes,
      int i,
      int end) {
    VectorMask<Double> inside = SPECIES.indexInRange(i, end);
    DoubleVector v = DoubleVector.fromArray(SPECIES, r, ir + i, inside);
    for (int j = 0; j < columns; j++) {
      DoubleVector s = load(w, lanes + 8 * j);
      DoubleVector column = DoubleVector.fromArray(SPECIES, m, im + j * rows + i, inside);
      s.blend(column.fma(v, s), inside).intoArray(w, lanes + 8 * j);
    }
  }

  private static void oneColumn(
      double[] m, int im, double[] r, int ir, double[] w, int lanes, int begin, int end) {
    DoubleVector s = load(w, lanes);
    for (int i = begin; i < end; i += 8) {
      s = load(m, im + i).fma(load(r, ir + i), s);
    }
    s.intoArray(w, lanes);
  }
}
