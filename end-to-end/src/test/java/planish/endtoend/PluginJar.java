package planish.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** A jar as a third party would build it: compiled within a test against the linked image. */
final class PluginJar {
  private final Path work;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> resources = new LinkedHashMap<>();
  private final List<Path> libraries = new ArrayList<>();

  /**
   * A jar without content.
   *
   * @param work an empty folder
   */
  PluginJar(Path work) {
    this.work = work;
  }

  /** Adds a source: {@code a/b/C.java} and its text. */
  PluginJar source(String path, String text) {
    sources.put(path, text);
    return this;
  }

  /** Adds a file that is no class. */
  PluginJar resource(String path, String text) {
    resources.put(path, text);
    return this;
  }

  /** Adds a module that it is compiled against, beside those of the image. */
  PluginJar library(Path jar) {
    libraries.add(jar);
    return this;
  }

  /** Compiles it and writes the jar. */
  Path write(Path jar) throws IOException {
    Path classes = compile();
    Files.createDirectories(jar.getParent());
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        add(entries, classes.relativize(file).toString(), Files.readAllBytes(file));
      }
      for (Map.Entry<String, String> resource : resources.entrySet()) {
        add(entries, resource.getKey(), resource.getValue().getBytes());
      }
    }
    return jar;
  }

  private static void add(JarOutputStream entries, String name, byte[] content) throws IOException {
    entries.putNextEntry(new JarEntry(name));
    entries.write(content);
    entries.closeEntry();
  }

  private Path compile() throws IOException {
    List<String> arguments = new ArrayList<>();
    Path classes = Files.createDirectories(work.resolve("classes"));
    arguments.addAll(List.of("--system", Image.HOME.toString(), "-d", classes.toString()));
    if (!libraries.isEmpty()) {
      arguments.add("-p");
      arguments.add(String.join(":", libraries.stream().map(Path::toString).toList()));
    }
    if (!sources.containsKey("module-info.java")) {
      arguments.addAll(List.of("--add-modules", "planish.kernels,planish.model"));
    }
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = work.resolve("source").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
      arguments.add(file.toString());
    }
    StringWriter said = new StringWriter();
    int status =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));
    assertThat(status).as(said.toString()).isZero();
    return classes;
  }
}
