package planish.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code planish sample} and {@code planish summary} as a user meets them. */
class SampleTest {
  private static final String MODEL = "eight-schools-noncentered";

  @TempDir Path folder;

  private Shell.Outcome sample(String... more) {
    return Image.run(folder, command(more));
  }

  private static String[] command(String... more) {
    List<String> all = new ArrayList<>(List.of("sample", MODEL, "--seed", "1"));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }

  /** The draws of one chain's file, without comments, which hold times. */
  private String draws(String place) throws IOException {
    return Files.readAllLines(folder.resolve(place)).stream()
        .filter(line -> !line.startsWith("#"))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void writesOneFileForEachChainThatSummaryReads() {
    Shell.Outcome run = sample("--output", "out", "--chains", "3");

    assertThat(run.exit()).as(run.all()).isZero();
    for (int chain = 1; chain <= 3; chain++) {
      assertThat(folder.resolve("out/" + MODEL + "_" + chain + ".csv")).exists();
    }
    Shell.Outcome summary = Image.run(folder, "summary", "out");
    assertThat(summary.exit()).as(summary.all()).isZero();
    String table = run.out().lines().filter(l -> l.startsWith("tau")).findFirst().orElseThrow();
    assertThat(summary.out()).contains(table);
    assertThat(Image.run(folder, "summary", "out", "--csv").out()).startsWith("variable,mean,");
    assertThat(Image.run(folder, "summary", "out", "--json").out()).startsWith("{");
    assertThat(Image.run(folder, "summary", "out/" + MODEL + "_2.csv").out()).contains("theta[8]");
  }

  @Test
  void theSameSeedGivesTheSameDrawsOnAnyNumberOfThreads() throws IOException {
    sample("--output", "one", "--threads", "1", "--draws", "200", "--warmup", "200");
    sample("--output", "two", "--threads", "2", "--draws", "200", "--warmup", "200");

    for (int chain = 1; chain <= 4; chain++) {
      String file = "/" + MODEL + "_" + chain + ".csv";
      assertThat(draws("one" + file)).isEqualTo(draws("two" + file));
    }
  }

  @Test
  void controlCEndsTheRunWritesWhatThereIsAndResumeGoesOnToTheSameBits() throws Exception {
    String[] lengths = {"--warmup", "300", "--draws", "20000", "--output"};
    List<String> arguments = new ArrayList<>(Arrays.asList(lengths));
    arguments.add("stopped");
    Path out = folder.resolve("said.txt");
    Path err = folder.resolve("complained.txt");
    Process process =
        Shell.in(folder)
            .builder(Image.command(command(arguments.toArray(String[]::new))))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    awaitDraws(folder.resolve("stopped/" + MODEL + "_1.csv"));
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

    String said = Files.readString(out) + Files.readString(err);
    assertThat(process.exitValue()).as(said).isEqualTo(130);
    assertThat(said).contains("tau", "the run was stopped");

    Shell.Outcome resumed = Image.run(folder, "sample", MODEL, "--resume", "stopped");
    assertThat(resumed.exit()).as(resumed.all()).isZero();
    arguments.set(arguments.size() - 1, "whole");
    sample(arguments.toArray(String[]::new));
    for (int chain = 1; chain <= 4; chain++) {
      String file = "/" + MODEL + "_" + chain + ".csv";
      assertThat(draws("stopped" + file)).isEqualTo(draws("whole" + file));
    }
  }

  @Test
  void aRunThatMadeNoDrawsSaysSoInASentence() throws Exception {
    Path out = folder.resolve("said.txt");
    Process process =
        Shell.in(folder)
            .builder(Image.command(command("--warmup", "1000000", "--output", "out")))
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("complained.txt").toFile())
            .start();
    Path side = folder.resolve("out/" + MODEL + "_1.state.json");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Files.exists(side)) {
      assertThat(System.nanoTime()).as("a side file").isLessThan(end);
      Thread.sleep(20);
    }
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(Files.readString(out))
        .contains("No draws were made: the run was stopped in its warm-up.")
        .contains("Go on with: planish sample " + MODEL + " --resume out\n")
        .doesNotContain("mean", "Verdict");
    assertThat(sample("--draws", "0", "--warmup", "20").out())
        .contains("No draws were made: none were asked for.")
        .doesNotContain("Verdict");
  }

  @Test
  void aRunThatGoesOnKnowsItsModelsOptions() {
    assertThat(goOn("gaussian", "--dimension", "6")).contains("x[6]");
  }

  @Test
  void aRunThatGoesOnKnowsItsRewrites() {
    assertThat(goOn(MODEL, "--reparam", "mu=loc-scale(0)")).contains("mu_decentered");
  }

  /** {@return the summary of a run begun with some options and gone on with none} */
  private String goOn(String model, String... options) {
    List<String> first =
        new ArrayList<>(List.of("sample", model, "--warmup", "50", "--draws", "20"));
    first.addAll(Arrays.asList(options));
    first.addAll(List.of("--output", "kept"));
    assertThat(Image.run(folder, first.toArray(String[]::new)).exit()).isZero();
    Shell.Outcome more = Image.run(folder, "sample", model, "--resume", "kept", "--draws", "40");
    assertThat(more.exit()).as(more.all()).isZero();
    return more.out();
  }

  private static void awaitDraws(Path file) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!(Files.exists(file) && Files.size(file) > 20_000)) {
      assertThat(System.nanoTime()).as("draws in " + file).isLessThan(end);
      Thread.sleep(20);
    }
  }

  @Test
  void traceShowsTheModelsSites() {
    Shell.Outcome run = sample("--trace", "--draws", "10", "--warmup", "20");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.out()).contains("mu", "normal", "half-cauchy", "observed", "EightSchools");
  }

  @Test
  void quietPrintsTheSummaryAlone() {
    Shell.Outcome run = sample("--quiet", "--draws", "50", "--warmup", "50", "--output", "out");

    assertThat(run.out()).contains("tau").doesNotContain("seed", "Draws are in");
  }

  @Test
  void dataReplaceTheModelsOwn() throws IOException {
    Files.writeString(
        folder.resolve("data.json"), "{\"J\": 3, \"y\": [1, 2, 3], \"sigma\": [1, 1, 1]}");

    Shell.Outcome run = sample("--data", "data.json", "--draws", "50", "--warmup", "50");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.out()).contains("theta[3]").doesNotContain("theta[4]");
  }

  @Test
  void everyExampleModelCanBeSampled() {
    List<String> models =
        Image.run(folder, "list", "models")
            .out()
            .lines()
            .filter(l -> !l.startsWith(" "))
            .map(line -> line.split(" ")[0])
            .toList();
    assertThat(models).hasSizeGreaterThanOrEqualTo(7);
    for (String model : models) {
      Shell.Outcome run =
          Image.run(
              folder,
              "sample",
              model,
              "--seed",
              "1",
              "--chains",
              "1",
              "--warmup",
              "50",
              "--draws",
              "20");
      assertThat(run.exit()).as(model + run.all()).isZero();
    }
  }

  @Test
  void everyMassMatrixAndKernelAndSamplerCanBeNamed() {
    for (String option :
        List.of("kernels --kernel", "mass-matrices --mass-matrix", "samplers --sampler")) {
      String kind = option.split(" ")[0];
      List<String> names =
          Image.run(folder, "list", kind)
              .out()
              .lines()
              .filter(l -> !l.startsWith(" "))
              .map(line -> line.split(" ")[0])
              .toList();
      for (String name : names) {
        Shell.Outcome run =
            sample(option.split(" ")[1], name, "--chains", "2", "--warmup", "50", "--draws", "20");
        assertThat(run.exit()).as(name + run.all()).isZero();
      }
    }
  }
}
