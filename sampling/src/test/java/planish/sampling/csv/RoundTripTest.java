package planish.sampling.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planish.diagnostics.Draws;
import planish.diagnostics.Quantity;

/** What is written reads back to the same bits, in the same places. */
class RoundTripTest {
  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    1e16,
    1e15,
    123456789,
    Math.PI
  };

  @TempDir Path folder;

  private static double any(SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
      case 1 -> random.nextDouble(-10, 10);
      default -> {
        double bits = Double.longBitsToDouble(random.nextLong());
        yield Double.isNaN(bits) ? Double.NaN : bits;
      }
    };
  }

  private static StanCsvLayout layout(SplittableRandom random) {
    List<Quantity> quantities = new ArrayList<>();
    int offset = 0;
    for (int q = random.nextInt(1, 6); q > 0; q--) {
      String name = "q" + q;
      int[] lengths = random.ints(random.nextInt(4), 1, 5).toArray();
      List<String> elements = lengths.length == 0 ? List.of(name) : Runs.elements(name, lengths);
      List<Integer> shape = Arrays.stream(lengths).boxed().toList();
      quantities.add(new Quantity(name, shape, offset, elements));
      offset += elements.size();
    }
    return new StanCsvLayout(List.of("lp__", "energy__", "own"), quantities);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyRunReadsBackBitForBit(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StanCsvLayout layout = layout(random);
    int size = layout.quantities().stream().mapToInt(q -> q.elements().size()).sum();
    int rows = random.nextInt(0, 200);
    double[][] statistics = new double[rows][3];
    double[][] values = new double[rows][size];
    Path file = folder.resolve("m_1.csv");
    double stepSize = Math.abs(random.nextDouble());
    double[][] metric = {random.doubles(5).toArray()};
    try (StanCsvWriter writer = StanCsvWriter.create(file, layout, Map.of("seed", "" + seed))) {
      writer.adaptation(new Adaptation(stepSize, true, metric));
      for (int k = 0; k < rows; k++) {
        Arrays.setAll(statistics[k], column -> any(random));
        Arrays.setAll(values[k], column -> any(random));
        writer.row(statistics[k], values[k]);
      }
      writer.timing(1, 2);
    }
    StanCsvRun run = StanCsvReader.read(List.of(file));
    Draws draws = run.draws();
    assertThat(draws.quantities()).isEqualTo(layout.quantities());
    assertThat(draws.statisticNames()).isEqualTo(layout.statistics());
    assertThat(draws.draws()).isEqualTo(rows);
    for (int k = 0; k < rows; k++) {
      for (int column = 0; column < size; column++) {
        same(draws.column(column)[0][k], values[k][column]);
      }
      for (int column = 0; column < 3; column++) {
        same(draws.statistic(layout.statistics().get(column))[0][k], statistics[k][column]);
      }
    }
    StanCsvFile facts = run.files().getFirst();
    assertThat(facts.adaptation().orElseThrow().stepSize()).isEqualTo(stepSize);
    assertThat(facts.adaptation().orElseThrow().inverseRows()).isEqualTo(metric);
    assertThat(facts.configuration().find("seed")).contains("" + seed);
    assertThat(facts.seconds()).containsEntry("Total", 3.0);
  }

  @Test
  void columnLinesLongerThanTheBufferAreWritten() {
    int size = 20_000;
    Quantity x = new Quantity("long_name", List.of(size), 0, Runs.elements("long_name", size));
    StanCsvLayout layout = new StanCsvLayout(List.of("lp__"), List.of(x));
    Path file = folder.resolve("m_1.csv");
    double[] draw = new SplittableRandom(9).doubles(size).toArray();
    try (StanCsvWriter writer = StanCsvWriter.create(file, layout, Map.of())) {
      writer.row(new double[] {1}, draw);
    }
    Draws draws = StanCsvReader.read(List.of(file)).draws();
    assertThat(draws.quantities()).containsExactly(x);
    for (int k = 0; k < size; k++) {
      same(draws.column(k)[0][0], draw[k]);
    }
  }

  private static void same(double actual, double expected) {
    assertThat(Double.doubleToRawLongBits(actual)).isEqualTo(Double.doubleToRawLongBits(expected));
  }

  @Test
  void aMillionNumbersAreWrittenAndReadInSeconds() {
    // guards against a slow path by accident: about 0.3 s on two cores, the bound is lax for CI
    SplittableRandom random = new SplittableRandom(3);
    Quantity x = new Quantity("x", List.of(1000), 0, Runs.elements("x", 1000));
    StanCsvLayout layout = new StanCsvLayout(List.of("lp__"), List.of(x));
    Path file = folder.resolve("m_1.csv");
    long start = System.nanoTime();
    try (StanCsvWriter writer = StanCsvWriter.create(file, layout, Map.of())) {
      for (int k = 0; k < 1000; k++) {
        writer.row(new double[] {k}, random.doubles(1000, -5, 5).toArray());
      }
    }
    long written = System.nanoTime();
    assertThat(StanCsvReader.read(List.of(file)).draws().draws()).isEqualTo(1000);
    long read = System.nanoTime();
    assertThat((read - start) / 1e9).as("write %s ns", written - start).isLessThan(15);
  }
}
