package planish.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** A module that a stranger could have written, compiled within a test and loaded in a layer. */
final class CompiledModule {
  private CompiledModule() {}

  /**
   * {@return a module that provides {@code Greeter}s, in a layer of its own}
   *
   * @param folder where its sources and classes go
   * @param name its name, also its package's
   * @param bodies class name to what stands between the braces of the class
   */
  static Services.Plugin greeters(Path folder, String name, Map<String, String> bodies)
      throws IOException {
    Path source = Files.createDirectories(folder.resolve("source"));
    Files.writeString(
        source.resolve("module-info.java"),
        "module %s { requires planish.spi; provides planish.spi.Greeter with %s; }"
            .formatted(
                name,
                String.join(", ", bodies.keySet().stream().map(c -> name + "." + c).toList())));
    Path home = Files.createDirectories(source.resolve(name));
    for (Map.Entry<String, String> body : bodies.entrySet()) {
      Files.writeString(
          home.resolve(body.getKey() + ".java"),
          "package %s; public class %s implements planish.spi.Greeter { %s }"
              .formatted(name, body.getKey(), body.getValue()));
    }
    Path classes = folder.resolve("classes");
    compile(source, name, classes);
    return new Services.Plugin(name + ".jar", layer(classes, name));
  }

  private static void compile(Path source, String name, Path classes) throws IOException {
    Path main = Path.of("target", "classes");
    Path tests = Path.of("target", "test-classes");
    List<String> files;
    try (var walk = Files.walk(source)) {
      files = walk.map(Path::toString).filter(file -> file.endsWith(".java")).toList();
    }
    StringWriter said = new StringWriter();
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    String[] arguments =
        Stream.concat(
                Stream.of(
                    "-d",
                    classes.toString(),
                    "-p",
                    main.toString(),
                    "--patch-module",
                    "planish.spi=" + tests),
                files.stream())
            .toArray(String[]::new);
    int status = javac.run(new PrintWriter(said), new PrintWriter(said), arguments);
    assertThat(status).as(said.toString()).isZero();
  }

  private static ModuleLayer layer(Path classes, String name) {
    ModuleLayer parent = Provider.class.getModule().getLayer();
    Configuration configuration =
        parent.configuration().resolve(ModuleFinder.of(), ModuleFinder.of(classes), List.of(name));
    return parent.defineModulesWithOneLoader(configuration, Provider.class.getClassLoader());
  }
}
