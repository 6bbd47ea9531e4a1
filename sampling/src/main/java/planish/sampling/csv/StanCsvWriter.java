package planish.sampling.csv;

import java.nio.file.Path;
import java.util.Map;
import planish.spi.UserException;

/**
 * Writes one chain's Stan CSV as its draws come: the configuration as comments, the column line,
 * warm-up draws if they are wanted, what the adaptation has arrived at, the draws, the times.
 *
 * <p>Numbers are the shortest decimals that read back to the same bits; what is not finite is
 * {@code nan}, {@code inf}, {@code -inf}. Draws reach the operating system at once where they come
 * slowly, and at least every tenth of a second where they come fast.
 *
 * <p>Belongs to one thread at a time. All methods throw a {@link UserException} that names the file
 * when it cannot be written: the disk is full, the folder is missing.
 */
public final class StanCsvWriter implements AutoCloseable {
  /** The configuration's key for how many of the columns are the sampler's. */
  static final String STATISTIC_COLUMNS = "statistic_columns";

  /** Rows that come slower than this, in ns, are flushed one by one: it costs them nothing. */
  private static final long SLOW = 1_000_000;

  private static final long OFTEN = 100_000_000;

  private final TextFile file;
  private final int statistics;
  private final int[] order;
  private long lastRow = System.nanoTime();
  private long lastFlush = lastRow;

  private StanCsvWriter(TextFile file, StanCsvLayout layout) {
    this.file = file;
    this.statistics = layout.statistics().size();
    this.order = layout.order();
  }

  /**
   * Begins a file; one that exists is replaced.
   *
   * @param path the file; its folder exists
   * @param layout its columns
   * @param configuration written as {@code # key = value}, in order; line breaks become spaces
   */
  public static StanCsvWriter create(
      Path path, StanCsvLayout layout, Map<String, String> configuration) {
    StanCsvWriter writer = new StanCsvWriter(TextFile.create(path), layout);
    try {
      writer.head(layout, configuration);
    } catch (UserException e) {
      writer.close();
      throw e;
    }
    return writer;
  }

  private void head(StanCsvLayout layout, Map<String, String> configuration) {
    configuration.forEach((key, value) -> comment(key + " = " + value));
    comment(STATISTIC_COLUMNS + " = " + layout.statistics().size());
    file.put(String.join(",", layout.columns()));
    file.put('\n');
    flush();
  }

  /**
   * Goes on with a file of a run that was stopped: what stands after the position is cut off.
   *
   * @param path the file
   * @param layout its columns, the same as before
   * @param position what {@link #position} said when the state was saved that the run goes on from
   * @throws UserException if the file is not the one that was written, or its columns are others
   */
  public static StanCsvWriter reopen(Path path, StanCsvLayout layout, long position) {
    WrittenPart.check(path, layout.columns(), position);
    return new StanCsvWriter(TextFile.append(path, position), layout);
  }

  /**
   * Writes what the adaptation has arrived at: after the warm-up draws, if these are saved, and
   * before the draws.
   */
  public void adaptation(Adaptation adaptation) {
    comment("Adaptation terminated");
    file.put("# Step size = ");
    file.put(adaptation.stepSize());
    file.put('\n');
    if (adaptation.inverseRows().length > 0) {
      comment(
          adaptation.diagonal()
              ? "Diagonal elements of inverse mass matrix:"
              : "Elements of inverse mass matrix:");
    }
    for (double[] row : adaptation.inverseRows()) {
      file.put("# ");
      for (int k = 0; k < row.length; k++) {
        file.put(k == 0 ? "" : ", ");
        file.put(row[k]);
      }
      file.put('\n');
    }
    flush();
  }

  /**
   * Writes one draw.
   *
   * @param statistics the sampler's numbers, in the layout's order
   * @param values the elements of all quantities, each in row-major order from its offset on
   */
  public void row(double[] statistics, double[] values) {
    if (statistics.length != this.statistics) {
      throw new IllegalArgumentException(
          "expected " + this.statistics + " statistics, but got " + statistics.length);
    }
    for (int k = 0; k < statistics.length; k++) {
      separate(k);
      file.put(statistics[k]);
    }
    for (int k = 0; k < order.length; k++) {
      separate(k + statistics.length);
      file.put(values[order[k]]);
    }
    file.put('\n');
    flushInTime();
  }

  private void separate(int column) {
    if (column > 0) {
      file.put(',');
    }
  }

  private void flushInTime() {
    long now = System.nanoTime();
    if (now - lastRow > SLOW || now - lastFlush > OFTEN) {
      flush();
      lastFlush = now;
    }
    lastRow = now;
  }

  /**
   * Writes the times at the end of a run, as CmdStan does.
   *
   * @param warmup seconds spent in warm-up
   * @param sampling seconds spent on the draws
   */
  public void timing(double warmup, double sampling) {
    comment("");
    time(" Elapsed Time: ", warmup, "Warm-up");
    time("               ", sampling, "Sampling");
    time("               ", warmup + sampling, "Total");
    comment("");
    flush();
  }

  private void time(String head, double seconds, String phase) {
    file.put("# " + head);
    file.put(Math.rint(seconds * 1e6) / 1e6);
    file.put(" seconds (" + phase + ")\n");
  }

  /** Writes a comment line; line breaks in it become spaces. */
  public void comment(String text) {
    file.put("# " + text.replaceAll("\\R", " ") + "\n");
  }

  /** Hands all draws so far to the operating system: they outlive this process. */
  public void flush() {
    file.flush();
  }

  /** {@return the file's length in bytes after flushing: where {@link #reopen} can go on} */
  public long position() {
    flush();
    return file.length();
  }

  /** Flushes and closes; the second call does nothing. */
  @Override
  public void close() {
    file.close();
  }
}
