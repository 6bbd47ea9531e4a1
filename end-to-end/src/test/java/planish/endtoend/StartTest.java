package planish.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How soon the image answers, with a cache made as ./planish makes it. */
class StartTest {
  private static final String MODEL = "eight-schools-noncentered";
  private static final int TIMES = 7;

  @TempDir static Path folder;
  private static Path cache;

  @BeforeAll
  static void makeCache() {
    cache = folder.resolve("planish.aot");
    Shell.Outcome outcome =
        Shell.in(folder)
            .run(with("-XX:AOTCacheOutput=" + cache, "sample", MODEL, "--output", "practice"));
    assertThat(outcome.exit()).as(outcome.all()).isZero();
  }

  private static List<String> with(String option, String... arguments) {
    List<String> command = new ArrayList<>(Image.command(arguments));
    command.add(1, option);
    return command;
  }

  private long medianMilliseconds(String... arguments) {
    List<String> command = with("-XX:AOTCache=" + cache, arguments);
    long[] times =
        LongStream.range(0, TIMES)
            .map(i -> {
              long start = System.nanoTime();
              assertThat(Shell.in(folder).run(command).exit()).isZero();
              return (System.nanoTime() - start) / 1_000_000;
            })
            .sorted()
            .toArray();
    return times[times.length / 2];
  }

  @Test
  void theCacheIsNoLargerThan40Mebibytes() throws IOException {
    assertThat(Files.size(cache)).isPositive().isLessThanOrEqualTo(40L << 20);
  }

  @Test
  void theCacheIsUsedWithoutAWord() {
    Shell.Outcome outcome = Shell.in(folder).run(with("-XX:AOTCache=" + cache, "--version"));

    assertThat(outcome.out().lines()).hasSize(1);
  }

  /** Tagged, as times depend on what else the machine does. */
  @Test
  @Tag("long")
  void helpComesInHalfASecondAndASummaryInOneAndAHalf() {
    assertThat(medianMilliseconds("--help")).isLessThanOrEqualTo(500);
    assertThat(medianMilliseconds("sample", MODEL)).isLessThanOrEqualTo(1500);
  }
}
