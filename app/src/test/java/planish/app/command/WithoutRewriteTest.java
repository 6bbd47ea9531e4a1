package planish.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import planish.app.ExitCode;
import planish.app.Interruption;
import planish.app.Terminal;
import planish.spi.UserException;

/** Runs with some rewrites left out. */
class WithoutRewriteTest {
  @TempDir Path folder;

  private ExitCode sample(String... more) {
    List<String> all = new ArrayList<>(List.of("sample", "hierarchical-regression", "--quiet"));
    all.addAll(List.of(more));
    PrintStream out =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(out, out, false, 80, Terminal.ENDLESS);
    return Commands.run(terminal, new Interruption(), all.toArray(String[]::new));
  }

  private ExitCode sampleToFolder(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("--chains=1", "--warmup=5", "--draws=5", "--seed=1", "--output=" + folder));
    all.addAll(List.of(more));
    return sample(all.toArray(String[]::new));
  }

  @Test
  void aRunRemembersThemAndGoesOnWithoutThem() throws IOException {
    sampleToFolder("--without-rewrite", "gather-last", "--without-rewrite", "re-roll");

    assertThat(Files.readString(folder.resolve("hierarchical-regression_1.csv")))
        .contains("without-rewrite.001 = gather-last", "without-rewrite.002 = re-roll");
    assertThat(sample("--resume", folder.toString(), "--draws", "8")).isEqualTo(ExitCode.OK);
    assertThat(
            sample(
                "--resume=" + folder,
                "--draws=10",
                "--without-rewrite=re-roll",
                "--without-rewrite=gather-last"))
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void aRunDoesNotGoOnWithOthersLeftOut() {
    sampleToFolder();

    assertThatThrownBy(() -> sample("--resume=" + folder, "--without-rewrite", "gather-last"))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "option --without-rewrite: the run was made with every rewrite, and goes on so to the"
                + " same bits; leave the option out");
  }
}
