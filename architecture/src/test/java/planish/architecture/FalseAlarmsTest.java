package planish.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rates of false alarms that docs/testing.md states: each test exists, and the sums add up. */
class FalseAlarmsTest {
  /** The cells of each row of the two tables, the totals included. */
  private static List<String[]> rows() throws IOException {
    try (Stream<String> lines = Files.lines(House.ROOT.resolve("docs/testing.md"))) {
      return lines
          .map(line -> line.split("\\|"))
          .filter(cells -> cells.length == 7 && cells[6].strip().matches("\\d\\.\\de-\\d"))
          .map(cells -> Stream.of(cells).map(String::strip).toArray(String[]::new))
          .toList();
    }
  }

  private static boolean isTotal(String[] row) {
    return row[3].equals("**total**");
  }

  @Test
  void theyAddUp() throws IOException {
    int comparisons = 0;
    double sum = 0;
    List<String> totals = new ArrayList<>();
    for (String[] row : rows()) {
      double together = Double.parseDouble(row[6]);
      if (isTotal(row)) {
        assertThat(Integer.parseInt(row[4])).isEqualTo(comparisons);
        assertThat(together).isCloseTo(sum, within(0.05 * sum));
        totals.add(row[6]);
        comparisons = 0;
        sum = 0;
      } else {
        double rate = Integer.parseInt(row[4]) * Double.parseDouble(row[5]);
        assertThat(together).as(row[2]).isCloseTo(rate, within(0.05 * rate));
        comparisons += Integer.parseInt(row[4]);
        sum += rate;
      }
    }
    assertThat(totals).as("one for every build, one for the long tests").hasSize(2);
    assertThat(comparisons).as("what stands after the last total").isZero();
  }

  @Test
  void theirTestsExist() throws IOException {
    for (String[] row : rows()) {
      if (!isTotal(row)) {
        Path room = House.ROOT.resolve(row[1].replace("`", "")).resolve("src/test/java");
        String file = row[2].replace("`", "") + ".java";
        try (Stream<Path> files = Files.walk(room)) {
          assertThat(files.map(path -> path.getFileName().toString())).as(row[1]).contains(file);
        }
      }
    }
  }
}
