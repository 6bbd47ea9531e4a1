package planish.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void anOptionOutOfPlaceIsTold() {
    assertThat(fails(2, "sample", "--", "funnel", "--draws", "5").err())
        .contains("'--draws' stands after '--'", "leave out the '--'");
    assertThat(fails(2, "--draws", "5", "sample", "funnel").err())
        .contains("unknown option '--draws' before the command; it stands behind it");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0      | a whole number from 1 to 20
          99     | a whole number from 1 to 20
          1.5    | a whole number from 1 to 20
          ''     | a whole number from 1 to 20
          8,     | a whole number from 1 to 20 before the comma and one after it (warm-up, draws)
          8,99   | a whole number from 1 to 20 before the comma and one after it (warm-up, draws)
          10,8,3 | a whole number from 1 to 20 or two as in 8,10
          """)
  void depthsOutOfRangeAreTold(String depth, String expected) {
    assertThat(sampleFails(1, "--max-tree-depth", depth).err())
        .endsWith(
            "planish: option --max-tree-depth: expected %s, but got '%s'%n"
                .formatted(expected, depth));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          thet=loc-scale(0)            | unknown sampled site 'thet'; did you mean 'theta'?; known: mu, tau, theta
          y=loc-scale(0)               | unknown sampled site 'y'; known: mu, tau, theta
          theta=locscale(0)            | unknown reparameterisation 'locscale'; did you mean 'loc-scale'?
          theta=loc-scale(2)           | loc-scale: centered is a number from 0 to 1, but got 2.0
          theta=loc-scale(0 1)         | site 'theta'
          theta=loc-scale(0,1)         | takes no more options than centered, but got '0,1'
          theta=loc-scale(centred=1)   | unknown option '--centred'; did you mean '--centered'?
          theta                        | expected SITE=STRATEGY or SITE=STRATEGY(OPTIONS)
          theta=loc-scale(0            | expected SITE=STRATEGY or SITE=STRATEGY(OPTIONS)
          ''                           | expected SITE=STRATEGY or SITE=STRATEGY(OPTIONS)
          tau=loc-scale(0)             | cannot rewrite half-cauchy; it rewrites location-scale families: cauchy, laplace, logistic, normal, student-t
          tau=transform                | cannot rewrite half-cauchy; it rewrites transformed distributions and multivariate normals
          """)
  void rewritesThatCannotBeMadeAreTold(String rewrite, String expected) {
    assertThat(fails(1, "sample", "eight-schools", "--quiet", "--reparam", rewrite).err())
        .containsPattern("planish: .*" + Pattern.quote(expected) + ".*\n$");
  }

  @Test
  void anUnknownRewriteIsToldWithTheList() {
    for (String command : List.of("sample", "explain")) {
      assertThat(fails(1, command, MODEL, "--without-rewrite", "reroll").err())
          .contains("unknown rewrite 'reroll'; did you mean 're-roll'?", "gather-last");
    }
    assertThat(fails(1, "explain", MODEL, "--seconds", "-1").err()).contains("--seconds", "'-1'");
    assertThat(fails(1, "explain", MODEL, "--json", "--all").err())
        .contains("options --json and --all exclude each other");
  }

  @Test
  void aSiteRewrittenTwiceIsTold() {
    String rewrite = "theta=loc-scale(0)";
    assertThat(
            fails(1, "sample", "eight-schools", "--reparam", rewrite, "--reparam", rewrite).err())
        .contains("option --reparam: site 'theta' is given twice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          blocks:(mu,tau),(tau,theta) | groups overlap: site 'tau' stands in them twice
          blocks:(mu,nu)              | unknown site 'nu'; did you mean 'mu'?; known: mu, tau, theta
          blocks:(mu                  | expected groups of sites, as in (x1,x2)(y), but got '(mu'
          blocks:mu,tau               | expected groups of sites, as in (x1,x2)(y), but got 'mu,tau'
          blocks:()                   | where a group is empty
          blocks:(mu,tau))            | expected groups of sites, as in (x1,x2)(y), but got '(mu,tau))'
          dense:(mu)                  | dense has no options, so nothing can follow a colon
          """)
  void groupsThatCannotBeMadeAreTold(String form, String expected) {
    assertThat(fails(1, "sample", "eight-schools", "--quiet", "--mass-matrix", form).err())
        .containsPattern("planish: .*" + Pattern.quote(expected) + ".*\n$");
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

    assertThat(second.err()).contains("is there already", "--overwrite", "--resume", "--output");
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
