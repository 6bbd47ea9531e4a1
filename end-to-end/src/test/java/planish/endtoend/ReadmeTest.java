package planish.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows works as it stands there. */
class ReadmeTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile(
          "\\./planish ((?:sample|explain|summary|list|tutorial|generate)(?: [^`\n#]*)?)");

  @TempDir Path folder;

  private static String readme() throws IOException {
    return Files.readString(Image.ROOT.resolve("README.md"));
  }

  @Test
  void itsProgramCompilesAndRunsAsAModule() throws IOException {
    List<String> blocks =
        JAVA.matcher(readme()).results().map((MatchResult m) -> m.group(1)).toList();
    assertThat(blocks).hasSize(2);
    Path jar =
        new PluginJar(folder.resolve("work"))
            .source("schools/Schools.java", blocks.get(0))
            .source("module-info.java", blocks.get(1))
            .write(folder.resolve("schools.jar"));

    Shell.Outcome outcome =
        Shell.in(folder)
            .run(
                List.of(
                    Image.HOME.resolve("bin/java").toString(),
                    "-p",
                    jar.toString(),
                    "-m",
                    "schools/schools.Schools"));

    assertThat(outcome.exit()).as(outcome.all()).isZero();
    assertThat(outcome.out()).contains("mu", "tau", "theta[8]");
  }

  @Test
  void itsFirstCommandIsTheTutorial() throws IOException {
    assertThat(readme().lines().filter(line -> line.startsWith("    ./planish")).findFirst())
        .hasValueSatisfying(line -> assertThat(line).startsWith("    ./planish tutorial geometry"));
  }

  @Test
  void itsCommandsAreUnderstood() throws IOException {
    List<String> commands =
        COMMAND.matcher(readme()).results().map((MatchResult m) -> m.group(1).strip()).toList();
    assertThat(commands).hasSizeGreaterThan(8);
    for (String command : commands) {
      // With --help nothing is run, but an option that does not exist is still told.
      String help = command.contains("--help") ? "" : " --help";
      String[] words = (command + help).split(" +");
      assertThat(Image.run(folder, words).exit()).as(command).isIn(0, 1);
    }
  }
}
