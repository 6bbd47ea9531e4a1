package planish.sampling.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planish.diagnostics.Quantity;
import planish.spi.UserException;

class StanCsvWriterTest {
  private static final StanCsvLayout LAYOUT =
      new StanCsvLayout(
          List.of("lp__", "divergent__"),
          List.of(
              new Quantity("mu", List.of(), 0, List.of("mu")),
              new Quantity("L", List.of(2, 3), 1, Runs.elements("L", 2, 3))));

  @TempDir Path folder;

  @Test
  void writesTheWholeFileAsCmdStanDoes() throws IOException {
    Path file = folder.resolve("m_1.csv");
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("model", "m");
    configuration.put("note", "two\nlines");
    try (StanCsvWriter writer = StanCsvWriter.create(file, LAYOUT, configuration)) {
      writer.row(new double[] {-1.5, 1}, new double[] {0, 11, 12, 13, 21, 22, 23});
      writer.adaptation(new Adaptation(0.25, true, new double[][] {{1, 0.5}}));
      writer.row(
          new double[] {Double.NaN, 0},
          new double[] {-0.0, 1e-10, Double.POSITIVE_INFINITY, 1e300, -1e22, 0.1, -1e9});
      writer.timing(0.0012345678, 2);
    }
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            # model = m
            # note = two lines
            # statistic_columns = 2
            lp__,divergent__,mu,L.1.1,L.2.1,L.1.2,L.2.2,L.1.3,L.2.3
            -1.5,1,0,11,21,12,22,13,23
            # Adaptation terminated
            # Step size = 0.25
            # Diagonal elements of inverse mass matrix:
            # 1, 0.5
            nan,0,-0,1e-10,-1e22,inf,0.1,1e300,-1e9
            #\s
            #  Elapsed Time: 0.001235 seconds (Warm-up)
            #                2 seconds (Sampling)
            #                2.001235 seconds (Total)
            #\s
            """);
  }

  @Test
  void writesDenseAndIdentityMetrics() throws IOException {
    Path dense = folder.resolve("dense.csv");
    try (StanCsvWriter writer = StanCsvWriter.create(dense, LAYOUT, Map.of())) {
      writer.adaptation(new Adaptation(1, false, new double[][] {{2, 1}, {1, 3}}));
    }
    assertThat(Files.readString(dense))
        .endsWith("# Step size = 1\n# Elements of inverse mass matrix:\n# 2, 1\n# 1, 3\n");
    Path unit = folder.resolve("unit.csv");
    try (StanCsvWriter writer = StanCsvWriter.create(unit, LAYOUT, Map.of())) {
      writer.adaptation(new Adaptation(1, true, new double[0][]));
    }
    assertThat(Files.readString(unit)).endsWith("# Adaptation terminated\n# Step size = 1\n");
  }

  @Test
  void slowRowsAreInTheFileAtOnce() throws Exception {
    Path file = folder.resolve("m_1.csv");
    try (StanCsvWriter writer = StanCsvWriter.create(file, LAYOUT, Map.of())) {
      long before = Files.size(file);
      Thread.sleep(5);
      writer.row(new double[2], new double[7]);
      assertThat(Files.size(file)).isGreaterThan(before);
    }
  }

  @Test
  void fastRowsAreInTheFileAfterATenthOfASecond() throws IOException {
    Path file = folder.resolve("m_1.csv");
    try (StanCsvWriter writer = StanCsvWriter.create(file, LAYOUT, Map.of())) {
      long before = Files.size(file);
      long start = System.nanoTime();
      while (System.nanoTime() - start < 200_000_000L) {
        writer.row(new double[2], new double[7]);
      }
      assertThat(Files.size(file)).isGreaterThan(before);
    }
  }

  @Test
  void goesOnAfterAStopAsIfThereHadBeenNone() throws IOException {
    Path whole = folder.resolve("whole.csv");
    Path stopped = folder.resolve("stopped.csv");
    try (StanCsvWriter writer = StanCsvWriter.create(whole, LAYOUT, Map.of("seed", "1"))) {
      rows(writer, 0, 7);
    }
    long position;
    try (StanCsvWriter writer = StanCsvWriter.create(stopped, LAYOUT, Map.of("seed", "1"))) {
      rows(writer, 0, 3);
      position = writer.position();
      rows(writer, 3, 5);
      writer.timing(1, 1);
    }
    try (StanCsvWriter writer = StanCsvWriter.reopen(stopped, LAYOUT, position)) {
      assertThat(writer.position()).isEqualTo(position);
      rows(writer, 3, 7);
      assertThat(writer.position()).isEqualTo(Files.size(stopped));
    }
    assertThat(stopped).hasSameBinaryContentAs(whole);
  }

  private static void rows(StanCsvWriter writer, int from, int to) {
    for (int k = from; k < to; k++) {
      writer.row(new double[] {k, 0}, new double[] {k, 1, 2, 3, 4, 5, Math.sqrt(k)});
    }
  }

  @Test
  void refusesToGoOnWithAnotherFile() throws IOException {
    Path file = folder.resolve("m_1.csv");
    long position;
    try (StanCsvWriter writer = StanCsvWriter.create(file, LAYOUT, Map.of())) {
      rows(writer, 0, 2);
      position = writer.position();
    }
    String before = Files.readString(file);
    StanCsvLayout other =
        new StanCsvLayout(
            LAYOUT.statistics(), List.of(new Quantity("nu", List.of(), 0, List.of("nu"))));
    for (long wrong : new long[] {position + 1, position - 1, 0, -5}) {
      assertThatThrownBy(() -> StanCsvWriter.reopen(file, LAYOUT, wrong))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("m_1.csv")
          .hasMessageContaining("" + wrong);
    }
    assertThatThrownBy(() -> StanCsvWriter.reopen(file, other, position))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("m_1.csv")
        .hasMessageContaining("column 3 is 'mu' where 'nu' is expected");
    assertThatThrownBy(() -> StanCsvWriter.reopen(folder.resolve("none.csv"), LAYOUT, 10))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("none.csv");
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsToldOnceAndNamesTheFile() throws IOException {
    Path file = folder.resolve("m_1.csv");
    Files.createSymbolicLink(file, Path.of("/dev/full"));
    assertThatThrownBy(() -> StanCsvWriter.create(file, LAYOUT, Map.of()).close())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("m_1.csv")
        .hasMessageContaining("No space left on device");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void afterAFailureRowsFailAndClosingDoesNot() {
    TextFile file = TextFile.create(Path.of("/dev/full"));
    file.put("draws\n");
    assertThatThrownBy(file::flush).isInstanceOf(UserException.class);
    assertThatThrownBy(file::flush).isInstanceOf(UserException.class);
    file.close();
    file.close();
  }

  @Test
  void aMissingFolderIsTold() {
    Path file = folder.resolve("nowhere/m_1.csv");
    assertThatThrownBy(() -> StanCsvWriter.create(file, LAYOUT, Map.of()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("m_1.csv")
        .hasMessageContaining("nowhere does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "", "  ", "#a", "a\nb", "a\"b"})
  void namesThatCannotBeColumnsAreRefused(String name) {
    List<Quantity> quantities = List.of(new Quantity(name, List.of(), 0, List.of(name)));
    assertThatThrownBy(() -> new StanCsvLayout(List.of("lp__"), quantities))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'" + name + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.1", "a.b.2", "L.2.1"})
  void namesThatReadAsElementsAreRefused(String name) {
    List<Quantity> quantities = List.of(new Quantity(name, List.of(), 0, List.of(name)));
    assertThatThrownBy(() -> new StanCsvLayout(List.of("lp__"), quantities))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'" + name + "' reads as the element of an array");
  }

  @Test
  void anInterruptedThreadStillWrites() throws IOException {
    Path file = folder.resolve("m_1.csv");
    Thread.currentThread().interrupt();
    try (StanCsvWriter writer = StanCsvWriter.create(file, LAYOUT, Map.of())) {
      rows(writer, 0, 2);
      writer.flush();
      rows(writer, 2, 4);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(Files.readAllLines(file)).hasSize(6);
  }

  @Test
  void aWrongNumberOfStatisticsIsRefused() {
    try (StanCsvWriter writer = StanCsvWriter.create(folder.resolve("m.csv"), LAYOUT, Map.of())) {
      assertThatThrownBy(() -> writer.row(new double[3], new double[7]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected 2 statistics, but got 3");
    }
  }
}
