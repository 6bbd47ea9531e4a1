package planish.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code planish generate} as a user meets it. */
class GenerateTest {
  private static final String MODEL = "eight-schools";

  @TempDir static Path folder;

  /** Three schools, sampled in other coordinates: both must be known again from the files alone. */
  @BeforeAll
  static void sample() throws IOException {
    Files.writeString(
        folder.resolve("data.json"), "{\"J\": 3, \"y\": [1, 2, 3], \"sigma\": [1, 1, 1]}");
    Shell.Outcome run =
        Image.run(
            folder,
            "sample",
            MODEL,
            "--data",
            "data.json",
            "--reparam",
            "theta=loc-scale(0)",
            "--seed",
            "1",
            "--warmup",
            "200",
            "--draws",
            "100",
            "--chains",
            "2",
            "--output",
            "out");
    assertThat(run.exit()).as(run.all()).isZero();
  }

  private static Shell.Outcome generate(String model, String... more) {
    List<String> all = new ArrayList<>(List.of("generate", model));
    all.addAll(Arrays.asList(more));
    return Image.run(folder, all.toArray(String[]::new));
  }

  private static String fails(int exit, String model, String... more) {
    Shell.Outcome outcome = generate(model, more);
    assertThat(outcome.exit()).as(outcome.all()).isEqualTo(exit);
    assertThat(outcome.err()).contains("planish: ").doesNotContain("\tat ", "Exception");
    return outcome.err();
  }

  private static String draws(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).stream()
        .filter(line -> !line.startsWith("#"))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void writesOneFileForEachChainThatSummaryReads() throws IOException {
    Shell.Outcome made = generate(MODEL, "--from", "out", "--seed", "5", "--output", "made");

    assertThat(made.exit()).as(made.all()).isZero();
    assertThat(made.err()).doesNotContain("planish:");
    assertThat(made.out())
        .contains("100 draws of each of 2 chains, seed 5", "y[3]", "Draws are in made")
        .doesNotContain("y[4]", "theta");
    assertThat(draws("made/" + MODEL + "_1.csv")).startsWith("y.1,y.2,y.3\n").hasLineCount(101);
    Shell.Outcome summary = Image.run(folder, "summary", "made");
    assertThat(summary.exit()).as(summary.all()).isZero();
    assertThat(summary.out()).contains("y[3]");
  }

  @Test
  void theSeedDecidesAndIsWrittenDown() throws IOException {
    generate(MODEL, "--from", "out", "--seed", "7", "--output", "a");
    generate(MODEL, "--from", "out", "--seed", "7", "--output", "b");
    generate(MODEL, "--from", "out", "--output", "c");

    assertThat(draws("a/" + MODEL + "_2.csv")).isEqualTo(draws("b/" + MODEL + "_2.csv"));
    assertThat(draws("a/" + MODEL + "_2.csv")).isNotEqualTo(draws("c/" + MODEL + "_2.csv"));
    assertThat(folder.resolve("a/" + MODEL + "_1.csv"))
        .content()
        .contains("# seed = 7\n", "# method = generate_quantities\n", "# model.data.file = ");
    assertThat(folder.resolve("c/" + MODEL + "_1.csv")).content().containsPattern("# seed = \\d+");
  }

  @Test
  void otherDataArePredictedFor() throws IOException {
    Files.writeString(
        folder.resolve("other.json"), "{\"J\": 3, \"y\": [0, 0, 0], \"sigma\": [1, 1, 1000]}");

    Shell.Outcome made = generate(MODEL, "--from", "out", "--data", "other.json", "--quiet");

    assertThat(made.exit()).as(made.all()).isZero();
    String wide = made.out().lines().filter(l -> l.startsWith("y[3]")).findFirst().orElseThrow();
    assertThat(Double.parseDouble(wide.split(" +")[3])).isBetween(500.0, 2000.0);
  }

  @Test
  void aRunOfAnotherModelIsTold() {
    assertThat(fails(1, "logistic-regression", "--from", "out"))
        .contains(
            "the draws are of model 'eight-schools', not of 'logistic-regression'",
            "the draws are not of this model: it samples 'alpha', which is not among them");
    assertThat(fails(1, "eight-schools-noncentered", "--from", "out"))
        .contains("it samples 'theta_trans'");
    assertThat(fails(1, "funnel", "--from", "out")).contains("nothing to generate");
  }

  @Test
  void otherNumbersOfElementsAreTold() throws IOException {
    Files.writeString(folder.resolve("two.json"), "{\"J\": 2, \"y\": [0, 0], \"sigma\": [1, 1]}");

    assertThat(fails(1, MODEL, "--from", "out", "--data", "two.json"))
        .contains("with these data", "has shape [2], but [3] in the draws");
  }

  @Test
  void placesThatCannotBeUsedAreTold() throws IOException {
    assertThat(fails(1, MODEL)).contains("option --from is missing");
    assertThat(fails(1, MODEL, "--from", "no/such")).contains("no/such");
    assertThat(fails(1, MODEL, "--from", "")).contains("option --from: expected a name");
    assertThat(fails(1, MODEL, "--from", "out", "--seed", "x")).contains("--seed", "'x'");
    assertThat(fails(1, MODEL, "--from", "out", "--output", "./out/", "--overwrite"))
        .contains("holds the run to draw from: give another folder");
    assertThat(fails(2, MODEL, "--fromm", "out")).contains("did you mean '--from'?");
    Files.writeString(folder.resolve("a-file"), "");
    assertThat(fails(3, MODEL, "--from", "out", "--output", "a-file")).contains("a-file");
    generate(MODEL, "--from", "out", "--output", "again");
    assertThat(fails(1, MODEL, "--from", "out", "--output", "again")).contains("--overwrite");
  }
}
