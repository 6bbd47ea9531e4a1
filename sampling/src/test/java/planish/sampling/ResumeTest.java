package planish.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planish.sampling.csv.StanCsvReader;
import planish.spi.UserException;

final class ResumeTest {
  @TempDir Path folder;

  /** Windows of the warm-up of 150: 75, 25, 50. */
  private static Run run() {
    return Run.of(EightSchools.rubin())
        .chains(2)
        .threads(1)
        .warmup(150)
        .draws(60)
        .seed(11)
        .saveWarmup(true);
  }

  private static Run again() {
    return Run.of(EightSchools.rubin());
  }

  /** The stop is asked for once or twice for each transition. */
  private static Run stopped(Run run, int after) {
    AtomicInteger asked = new AtomicInteger();
    return run.stopWhen(() -> asked.incrementAndGet() > after);
  }

  static List<String> lines(Path folder, int chain) throws IOException {
    return Files.readAllLines(folder.resolve("eight-schools_" + chain + ".csv")).stream()
        .filter(line -> !line.contains(" seconds ("))
        .toList();
  }

  private Path uninterrupted() {
    Path whole = folder.resolve("whole");
    run().output(whole).run();
    return whole;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 60, 150, 155, 198, 207, 260, 300, 330, 420, 500, 640, 760})
  void aRunThatWasStoppedGoesOnWithTheSameBits(int after) throws IOException {
    RunResult whole = run().output(folder.resolve("whole")).run();
    Path parts = folder.resolve("parts");
    RunResult first = stopped(run(), after).output(parts).run();
    assertThat(first.stopped()).isTrue();
    RunResult last = again().resume(parts).run();
    assertThat(last.stopped()).isFalse();
    assertThat(lines(parts, 1)).isEqualTo(lines(folder.resolve("whole"), 1));
    assertThat(lines(parts, 2)).isEqualTo(lines(folder.resolve("whole"), 2));
    assertThat(RunTest.bits(last.draws())).isDeepEqualTo(RunTest.bits(whole.draws()));
    assertThat(last.chains().getFirst().divergences())
        .isEqualTo(whole.chains().getFirst().divergences());
  }

  @Test
  void aRunCanBeStoppedManyTimes() throws IOException {
    Path whole = uninterrupted();
    Path parts = folder.resolve("parts");
    boolean stopped = stopped(run(), 47).output(parts).run().stopped();
    for (int k = 0; stopped && k < 40; k++) {
      stopped = stopped(again(), 47).threads(1 + k % 2).resume(parts).run().stopped();
    }
    assertThat(stopped).isFalse();
    assertThat(lines(parts, 1)).isEqualTo(lines(whole, 1));
    assertThat(lines(parts, 2)).isEqualTo(lines(whole, 2));
  }

  @Test
  void drawsAfterTheLastSideFileAreMadeAgain() throws IOException {
    Path whole = uninterrupted();
    Path parts = folder.resolve("parts");
    stopped(run(), 350).output(parts).run();
    Path csv = parts.resolve("eight-schools_1.csv");
    Files.writeString(csv, Files.readString(csv) + "1,2,3,half a li");
    again().resume(parts).run();
    assertThat(lines(parts, 1)).isEqualTo(lines(whole, 1));
  }

  @Test
  void aCompleteRunSaysSo() throws IOException {
    Path whole = uninterrupted();
    List<String> before = lines(whole, 1);
    RunResult result = again().resume(whole).run();
    assertThat(result.warnings())
        .extracting(RunWarning::kind)
        .startsWith(RunWarning.Kind.COMPLETE_ALREADY);
    assertThat(result.draws().draws()).isEqualTo(60);
    assertThat(result.chains()).allSatisfy(chain -> assertThat(chain.tuning()).isPresent());
    assertThat(lines(whole, 1)).isEqualTo(before);
  }

  @Test
  void aCompleteRunIsExtended() throws IOException {
    Path whole = uninterrupted();
    Path extended = folder.resolve("extended");
    run().draws(25).output(extended).run();
    RunResult result = again().draws(60).resume(extended).run();
    assertThat(result.draws().draws()).isEqualTo(60);
    assertThat(lines(extended, 1)).isEqualTo(lines(whole, 1));
    assertThat(lines(extended, 2)).isEqualTo(lines(whole, 2));
  }

  @Test
  void anExtensionCanBeStoppedToo() throws IOException {
    Path whole = uninterrupted();
    Path extended = folder.resolve("extended");
    run().draws(25).output(extended).run();
    stopped(again().draws(60), 20).threads(1).resume(extended).run();
    again().resume(extended).run();
    assertThat(lines(extended, 1)).isEqualTo(lines(whole, 1));
    assertThat(lines(extended, 2)).isEqualTo(lines(whole, 2));
  }

  @Test
  void startingValuesComeBackForChainsThatHadNotBegun() throws IOException {
    Map<String, double[]> values =
        Map.of("mu", new double[] {1}, "tau", new double[] {0.5}, "z", new double[8]);
    Run run = run().init(Initial.values(values));
    run.output(folder.resolve("whole")).run();
    stopped(run, 10).output(folder.resolve("parts")).run();
    again().resume(folder.resolve("parts")).run();
    assertThat(lines(folder.resolve("parts"), 2)).isEqualTo(lines(folder.resolve("whole"), 2));
  }

  @Test
  void theFilesAreStansAndAgreeWithTheResult() {
    RunResult result = run().output(folder).run();
    assertThat(result.files())
        .containsExactly(
            folder.resolve("eight-schools_1.csv"),
            folder.resolve("eight-schools_1.state.json"),
            folder.resolve("eight-schools_2.csv"),
            folder.resolve("eight-schools_2.state.json"));
    var read = StanCsvReader.read(List.of(result.files().get(0), result.files().get(2)));
    assertThat(RunTest.bits(read.draws())).isDeepEqualTo(RunTest.bits(result.draws()));
    assertThat(read.warmup().draws()).isEqualTo(150);
    assertThat(read.files().getFirst().adaptation().orElseThrow().stepSize())
        .isEqualTo(result.chains().getFirst().tuning().orElseThrow().stepSize());
  }

  @Test
  void anotherRunIsRefused() {
    stopped(run(), 100).output(folder).run();
    refuses(again().seed(12), "'seed' is 11 there, but 12");
    refuses(again().chains(3), "'chains' is 2 there");
    refuses(again().warmup(100), "'warmup' is 150 there");
    refuses(again().kernel("nuts", Map.of("max-tree-depth", "5")), "kernel.max-tree-depth");
    refuses(again().thin(2), "'thin'");
    refuses(again().init(Initial.prior()), "'initial'");
    refuses(Run.of(new EightSchools(29)), "another model or of other data");
    refuses(
        Run.of(Densities.normal(2), planish.autodiff.ParameterLayout.single("x", 2)),
        "another model or of other data");
  }

  private void refuses(Run run, String message) {
    assertThatThrownBy(() -> run.resume(folder, "eight-schools").run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anotherVersionIsToldOf() throws IOException {
    stopped(run(), 500).output(folder).run();
    for (int chain = 1; chain <= 2; chain++) {
      Path side = folder.resolve("eight-schools_" + chain + ".state.json");
      String text = Files.readString(side);
      String version = CsvConfiguration.version();
      assertThat(text).contains("\"version\":\"" + version + "\"");
      Files.writeString(
          side, text.replace("\"version\":\"" + version + "\"", "\"version\":\"0.0.1\""));
    }
    assertThat(again().resume(folder).run().warnings())
        .anySatisfy(warning -> {
          assertThat(warning.kind()).isEqualTo(RunWarning.Kind.OTHER_VERSION);
          assertThat(warning.message()).contains("begun with Planish 0.0.1");
        });
  }

  @Test
  void goingOnAndOverwritingExcludeEachOther() {
    run().output(folder).run();
    refuses(again().overwrite(true), "is not overwritten");
  }

  @Test
  void fewerDrawsThanMadeAreRefused() {
    run().output(folder).run();
    refuses(again().draws(59), "has 60 draws in a chain already");
  }

  @Test
  void aFolderWithoutARunIsRefused() {
    refuses(again(), "holds no run of 'eight-schools'");
    assertThatThrownBy(() -> again().resume(folder.resolve("none")).run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no such file or folder");
  }

  @Test
  void damagedFilesAreRefused() throws IOException {
    stopped(run(), 200).output(folder).run();
    Path csv = folder.resolve("eight-schools_1.csv");
    String text = Files.readString(csv);
    Files.writeString(csv, text.substring(0, 400));
    refuses(again(), "eight-schools_1.csv");
    Path side = folder.resolve("eight-schools_1.state.json");
    String whole = Files.readString(side);
    Files.writeString(side, whole.substring(0, 300));
    refuses(again(), "eight-schools_1.state.json is not a side file of a run, or is damaged");
    assertThatThrownBy(() -> again().resume(folder).run()).message().doesNotContain("[Source");
    Files.writeString(side, whole.replace("\"draws\":\"60\"", "\"draws\":\"many\""));
    refuses(again(), "a side file is damaged: its 'draws' is many");
    Files.writeString(side, whole.replace("\"kept\"", "\"kapt\""));
    refuses(again(), "the saved state has no 'kept'");
    Files.writeString(side, "{\"format\": \"other\"}");
    refuses(again(), "eight-schools_1.state.json");
  }
}
