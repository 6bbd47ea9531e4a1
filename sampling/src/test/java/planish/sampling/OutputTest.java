package planish.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import planish.spi.UserException;

final class OutputTest {
  @TempDir Path folder;

  private static Run run() {
    return Run.of(EightSchools.rubin()).chains(2).warmup(30).draws(400).seed(5);
  }

  @Test
  void aRunIsNotOverwrittenUnasked() throws IOException {
    run().output(folder).run();
    String before = Files.readString(folder.resolve("eight-schools_1.csv"));
    assertThatThrownBy(() -> run().seed(6).output(folder).run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("eight-schools_1.csv is there already");
    assertThat(Files.readString(folder.resolve("eight-schools_1.csv"))).isEqualTo(before);
  }

  @Test
  void overwritingRemovesAllChainsOfTheEarlierRunAndNothingElse() throws IOException {
    run().chains(3).output(folder).run();
    Path other = Files.writeString(folder.resolve("eight-schools-2_1.csv"), "other");
    run().seed(6).output(folder).overwrite(true).run();
    assertThat(folder.resolve("eight-schools_3.csv")).doesNotExist();
    assertThat(folder.resolve("eight-schools_3.state.json")).doesNotExist();
    assertThat(folder.resolve("eight-schools_2.csv")).exists();
    assertThat(other).hasContent("other");
  }

  @Test
  void twoRunsAtATimeDoNotWriteTheSameFiles() throws IOException {
    Run other = run().overwrite(true).output(folder);
    AtomicReference<Throwable> refused = new AtomicReference<>();
    BooleanSupplier meanwhile =
        () -> {
          if (refused.get() == null) {
            refused.set(catchThrowable(other::run));
          }
          return false;
        };
    run().threads(1).output(folder).stopWhen(meanwhile).run();
    assertThat(refused.get())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("another run is writing");
    other.run();
    try (var left = Files.list(folder)) {
      assertThat(left).noneMatch(file -> file.toString().endsWith(".lock"));
    }
  }

  @Test
  void anotherNameStandsBeside() {
    run().output(folder, "first").run();
    run().output(folder, "second").run();
    assertThat(folder.resolve("first_2.csv")).exists();
    assertThat(folder.resolve("second_2.csv")).exists();
    assertThatThrownBy(() -> run().output(folder, "a/b").run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("a/b");
  }

  @Test
  void theFolderIsMade() {
    run().output(folder.resolve("a").resolve("b")).run();
    assertThat(folder.resolve("a/b/eight-schools_1.csv")).exists();
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");
    assertThatThrownBy(() -> run().output(file).run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("there is a file of that name");
    assertThat(file).hasContent("text");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskNamesTheFileAndLosesNothing() throws IOException {
    Path full =
        Files.createSymbolicLink(folder.resolve("eight-schools_2.csv"), Path.of("/dev/full"));
    assertThatThrownBy(() -> run().output(folder).run())
        .isInstanceOf(RunFailure.class)
        .hasMessageContaining("chain 2")
        .hasMessageContaining(full.toString())
        .hasMessageContaining("No space left on device")
        .satisfies(failure ->
            assertThat(((RunFailure) failure).partial().chains().get(1).draws()).isZero());
    assertThat(Files.isSymbolicLink(full)).isTrue();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDiskThatFillsUpDuringTheRunLosesNothing() throws IOException {
    Path fresh = folder.resolve("eight-schools_1.state.json.tmp");
    AtomicInteger asked = new AtomicInteger();
    // The disk fills up when the run is half done; then it is told to stop, and saves its state.
    BooleanSupplier stop =
        () -> {
          int count = asked.incrementAndGet();
          if (count == 500) {
            link(fresh);
          }
          return count > 600;
        };
    assertThatThrownBy(() -> run().chains(1).output(folder).stopWhen(stop).run())
        .isInstanceOf(RunFailure.class)
        .hasMessageContaining("eight-schools_1.state.json")
        .hasMessageContaining("No space left on device");
    assertThat(Files.readAllLines(folder.resolve("eight-schools_1.csv"))).hasSizeGreaterThan(280);
    Files.delete(fresh);
    RunResult last = Run.of(EightSchools.rubin()).resume(folder).run();
    assertThat(RunTest.bits(last.draws()))
        .isDeepEqualTo(RunTest.bits(run().chains(1).run().draws()));
  }

  private static void link(Path path) {
    try {
      Files.createSymbolicLink(path, Path.of("/dev/full"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nothingIsLeftOfAChainThatNeverBegan() throws IOException {
    Run broken =
        Run.of(Densities.with(1, q -> Double.NaN), planish.autodiff.ParameterLayout.single("x", 1))
            .output(folder);
    assertThatThrownBy(broken::run).isInstanceOf(RunFailure.class);
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }
}
