package planish.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** A module that a stranger could have written, compiled within a test. */
final class CompiledModule {
  private CompiledModule() {}

  /** {@return the module path of these tests: NUTS is there, since this module uses kernels} */
  static String path() {
    return System.getProperty("jdk.module.path");
  }

  /**
   * {@return the folder of the compiled classes}
   *
   * @param folder where sources and classes go
   * @param sources file name within the module to its text
   */
  static Path compile(Path folder, Map<String, String> sources) throws IOException {
    Path classes = folder.resolve("classes");
    List<String> arguments =
        new ArrayList<>(List.of("-Xlint:all", "-d", classes.toString(), "-p", path()));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("source").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int status =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(out, out, arguments.toArray(String[]::new));
    assertThat(status).as(said.toString()).isZero();
    return classes;
  }
}
