package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import planish.autodiff.vector.Loops;
import planish.reference.Big;
import planish.spi.Provider;

/** Another run time, with options of its own. */
final class Fork {
  private Fork() {}

  /**
   * {@return what a class prints, whose run must end well}
   *
   * @param main the class
   * @param argument what it is given
   * @param options of the run time
   */
  static String run(Class<?> main, String argument, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classPath(), main.getName(), argument));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.strip();
  }

  private static String classPath() throws ClassNotFoundException {
    Class<?> matrices = Class.forName("org.ejml.data.DMatrixRMaj");
    return Stream.of(LaneHash.class, Code.class, Loops.class, Big.class, Provider.class, matrices)
        .map(Fork::root)
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  /** The folder or jar that a class was loaded from, patched modules included. */
  private static String root(Class<?> type) {
    String name = "/" + type.getName().replace('.', '/') + ".class";
    try {
      String uri = type.getResource(name).toURI().toString();
      String root = uri.substring(0, uri.length() - name.length());
      root = root.startsWith("jar:") ? root.substring(4, root.length() - 1) : root;
      return Path.of(new URI(root)).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
