package planish.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user may get wrong: each has a plain message and a documented exit code. */
class BadInputTest {
  private static final String MODEL = "eight-schools-noncentered";

  @TempDir Path folder;

  private Shell.Outcome fails(int exit, String... arguments) {
    Shell.Outcome outcome = Image.run(folder, arguments);
    assertThat(outcome.exit()).as(outcome.all()).isEqualTo(exit);
    assertThat(outcome.err()).as("a plain message").contains("planish: ");
    assertThat(outcome.err()).doesNotContain("\tat ", "Exception");
    return outcome;
  }

  private Shell.Outcome sampleFails(int exit, String... more) {
    List<String> all = new ArrayList<>(List.of("sample", MODEL, "--quiet"));
    all.addAll(Arrays.asList(more));
    return fails(exit, all.toArray(String[]::new));
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void anUnknownOptionIsToldWithTheNearest() {
    assertThat(fails(2, "sample", MODEL, "--max-treedepth", "10").err())
        .contains("unknown option '--max-treedepth'; did you mean '--max-tree-depth'?");
    assertThat(fails(2, "sample", MODEL, "--chians=2").err()).contains("did you mean '--chains'?");
    assertThat(fails(2, "summary", "out", "--jsn").err()).contains("did you mean '--json'?");
  }

  @Test
  void anUnknownCommandIsToldWithTheNearest() {
    assertThat(fails(2, "sampel", MODEL).err()).contains("did you mean 'sample'?");
    assertThat(fails(1, "list", "kernel").err()).contains("did you mean 'kernels'?");
  }

  @Test
  void optionsMayStandBeforeTheCommand() {
    assertThat(Image.run(folder, "--debug", "list", "kernels").out()).contains("nuts");
    assertThat(Image.run(folder, "-h", "sample").out()).contains("--chains", "MODEL");
    assertThat(fails(2, "--debgu", "list", "kernels").err()).contains("did you mean '--debug'?");
  }

  @Test
  void anUnknownModelOrPartIsToldWithTheList() {
    assertThat(fails(1, "sample", "nine-schools").err())
        .contains("unknown model 'nine-schools'", "eight-schools-noncentered", "funnel");
    assertThat(sampleFails(1, "--kernel", "nutz").err()).contains("did you mean 'nuts'?", "hmc");
    assertThat(sampleFails(1, "--mass-matrix", "round").err()).contains("diagonal", "identity");
    assertThat(sampleFails(1, "--sampler", "chain").err()).contains("chains");
  }

  @Test
  void argumentsThatAreMissingOrTooManyAreTold() {
    assertThat(fails(2, "sample").err()).contains("MODEL", "see: planish sample --help");
    assertThat(fails(2, "sample", MODEL, "funnel").err()).contains("funnel");
    assertThat(fails(2, "sample", MODEL, "--seed").err()).contains("--seed");
    assertThat(fails(2, "sample", MODEL, "--seed", "1", "--seed", "2").err()).contains("--seed");
  }

  @Test
  void valuesOutOfRangeAreToldWithTheRange() {
    assertThat(sampleFails(1, "--chains", "0").err())
        .contains("option --chains: expected a whole number from 1 to 10000, but got '0'");
    assertThat(sampleFails(1, "--chains", "two").err()).contains("but got 'two'");
    assertThat(sampleFails(1, "--draws", "-1").err()).contains("--draws", "'-1'");
    assertThat(sampleFails(1, "--warmup", "1.5").err()).contains("--warmup", "'1.5'");
    assertThat(sampleFails(1, "--thin", "0").err()).contains("--thin", "'0'");
    assertThat(sampleFails(1, "--threads", "0").err()).contains("--threads", "'0'");
    assertThat(sampleFails(1, "--seed", "x").err()).contains("--seed", "'x'");
    assertThat(sampleFails(1, "--max-tree-depth", "0").err())
        .contains("option --max-tree-depth: expected a whole number from 1 to 20, but got '0'");
    assertThat(sampleFails(1, "--target-accept", "1").err())
        .contains("option --target-accept: expected a number between 0.0 and 1.0, but got '1'");
  }

  @Test
  void dataThatCannotBeUsedAreTold() throws IOException {
    assertThat(sampleFails(1, "--data", "no/such.json").err()).contains("no/such.json");
    assertThat(sampleFails(1, "--data", file("text.json", "y = 3")).err()).contains("text.json");
    assertThat(sampleFails(1, "--data", file("list.json", "[1, 2]")).err()).contains("list.json");
    assertThat(sampleFails(1, "--data", file("cut.json", "{\"J\": 8, \"y\": [1,")).err())
        .contains("cut.json");
    assertThat(
            sampleFails(
                    1,
                    "--data",
                    file("short.json", "{\"J\": 2, \"y\": [28, 8], \"sigma\": [15, 10, 16]}"))
                .err())
        .contains("sigma");
    assertThat(sampleFails(1, "--data", file("lacks.json", "{\"J\": 2, \"y\": [28, 8]}")).err())
        .contains("sigma");
    assertThat(
            sampleFails(
                    1,
                    "--data",
                    file("nan.json", "{\"J\": 2, \"y\": [28, NaN], \"sigma\": [15, 10]}"))
                .err())
        .containsIgnoringCase("nan");
    assertThat(
            sampleFails(
                    1,
                    "--data",
                    file("negative.json", "{\"J\": 2, \"y\": [28, 8], \"sigma\": [15, -10]}"))
                .err())
        .contains("sigma", "-10");
  }

  @Test
  void emptyNamesAreTold() {
    for (String option : List.of("--data", "--init", "--output", "--resume")) {
      assertThat(sampleFails(1, option, "").err())
          .contains("option " + option + ": expected a name, but got an empty one");
    }
  }

  @Test
  void aReaderThatHasReadEnoughIsNoErrorToTell() {
    List<String> quoted =
        Image.command("sample", "--help").stream().map(word -> "'" + word + "'").toList();

    Shell.Outcome outcome =
        Shell.in(folder).run(List.of("sh", "-c", String.join(" ", quoted) + " | true"));

    assertThat(outcome.err()).doesNotContain("planish:");
  }

  @Test
  void startingValuesThatCannotBeUsedAreTold() throws IOException {
    assertThat(sampleFails(1, "--init", "somewhere").err())
        .contains("expected random, prior or a JSON file");
    assertThat(sampleFails(1, "--init", file("lacks.json", "{\"mu\": 1}")).err()).contains("tau");
    assertThat(
            sampleFails(
                    1,
                    "--init",
                    file(
                        "outside.json",
                        "{\"mu\": 1, \"tau\": -1, \"theta_trans\": [0,0,0,0,0,0,0,0]}"))
                .err())
        .contains("-1");
  }

  @Test
  void anOutputFolderThatCannotBeWrittenIsTold() throws IOException {
    Files.writeString(folder.resolve("file"), "not a folder");

    assertThat(sampleFails(3, "--output", "file").err()).contains("file");
    assertThat(sampleFails(3, "--output", "file/below").err()).contains("file");
    assertThat(sampleFails(3, "--output", "/proc/nowhere").err()).contains("/proc/nowhere");
  }

  @Test
  void earlierDrawsAreNotOverwrittenUnasked() throws IOException {
    List<String> command =
        List.of(
            "sample", MODEL, "--warmup", "20", "--draws", "20", "--seed", "1", "--output", "out");
    assertThat(Image.run(folder, command.toArray(String[]::new)).exit()).isZero();
    String before = Files.readString(folder.resolve("out/" + MODEL + "_1.csv"));

    Shell.Outcome second = fails(1, command.toArray(String[]::new));

    assertThat(second.err()).contains("is there already");
    assertThat(Files.readString(folder.resolve("out/" + MODEL + "_1.csv"))).isEqualTo(before);
    List<String> again = new ArrayList<>(command);
    again.add("--overwrite");
    assertThat(Image.run(folder, again.toArray(String[]::new)).exit()).isZero();
  }

  @Test
  void aFullDiskIsToldAndTheOtherChainsKeepTheirDraws() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    Files.createSymbolicLink(folder.resolve("out/" + MODEL + "_2.csv"), Path.of("/dev/full"));

    Shell.Outcome outcome =
        sampleFails(3, "--output", "out", "--chains", "2", "--threads", "1", "--draws", "500");

    assertThat(outcome.err()).contains("No space left on device", MODEL + "_2.csv");
    Shell.Outcome kept = Image.run(folder, "summary", "out/" + MODEL + "_1.csv");
    assertThat(kept.exit()).as(kept.all()).isZero();
  }

  @Test
  void aFullStandardOutputIsTold() {
    List<String> quoted =
        Image.command("list", "kernels").stream().map(word -> "'" + word + "'").toList();

    Shell.Outcome outcome =
        Shell.in(folder).run(List.of("sh", "-c", String.join(" ", quoted) + " >/dev/full"));

    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err())
        .contains("standard output could not be written: No space left on device");
  }

  @Test
  void nothingToSummariseIsTold() throws IOException {
    Files.createDirectories(folder.resolve("empty"));

    assertThat(fails(1, "summary", "no/such").err()).contains("no/such");
    assertThat(fails(1, "summary", "empty").err()).contains("holds no run", "MODEL_1.csv");
    assertThat(fails(1, "summary", file("text.csv", "this is no csv\nof draws\n")).err())
        .contains("text.csv");
    assertThat(fails(2, "summary").err()).contains("PLACE");
  }

  @Test
  void nothingToResumeIsTold() throws IOException {
    Files.createDirectories(folder.resolve("empty"));

    assertThat(sampleFails(1, "--resume", "empty").err()).contains("empty");
    assertThat(sampleFails(1, "--resume", "empty", "--output", "out").err())
        .contains("leave out --output");
  }
}
