package planish.sampling.output;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planish.diagnostics.Draws;
import planish.kernels.StatisticColumn;
import planish.sampling.csv.StanCsvLayout;
import planish.sampling.csv.StanCsvReader;
import planish.sampling.csv.StanCsvWriter;
import planish.spi.UserException;

/** Opens the CSV file of one chain, afresh or where an earlier session left it. */
final class ChainCsv {
  private final RecordPlan plan;
  private final int chain;
  private final Path file;
  private final StanCsvLayout layout;

  ChainCsv(RecordPlan plan, int chain, Path file, List<StatisticColumn> columns) {
    this.plan = plan;
    this.chain = chain;
    this.file = file;
    this.layout =
        new StanCsvLayout(columns.stream().map(StatisticColumn::name).toList(), plan.quantities());
  }

  StanCsvWriter create() {
    return create(file);
  }

  private StanCsvWriter create(Path path) {
    Map<String, String> configuration = new LinkedHashMap<>(plan.configuration());
    configuration.put("id", Integer.toString(chain + 1));
    return StanCsvWriter.create(path, layout, configuration);
  }

  /**
   * Cuts the file off where the side file says, and reads the draws that stand before.
   *
   * @param earlier where it was left
   * @param memory receives the draws
   */
  StanCsvWriter goOn(SavedChain earlier, DrawColumns memory) {
    RecorderState state = earlier.recorder();
    StanCsvWriter writer = StanCsvWriter.reopen(file, layout, state.bytes());
    try {
      load(state.kept(), memory);
      if (!plan.hasDrawsOf(earlier)) {
        writer.close();
        writer = StanCsvWriter.reopen(file, layout, renewHeader());
      }
      return writer;
    } catch (RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  private void load(int kept, DrawColumns memory) {
    Draws draws = StanCsvReader.read(List.of(file)).draws();
    if (draws.draws() != kept) {
      throw new UserException(
          file
              + " has "
              + draws.draws()
              + " draws, but its side file says "
              + kept
              + ": they do not belong together");
    }
    double[][] values = new double[draws.columnNames().size()][];
    for (int k = 0; k < values.length; k++) {
      values[k] = draws.column(k)[0];
    }
    double[][] statistics =
        layout.statistics().stream().map(name -> draws.statistic(name)[0]).toArray(double[][]::new);
    memory.load(values, statistics, kept);
  }

  /** The head tells how many draws there are to be: an extended run needs another one. */
  private long renewHeader() {
    Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
    create(fresh).close();
    try (InputStream old = new BufferedInputStream(Files.newInputStream(file))) {
      skipHeader(old);
      try (OutputStream out = Files.newOutputStream(fresh, StandardOpenOption.APPEND)) {
        old.transferTo(out);
      }
      long length = Files.size(fresh);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return length;
    } catch (IOException e) {
      throw RunFiles.unwritable("be written; what was written before is kept", file, e);
    }
  }

  /** Reads comment lines, and the line of columns after them. */
  private static void skipHeader(InputStream in) throws IOException {
    boolean comment = true;
    while (comment) {
      int first = in.read();
      comment = first == '#';
      int next = first;
      while (next != '\n' && next >= 0) {
        next = in.read();
      }
    }
  }
}
