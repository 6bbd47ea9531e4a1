package planish.sampling.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import planish.diagnostics.Draws;
import planish.diagnostics.Quantity;
import planish.spi.UserException;

class StanCsvReaderTest {
  private static final String HEAD = "lp__,energy__,mu\n";

  @TempDir Path folder;

  private static Path resource(String name) {
    try {
      return Path.of(StanCsvReaderTest.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private StanCsvRun read(String... texts) {
    List<Path> files =
        Stream.iterate(0, k -> k < texts.length, k -> k + 1)
            .map(k -> file("m_" + (k + 1) + ".csv", texts[k]))
            .toList();
    return StanCsvReader.read(files);
  }

  @Test
  void readsWhatCmdStanWritesWithSavedWarmup() {
    StanCsvRun run = StanCsvReader.read(List.of(resource("cmdstan_1.csv")));
    Draws draws = run.draws();
    assertThat(draws.statisticNames())
        .containsExactly(
            "lp__",
            "accept_stat__",
            "stepsize__",
            "treedepth__",
            "n_leapfrog__",
            "divergent__",
            "energy__");
    assertThat(draws.quantities())
        .containsExactly(
            new Quantity("mu", List.of(), 0, List.of("mu")),
            new Quantity("theta", List.of(3), 1, Runs.elements("theta", 3)),
            new Quantity("L", List.of(2, 3), 4, Runs.elements("L", 2, 3)));
    assertThat(draws.draws()).isEqualTo(3);
    assertThat(run.warmup().draws()).isEqualTo(2);
    assertThat(run.warmup().column("mu")[0]).containsExactly(0.247195, 0.253);
    assertThat(draws.column("theta[2]")[0]).containsExactly(2.5, -1.25, 7.5e-05);
    // the file has 11, 21, 12, 22, 13, 23: column-major
    List<Double> first =
        draws.columnNames().subList(4, 10).stream().map(name -> draws.column(name)[0][0]).toList();
    assertThat(first).containsExactly(11.0, 12.0, 13.0, 21.0, 22.0, 23.0);
    assertThat(draws.statistic("divergent__")[0]).containsExactly(0, 1, 0);
    assertThat(run.notes()).isEmpty();
  }

  @Test
  void readsWhatCmdStanSaysBesideTheDraws() {
    StanCsvFile facts = StanCsvReader.read(List.of(resource("cmdstan_1.csv"))).files().getFirst();
    Configuration configuration = facts.configuration();
    assertThat(configuration.find("model")).contains("m_model");
    assertThat(configuration.find("sample.hmc.nuts.max_depth")).contains("10");
    assertThat(configuration.integer("max_depth", -1)).isEqualTo(10);
    assertThat(configuration.find("metric_file")).contains("");
    assertThat(configuration.find("data.file")).contains("m.json");
    assertThat(configuration.find("output.file")).contains("m_1.csv");
    assertThat(configuration.find("seed")).contains("935257156");
    assertThat(configuration.find("id")).contains("1");
    assertThat(configuration.find("nothing")).isEmpty();
    assertThat(configuration.integer("model", 7)).isEqualTo(7);
    Adaptation adaptation = facts.adaptation().orElseThrow();
    assertThat(adaptation.stepSize()).isEqualTo(0.813694);
    assertThat(adaptation.diagonal()).isTrue();
    assertThat(adaptation.inverseRows())
        .isEqualTo(new double[][] {{0.592879, 1.5, 2, 0.25, 1e-05, 3, 4, 5, 6, 7}});
    assertThat(facts.seconds())
        .containsOnly(
            Map.entry("Warm-up", 0.005), Map.entry("Sampling", 0.002), Map.entry("Total", 0.007));
    assertThat(facts.warmupDraws()).isEqualTo(2);
    assertThat(facts.draws()).isEqualTo(3);
  }

  @Test
  void readsADenseMetricAndSkipsWhatAModelPrints() {
    StanCsvRun run =
        read(
            HEAD
                + "# pi = 3.14\n# Adaptation terminated\n# Step size = 0.5\n"
                + "# Elements of inverse mass matrix:\n# 1, 0.5\n# 0.5, 2\n"
                + "# 7 is printed\n-1,2,3\n#\n# pi_square = 9.86\n");
    Adaptation adaptation = run.files().getFirst().adaptation().orElseThrow();
    assertThat(adaptation.diagonal()).isFalse();
    assertThat(adaptation.inverseRows()).isEqualTo(new double[][] {{1, 0.5}, {0.5, 2}});
    assertThat(run.draws().column("mu")).isEqualTo(new double[][] {{3}});
  }

  @Test
  void readsAnIdentityMetricAndDimensionZero() {
    StanCsvRun run = read(HEAD + "# Adaptation terminated\n# Step size = 0.5\n-1,2,3\n");
    Adaptation adaptation = run.files().getFirst().adaptation().orElseThrow();
    assertThat(adaptation.inverseRows()).isEmpty();
    StanCsvRun none =
        read(
            HEAD
                + "# Adaptation terminated\n# Step size = 0.5\n"
                + "# Diagonal elements of inverse mass matrix:\n# \n-1,2,3\n");
    assertThat(none.files().getFirst().adaptation().orElseThrow().inverseRows())
        .isEqualTo(new double[1][0]);
    assertThat(none.draws().draws()).isEqualTo(1);
  }

  @Test
  void withoutAnAdaptationsEndSavedWarmupIsKnownByItsNumber() {
    String head = "# num_warmup = 5\n# save_warmup = 1\n# thin = 2\n";
    StanCsvRun run = read(head + HEAD + "1,1,1\n2,2,2\n3,3,3\n4,4,4\n");
    assertThat(run.warmup().column("mu")[0]).containsExactly(1, 2, 3);
    assertThat(run.draws().column("mu")[0]).containsExactly(4);
    StanCsvRun early = read(head + HEAD + "1,1,1\n");
    assertThat(early.warmup().draws()).isEqualTo(1);
    assertThat(early.draws().draws()).isZero();
    StanCsvRun unsaved = read(head.replace("= 1", "= 0") + HEAD + "1,1,1\n");
    assertThat(unsaved.draws().draws()).isEqualTo(1);
    StanCsvRun fixed = read(head + "# algorithm = fixed_param\n" + HEAD + "1,1,1\n");
    assertThat(fixed.draws().draws()).isEqualTo(1);
  }

  @Test
  void aLastLineThatWasCutOffIsLeftOutWithANote() {
    for (String cut : List.of("4,5", "4,5,6", "4,", "-")) {
      StanCsvRun run = read(HEAD + "1,2,3\n" + cut);
      assertThat(run.draws().column("mu")).isEqualTo(new double[][] {{3}});
      assertThat(run.notes()).singleElement().asString().contains("m_1.csv, line 3", "cut off");
      assertThat(run.files().getFirst().notes()).isEqualTo(run.notes());
    }
    assertThat(read(HEAD + "1,2,3\n# Elapsed").notes()).isEmpty();
  }

  @Test
  void aFileWithoutDrawsIsAChainWithoutDraws() {
    StanCsvRun run = read(HEAD, HEAD + "1,2,3\n");
    assertThat(run.draws().chains()).isEqualTo(2);
    assertThat(run.draws().draws()).isZero();
    assertThat(run.draws().column("mu")).isEqualTo(new double[2][0]);
    assertThat(run.notes()).singleElement().asString().contains("from 0 to 1");
    assertThat(run.files()).extracting(StanCsvFile::draws).containsExactly(0, 1);
  }

  @Test
  void chainsAreInTheOrderOfTheFilesAndCutToTheShortest() {
    StanCsvRun run = read(HEAD + "1,2,3\n4,5,6\n", HEAD + "7,8,9\r\n", HEAD + "\n10,11,12\n");
    assertThat(run.draws().column("mu")).isEqualTo(new double[][] {{3}, {9}, {12}});
    assertThat(run.notes()).hasSize(1);
  }

  @Test
  void aPluginsColumnsNeedNoUnderscores() {
    StanCsvRun run = read("# statistic_columns = 2\nlp__,accepted,mu\n1,2,3\n");
    assertThat(run.draws().statisticNames()).containsExactly("lp__", "accepted");
    assertThat(run.draws().columnNames()).containsExactly("mu");
  }

  @Test
  void elementsMayStandInAnyOrderAndNamesMayHaveDots() {
    StanCsvRun run = read("lp__,a.2,outer.mu,a.1,z.0,t:1.1\n1,2,3,4,5,6\n");
    assertThat(run.draws().columnNames())
        .containsExactly("a[1]", "a[2]", "outer.mu", "z.0", "t:1[1]");
    assertThat(run.draws().column("a[1]")[0]).containsExactly(4);
    assertThat(run.draws().column("a[2]")[0]).containsExactly(2);
  }

  static Stream<Arguments> wrongFiles() {
    return Stream.of(
        Arguments.of(HEAD + "1,2,3\n1,2\n", "m_1.csv, line 3: expected 3 numbers"),
        Arguments.of("# method = optimize\n" + HEAD + "1,2,3\n", "CmdStan's method 'optimize'"),
        Arguments.of(HEAD + "1,2,3,4\n", "line 2: expected 3 numbers, one a column, but found 4"),
        Arguments.of(HEAD + "1,2,x\n", "line 2: expected a number in column 'mu', but found 'x'"),
        Arguments.of(HEAD + "1,,3\n", "line 2: expected a number in column 'energy__'"),
        Arguments.of("# only = comments\n", "expected a line of column names"),
        Arguments.of("", "expected a line of column names"),
        Arguments.of("lp__,,mu\n", "line 1: expected names of columns"),
        Arguments.of("lp__,mu,mu\n", "line 1: expected each column's name once"),
        Arguments.of("lp__,a.1,a.3\n", "all elements of 'a', an array of shape [3]"),
        Arguments.of("lp__,a,a.1\n", "different numbers of indices"),
        Arguments.of("lp__,a.1.1,a.2.2\n", "shape [2, 2]"),
        Arguments.of("lp__,a.99999999.99999999\n", "all elements of 'a'"),
        Arguments.of(
            HEAD + "# Adaptation terminated\n# Step size = big\n",
            "line 3: expected a number, but found '# Step size = big'"));
  }

  @ParameterizedTest
  @MethodSource("wrongFiles")
  void errorsNameFileLineAndWhatWasExpected(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("m_1.csv")
        .hasMessageContaining(message);
  }

  @Test
  void ofSeveralWrongFilesTheFirstIsTold() {
    for (int k = 0; k < 20; k++) {
      assertThatThrownBy(() -> read(HEAD, HEAD + "x,2,3\n", HEAD + "1,2\n"))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("m_2.csv, line 2")
          .hasMessageContaining("'x'");
    }
  }

  @Test
  void differentColumnsNameBothFilesAndTheFirstDifference() {
    assertThatThrownBy(() -> read(HEAD, "lp__,energy__,nu\n"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("m_1.csv")
        .hasMessageContaining("m_2.csv")
        .hasMessageContaining("column 3 is 'nu' where 'mu' is expected");
    assertThatThrownBy(() -> read(HEAD, "lp__,energy__\n"))
        .hasMessageContaining("column 3 is nothing where 'mu' is expected");
  }

  @Test
  void missingFilesAreTold() {
    assertThatThrownBy(() -> StanCsvReader.read(List.of()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("expected one for each chain");
    assertThatThrownBy(() -> StanCsvReader.read(List.of(folder.resolve("none.csv"))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("cannot read")
        .hasMessageContaining("none.csv");
  }

  @Test
  void linesLongerThanTheBufferAreRead() {
    int columns = 30_000;
    StringBuilder names = new StringBuilder("lp__");
    StringBuilder row = new StringBuilder("0");
    for (int k = 1; k <= columns; k++) {
      names.append(",x.").append(k);
      row.append(",0.").append(k);
    }
    StanCsvRun run = read(names + "\n" + row + "\n" + row + "\n" + row + "\n");
    assertThat(run.draws().quantities().getFirst().lengths()).isEqualTo(Arrays.asList(columns));
    assertThat(run.draws().column("x[30000]")[0]).containsExactly(0.3, 0.3, 0.3);
  }
}
