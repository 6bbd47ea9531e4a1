package planish.sampling.csv;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import planish.spi.UserException;

/** Checks that a file is the one that a stopped run has left, before it is cut off and added to. */
final class WrittenPart {
  private WrittenPart() {}

  static void check(Path path, List<String> columns, long position) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      if (position < 1 || file.length() < position || !lineEndsAt(file, position)) {
        throw new UserException(
            path
                + " is not as the stopped run left it: expected a line to end at byte "
                + position
                + " of "
                + file.length()
                + ". Put the file back, or start the run anew");
      }
      Columns.compare(path, columns, columnLine(path), "the model's columns");
    } catch (IOException e) {
      throw new UserException(
          "cannot read " + path + ", where the stopped run is to go on: " + e.getMessage(), e);
    }
  }

  private static boolean lineEndsAt(RandomAccessFile file, long position) throws IOException {
    file.seek(position - 1);
    return file.read() == '\n';
  }

  private static List<String> columnLine(Path path) throws IOException {
    try (InputStream in = new FileInputStream(path.toFile())) {
      ByteLines lines = new ByteLines(in);
      while (lines.next()) {
        if (!lines.isComment() && !lines.isBlank()) {
          return Columns.split(lines.text());
        }
      }
      return List.of();
    }
  }
}
