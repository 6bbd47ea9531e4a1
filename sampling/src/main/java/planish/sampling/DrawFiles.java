package planish.sampling;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planish.diagnostics.Draws;
import planish.sampling.csv.StanCsvLayout;
import planish.sampling.csv.StanCsvWriter;
import planish.sampling.output.RunFiles;

/** Writes draws that are there already as Stan CSV files, one for each chain. */
public final class DrawFiles {
  private DrawFiles() {}

  /**
   * Writes {@code folder/NAME_1.csv}, {@code NAME_2.csv}, ….
   *
   * @param draws what is written
   * @param head what each file's head says, in order, between the version and the chain's number
   * @param folder is made if it is missing
   * @param name what the files are called
   * @param overwrite whether files of a run of that name are replaced, its side files removed
   * @return the files
   * @throws planish.spi.UserException if there is such a run and it must not be replaced, or the
   *     files cannot be written
   */
  public static List<Path> write(
      Draws draws, Map<String, String> head, Path folder, String name, boolean overwrite) {
    RunFiles files = new RunFiles(folder, name);
    files.prepare(overwrite);
    List<Path> written = new ArrayList<>();
    for (int chain = 0; chain < draws.chains(); chain++) {
      write(draws, chain, head, files.csv(chain));
      written.add(files.csv(chain));
    }
    return written;
  }

  private static void write(Draws draws, int chain, Map<String, String> head, Path file) {
    double[][] statistics = new double[draws.statisticNames().size()][];
    for (int k = 0; k < statistics.length; k++) {
      statistics[k] = draws.statistic(draws.statisticNames().get(k))[chain];
    }
    double[][] values = new double[draws.columnNames().size()][];
    for (int k = 0; k < values.length; k++) {
      values[k] = draws.column(k)[chain];
    }
    Map<String, String> full = new LinkedHashMap<>();
    full.put("planish_version", CsvConfiguration.version());
    full.putAll(head);
    full.put("id", Integer.toString(chain + 1));
    StanCsvLayout layout = new StanCsvLayout(draws.statisticNames(), draws.quantities());
    try (StanCsvWriter writer = StanCsvWriter.create(file, layout, full)) {
      for (int d = 0; d < draws.draws(); d++) {
        writer.row(row(statistics, d), row(values, d));
      }
    }
  }

  private static double[] row(double[][] columns, int draw) {
    double[] row = new double[columns.length];
    for (int k = 0; k < row.length; k++) {
      row[k] = columns[k][draw];
    }
    return row;
  }
}
