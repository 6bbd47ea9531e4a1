package planish.compiler;

import static planish.compiler.Lanes.LENGTH;
import static planish.compiler.Lanes.SPECIES;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/**
 * As {@link PlainProducts}, on vectors of a matrix in {@link Panels}: the same bits. Where a vector
 * is shorter than eight lanes, each part of the lanes is done by itself. What is loaded is a second
 * factor, which the JIT reads from memory within the fma.
 */
final class PanelProducts {
  private static final int ROWS = Panels.ROWS;
  private static final long PART = Panels.column() - (8L - LENGTH) * Double.BYTES;
  private static final long VECTOR = (long) LENGTH * Double.BYTES;

  private PanelProducts() {}

  /** Computes whole panels, so that it writes past the end of the last one. */
  static void rows(
      MemorySegment m, int columns, double[] x, int ix, double[] out, int io, int begin, int end) {
    for (int i = begin; i < end; i += ROWS) {
      for (int part = 0; part < 8; part += LENGTH) {
        panelRows(m, start(i, columns, part), columns, x, ix, out, io + i + part);
      }
    }
  }

  /** Eight chains of fma side by side, since each has to wait for itself. */
  private static void panelRows(
      MemorySegment m, long at, int columns, double[] x, int ix, double[] out, int io) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    DoubleVector s4 = s0;
    DoubleVector s5 = s0;
    DoubleVector s6 = s0;
    DoubleVector s7 = s0;
    for (int j = 0; j < columns; j++) {
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[ix + j]);
      MemorySegment column = part(m, at, j);
      s0 = factor.fma(load(column, 0), s0);
      s1 = factor.fma(load(column, 8), s1);
      s2 = factor.fma(load(column, 16), s2);
      s3 = factor.fma(load(column, 24), s3);
      s4 = factor.fma(load(column, 32), s4);
      s5 = factor.fma(load(column, 40), s5);
      s6 = factor.fma(load(column, 48), s6);
      s7 = factor.fma(load(column, 56), s7);
    }
    s0.intoArray(out, io);
    s1.intoArray(out, io + 8);
    s2.intoArray(out, io + 16);
    s3.intoArray(out, io + 24);
    s4.intoArray(out, io + 32);
    s5.intoArray(out, io + 40);
    s6.intoArray(out, io + 48);
    s7.intoArray(out, io + 56);
  }

  static void dots(
      MemorySegment m, int columns, double[] r, int ir, double[] w, int lanes, int begin, int end) {
    for (int part = 0; part < 8; part += LENGTH) {
      int i = begin;
      for (; i <= end - ROWS; i += ROWS) {
        panelDots(m, start(i, columns, part), columns, r, ir + i + part, w, lanes + part);
      }
      for (; i + part < end; i += 8) {
        vectorDots(
            m,
            within(i, columns, part),
            columns,
            r,
            ir + i + part,
            end - i - part,
            w,
            lanes + part);
      }
    }
  }

  /** The panel's part of r is read once for all columns. */
  private static void panelDots(
      MemorySegment m, long at, int columns, double[] r, int ir, double[] w, int lanes) {
    DoubleVector r0 = DoubleVector.fromArray(SPECIES, r, ir);
    DoubleVector r1 = DoubleVector.fromArray(SPECIES, r, ir + 8);
    DoubleVector r2 = DoubleVector.fromArray(SPECIES, r, ir + 16);
    DoubleVector r3 = DoubleVector.fromArray(SPECIES, r, ir + 24);
    DoubleVector r4 = DoubleVector.fromArray(SPECIES, r, ir + 32);
    DoubleVector r5 = DoubleVector.fromArray(SPECIES, r, ir + 40);
    DoubleVector r6 = DoubleVector.fromArray(SPECIES, r, ir + 48);
    DoubleVector r7 = DoubleVector.fromArray(SPECIES, r, ir + 56);
    for (int j = 0; j < columns; j++) {
      DoubleVector s = DoubleVector.fromArray(SPECIES, w, lanes + 8 * j);
      MemorySegment column = part(m, at, j);
      s = r0.fma(load(column, 0), s);
      s = r1.fma(load(column, 8), s);
      s = r2.fma(load(column, 16), s);
      s = r3.fma(load(column, 24), s);
      s = r4.fma(load(column, 32), s);
      s = r5.fma(load(column, 40), s);
      s = r6.fma(load(column, 48), s);
      s = r7.fma(load(column, 56), s);
      s.intoArray(w, lanes + 8 * j);
    }
  }

  /**
   * One vector of rows, or as many as there are. Lanes past the end keep what they have: adding
   * zero would turn a minus zero over.
   */
  private static void vectorDots(
      MemorySegment m, long at, int columns, double[] r, int ir, int rows, double[] w, int lanes) {
    VectorMask<Double> inside = SPECIES.indexInRange(0, rows);
    DoubleVector v = DoubleVector.fromArray(SPECIES, r, ir, inside);
    for (int j = 0; j < columns; j++) {
      DoubleVector s = DoubleVector.fromArray(SPECIES, w, lanes + 8 * j);
      MemorySegment column = m.asSlice(at + Panels.column() * j, VECTOR);
      s.blend(v.fma(load(column, 0), s), inside).intoArray(w, lanes + 8 * j);
    }
  }

  /**
   * {@return where the vector of a row and a part of the lanes begins in a panel's first column}
   */
  private static long within(int row, int columns, int part) {
    return start(row & -ROWS, columns, part + (row & (ROWS - 1)));
  }

  private static long start(int row, int columns, int part) {
    return Panels.start(row, columns) + (long) part * Double.BYTES;
  }

  /**
   * What is read of a column where a vector is a part of the lanes: its length is a constant, so
   * that offsets are not checked one by one, but stand in the instructions.
   */
  private static MemorySegment part(MemorySegment m, long at, int j) {
    return m.asSlice(at + Panels.column() * j, PART);
  }

  private static DoubleVector load(MemorySegment column, int row) {
    return DoubleVector.fromMemorySegment(
        SPECIES, column, (long) row * Double.BYTES, ByteOrder.nativeOrder());
  }
}
