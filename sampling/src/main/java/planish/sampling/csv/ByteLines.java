package planish.sampling.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a file as bytes, one after the other, without copying them. */
final class ByteLines {
  private final InputStream in;
  private byte[] buffer = new byte[1 << 17];
  private int filled;
  private int start;
  private int end;
  private int following;
  private boolean terminated;
  private int number;

  ByteLines(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; {@return whether there is one} */
  boolean next() throws IOException {
    start = following;
    int scan = start;
    while (true) {
      while (scan < filled && buffer[scan] != '\n') {
        scan++;
      }
      if (scan < filled) {
        return line(scan, true);
      }
      int passed = scan - start;
      boolean more = fill();
      scan = start + passed;
      if (!more) {
        return passed > 0 && line(scan, false);
      }
    }
  }

  private boolean line(int stop, boolean complete) {
    terminated = complete;
    following = complete ? stop + 1 : stop;
    end = stop > start && buffer[stop - 1] == '\r' ? stop - 1 : stop;
    number++;
    return true;
  }

  /** Reads on, with the line that is looked at moved to the front. */
  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      filled -= start;
      start = 0;
    } else if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(read, 0);
    return read >= 0;
  }

  byte[] bytes() {
    return buffer;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** {@return whether the line ends with a line break: the last of a cut-off file does not} */
  boolean isTerminated() {
    return terminated;
  }

  /** {@return the line's number, from 1} */
  int number() {
    return number;
  }

  boolean isComment() {
    return start < end && buffer[start] == '#';
  }

  boolean isBlank() {
    for (int k = start; k < end; k++) {
      if (buffer[k] > ' ') {
        return false;
      }
    }
    return true;
  }

  String text() {
    return new String(buffer, start, end - start, StandardCharsets.UTF_8);
  }
}
