package planish.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that a person has looked at. Where a change is meant, {@code mvn -pl architecture -am test
 * -Dplanish.golden.update=true} writes them anew, and the commit shows what has changed.
 */
final class Golden {
  private static final Path FOLDER = House.ROOT.resolve("architecture/src/test/golden");

  private Golden() {}

  static void check(String file, String text) throws IOException {
    Path golden = FOLDER.resolve(file);
    if (Boolean.getBoolean("planish.golden.update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, text);
    }
    assertThat(golden).as("a golden file, see Golden").exists();
    assertThat(text).as(file).isEqualTo(Files.readString(golden));
  }
}
