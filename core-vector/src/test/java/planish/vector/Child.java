package planish.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import planish.autodiff.vector.Loops;
import planish.spi.Provider;

/** A JVM of its own for a program of these tests. */
final class Child {
  private Child() {}

  /** {@return what the program prints} */
  static String run(Class<?> program, String argument, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-cp", classPath()));
    command.addAll(List.of(program.getName(), argument));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.strip();
  }

  private static String classPath() {
    return Stream.of(Child.class, VectorApiLoops.class, Loops.class, Provider.class)
        .map(Child::root)
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  /** The folder or jar that a class was loaded from, patched modules included. */
  private static String root(Class<?> type) {
    String name = "/" + type.getName().replace('.', '/') + ".class";
    String uri = type.getResource(name).toString();
    String root = uri.substring(0, uri.length() - name.length());
    root = root.startsWith("jar:") ? root.substring(4, root.length() - 1) : root;
    return Path.of(URI.create(root)).toString();
  }
}
