package planish.compiler;

import static planish.compiler.Lanes.LENGTH;
import static planish.compiler.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** As {@link PlainProducts}, on vectors: the same bits. */
final class VectorProducts {
  private VectorProducts() {}

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
    for (; i <= end - LENGTH; i += LENGTH) {
      oneVector(m, im + i, rows, columns, x, ix, out, io + i);
    }
    for (; i < end; i++) {
      double s = 0;
      for (int j = 0; j < columns; j++) {
        s = Math.fma(m[im + i + j * rows], x[ix + j], s);
      }
      out[io + i] = s;
    }
  }

  /** Eight chains of fma side by side. */
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

  private static void oneVector(
      double[] m, int im, int rows, int columns, double[] x, int ix, double[] out, int io) {
    DoubleVector s = DoubleVector.zero(SPECIES);
    for (int j = 0; j < columns; j++) {
      s = load(m, im + j * rows).fma(DoubleVector.broadcast(SPECIES, x[ix + j]), s);
    }
    s.intoArray(out, io);
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
    int j = 0;
    for (; j < columns - 7; j += 8) {
      for (int part = 0; part < 8; part += LENGTH) {
        eightColumns(m, im + j * rows, rows, r, ir, w, lanes + 8 * j, part, begin, whole);
      }
    }
    for (; j < columns; j++) {
      for (int part = 0; part < 8; part += LENGTH) {
        oneColumn(m, im + j * rows, r, ir, w, lanes + 8 * j, part, begin, whole);
      }
    }
    for (int k = 0; k < columns; k++) {
      for (int i = whole; i < end; i++) {
        int lane = lanes + 8 * k + (i & 7);
        w[lane] = Math.fma(m[im + k * rows + i], r[ir + i], w[lane]);
      }
    }
  }

  /** Some of the eight lanes of eight columns: the vector r is read once for all. */
  private static void eightColumns(
      double[] m,
      int im,
      int rows,
      double[] r,
      int ir,
      double[] w,
      int lanes,
      int part,
      int begin,
      int end) {
    DoubleVector s0 = load(w, lanes + part);
    DoubleVector s1 = load(w, lanes + 8 + part);
    DoubleVector s2 = load(w, lanes + 16 + part);
    DoubleVector s3 = load(w, lanes + 24 + part);
    DoubleVector s4 = load(w, lanes + 32 + part);
    DoubleVector s5 = load(w, lanes + 40 + part);
    DoubleVector s6 = load(w, lanes + 48 + part);
    DoubleVector s7 = load(w, lanes + 56 + part);
    for (int i = begin + part; i < end; i += 8) {
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
    s0.intoArray(w, lanes + part);
    s1.intoArray(w, lanes + 8 + part);
    s2.intoArray(w, lanes + 16 + part);
    s3.intoArray(w, lanes + 24 + part);
    s4.intoArray(w, lanes + 32 + part);
    s5.intoArray(w, lanes + 40 + part);
    s6.intoArray(w, lanes + 48 + part);
    s7.intoArray(w, lanes + 56 + part);
  }

  private static void oneColumn(
      double[] m, int im, double[] r, int ir, double[] w, int lanes, int part, int begin, int end) {
    DoubleVector s = load(w, lanes + part);
    for (int i = begin + part; i < end; i += 8) {
      s = load(m, im + i).fma(load(r, ir + i), s);
    }
    s.intoArray(w, lanes + part);
  }
}
