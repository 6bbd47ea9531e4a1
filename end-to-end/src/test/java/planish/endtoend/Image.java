package planish.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The linked image, started as ./planish starts it. */
final class Image {
  /** The folder of the sources. */
  static final Path ROOT = Path.of(System.getProperty("planish.root", "..")).toAbsolutePath();

  /** The image's folder. */
  static final Path HOME = ROOT.resolve("app/target/maven-jlink/classifiers/image");

  private Image() {}

  static List<String> command(String... arguments) {
    assertThat(HOME.resolve("bin/java"))
        .as("the image must be linked first: mvn -pl end-to-end -am verify")
        .matches(Files::isExecutable);
    List<String> command =
        new ArrayList<>(
            List.of(
                HOME.resolve("bin/java").toString(),
                "@" + ROOT.resolve("scripts/java.options"),
                "-m",
                "planish.app/planish.app.Main"));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  static Shell.Outcome run(Path folder, String... arguments) {
    return Shell.in(folder).run(command(arguments));
  }
}
