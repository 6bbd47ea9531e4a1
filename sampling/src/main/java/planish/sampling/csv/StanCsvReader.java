package planish.sampling.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import planish.diagnostics.Draws;
import planish.spi.UserException;

/**
 * Reads the Stan CSV files of a run, one for each chain: those of {@link StanCsvWriter} and
 * CmdStan's own. Names like {@code L.2.1} become arrays, in row-major order as everywhere else.
 *
 * <p>A last line that was cut off is left out, with a note; a file without draws is a chain without
 * draws. Warm-up draws are those before the adaptation's end; where none is told but warm-up was
 * saved, they are known by their number.
 */
public final class StanCsvReader {
  private StanCsvReader() {}

  /**
   * {@return the draws of a run}
   *
   * @param files one for each chain, in the order of the chains; at least one
   * @throws UserException if a file cannot be read or is no Stan CSV, with the line and what was
   *     expected; or if two files have different columns, with the first that differs
   */
  public static StanCsvRun read(List<Path> files) {
    if (files.isEmpty()) {
      throw new UserException("no Stan CSV files to read: expected one for each chain");
    }
    List<Supplier<ChainFile>> attempts =
        files.parallelStream().map(StanCsvReader::attempt).toList();
    List<ChainFile> chains = attempts.stream().map(Supplier::get).toList();
    ChainFile first = chains.getFirst();
    for (ChainFile chain : chains) {
      Columns.compare(
          chain.path(), first.columns(), chain.columns(), "the columns of " + first.path());
    }
    int statistics = first.statistics();
    QuantityColumns quantities = new QuantityColumns(first.path(), first.columns(), statistics);
    return new StanCsvRun(
        draws(chains, ChainFile::draws, quantities, statistics),
        draws(chains, ChainFile::warmup, quantities, statistics),
        chains.stream().map(ChainFile::facts).toList(),
        notes(chains));
  }

  /** Of several bad files the first is told, whichever is found first. */
  private static Supplier<ChainFile> attempt(Path file) {
    try {
      ChainFile chain = ChainFile.read(file);
      return () -> chain;
    } catch (UserException e) {
      return () -> {
        throw e;
      };
    }
  }

  private static Draws draws(
      List<ChainFile> chains,
      Function<ChainFile, DrawTable> part,
      QuantityColumns quantities,
      int statistics) {
    double[][][] values = new double[chains.size()][][];
    double[][][] sampler = new double[chains.size()][][];
    for (int c = 0; c < chains.size(); c++) {
      DrawTable table = part.apply(chains.get(c));
      values[c] = quantities.columns().stream().map(table::column).toArray(double[][]::new);
      sampler[c] = IntStream.range(0, statistics).mapToObj(table::column).toArray(double[][]::new);
    }
    List<String> names = chains.getFirst().columns().subList(0, statistics);
    return new Draws(quantities.quantities(), names, values, sampler);
  }

  private static List<String> notes(List<ChainFile> chains) {
    List<String> notes = new ArrayList<>();
    chains.forEach(chain -> notes.addAll(chain.facts().notes()));
    int least = chains.stream().mapToInt(chain -> chain.draws().rows()).min().orElse(0);
    int most = chains.stream().mapToInt(chain -> chain.draws().rows()).max().orElse(0);
    if (least < most) {
      notes.add(
          "the chains have different numbers of draws, from "
              + least
              + " to "
              + most
              + ": only the first "
              + least
              + " of each are looked at");
    }
    return notes;
  }
}
