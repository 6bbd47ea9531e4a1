package planish.sampling.csv;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import planish.spi.OutputException;
import planish.spi.UserException;

/**
 * A file that text and numbers are appended to. Plain streams, since a channel is closed when its
 * thread is interrupted. Numbers make no garbage.
 */
final class TextFile {
  private static final int BUFFER = 1 << 16;

  /** No number and no other single piece put without a check is longer than this. */
  private static final int LONGEST = 32;

  private final Path path;
  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private final StringBuilder digits = new StringBuilder(LONGEST);
  private int used;
  private long written;
  private UserException failure;

  private TextFile(Path path, OutputStream out, long written) {
    this.path = path;
    this.out = out;
    this.written = written;
  }

  /** Begins a file anew. */
  static TextFile create(Path path) {
    return open(path, false, 0);
  }

  /** Cuts a file off at a length and goes on from there. */
  static TextFile append(Path path, long length) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(length);
    } catch (IOException e) {
      throw failure(path, e);
    }
    return open(path, true, length);
  }

  private static TextFile open(Path path, boolean append, long length) {
    try {
      return new TextFile(path, new FileOutputStream(path.toFile(), append), length);
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  private static UserException failure(Path path, IOException e) {
    String prefix = path.toFile() + " (";
    String message = String.valueOf(e.getMessage());
    String reason =
        message.startsWith(prefix) && message.endsWith(")")
            ? message.substring(prefix.length(), message.length() - 1)
            : message;
    File folder = path.toAbsolutePath().getParent().toFile();
    return new OutputException(
        "cannot write "
            + path
            + ": "
            + reason
            + (folder.isDirectory() ? "" : "; the folder " + folder + " does not exist")
            + "; what was written before is kept. Free some space or name another output folder",
        e);
  }

  void put(String text) {
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      put(b);
    }
  }

  void put(char ascii) {
    put((byte) ascii);
  }

  private void put(byte b) {
    if (used == BUFFER) {
      flush();
    }
    buffer[used++] = b;
  }

  /** The shortest decimal number that reads back to the same bits; {@code nan}, {@code -inf}. */
  void put(double number) {
    if (!Double.isFinite(number)) {
      put(Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf");
      return;
    }
    if (BUFFER - used < LONGEST) {
      flush();
    }
    digits.setLength(0);
    digits.append(number);
    int length = digits.length();
    for (int k = 0; k < length; k++) {
      char c = digits.charAt(k);
      if (c == '.' && digits.charAt(k + 1) == '0' && wholeEnds(k + 2, length)) {
        k++;
      } else {
        buffer[used++] = (byte) (c == 'E' ? 'e' : c);
      }
    }
  }

  private boolean wholeEnds(int k, int length) {
    return k == length || digits.charAt(k) == 'E';
  }

  /** Hands all that was put to the operating system, so that it outlives this process. */
  void flush() {
    if (failure != null) {
      throw failure;
    }
    if (used == 0) {
      return;
    }
    try {
      out.write(buffer, 0, used);
    } catch (IOException e) {
      failure = failure(path, e);
      throw failure;
    }
    written += used;
    used = 0;
  }

  /** {@return the file's length with all that was put} */
  long length() {
    return written + used;
  }

  /** Flushes and closes; a failure that was told already is not told again. */
  void close() {
    try {
      if (failure == null) {
        flush();
      }
    } finally {
      closeStream();
    }
  }

  private void closeStream() {
    try {
      out.close();
    } catch (IOException e) {
      throw failure(path, e);
    }
  }
}
