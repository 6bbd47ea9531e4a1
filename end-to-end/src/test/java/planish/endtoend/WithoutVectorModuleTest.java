package planish.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run time without the vector module: the same draws on plain loops, and one line that says so.
 */
class WithoutVectorModuleTest {
  private static final String MODULES =
      "--limit-modules=planish.app,planish.nuts,planish.hmc,planish.examples,org.slf4j.simple";

  @TempDir Path folder;

  private Shell.Outcome sample(String... jvmOptions) {
    List<String> command =
        new ArrayList<>(
            Image.command(
                "sample",
                "logistic-regression",
                "--warmup",
                "100",
                "--draws",
                "50",
                "--seed",
                "1"));
    command.addAll(1, List.of(jvmOptions));
    return Shell.in(folder).run(command);
  }

  /** The summary's first line has the time that the run took. */
  private static List<String> numbers(Shell.Outcome outcome) {
    return outcome.out().lines().skip(1).toList();
  }

  @Test
  void drawsAreTheSameAndOneLineSaysWhatIsMissing() {
    Shell.Outcome without = sample(MODULES);
    Shell.Outcome with = sample();

    assertThat(without.exit()).as(without.all()).isZero();
    assertThat(without.err().lines().filter(line -> line.contains("plain loops")))
        .as(without.all())
        .hasSize(1)
        .allMatch(line -> line.contains("no vector back end on the module path"));
    assertThat(with.err()).doesNotContain("plain loops");
    assertThat(numbers(without)).isNotEmpty().isEqualTo(numbers(with));
  }
}
