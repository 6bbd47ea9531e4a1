package planish.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything public has Javadoc, and none of it is broken: the compiler's own checks. That each
 * parameter has a line of its own is not asked for.
 */
class JavadocTest {
  /** How the complaints begin that a parameter, a result or an exception has no line of its own. */
  private static final String NO_LINE_OF_ITS_OWN = "no @";

  @TempDir Path folder;

  @Test
  void everythingPublicHasSoundJavadoc() throws IOException {
    List<Path> sources = new ArrayList<>();
    List<String> options =
        new ArrayList<>(
            List.of("-Xdoclint:all/protected", "-proc:none", "-Xmaxwarns", "10000", "-d"));
    options.add(folder.toString());
    options.addAll(List.of("--module-path", libraries()));
    for (Path room : rooms()) {
      options.addAll(List.of("--module-source-path", moduleName(room) + "=" + room));
      sources.addAll(javaFiles(room));
    }
    assertThat(complaints(options, sources)).isEmpty();
  }

  private static List<Path> rooms() throws IOException {
    try (Stream<Path> folders = Files.list(House.ROOT)) {
      return folders
          .map(room -> room.resolve("src/main/java"))
          .filter(sources -> Files.exists(sources.resolve("module-info.java")))
          .filter(sources -> !sources.startsWith(House.ROOT.resolve("ejml")))
          .sorted()
          .toList();
    }
  }

  private static String moduleName(Path room) throws IOException {
    String descriptor = Files.readString(room.resolve("module-info.java"));
    return descriptor.replaceAll("(?s).*?\\bmodule ([\\w.]+) \\{.*", "$1");
  }

  private static List<Path> javaFiles(Path room) throws IOException {
    try (Stream<Path> files = Files.walk(room)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  /** What is on this test's class path beside the rooms that are compiled here. */
  private static String libraries() {
    List<String> kept =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar") || entry.contains("ejml"))
            .filter(entry -> !entry.startsWith(House.ROOT.toString()) || entry.contains("ejml"))
            .filter(entry -> !entry.contains("archunit") && !entry.contains("junit"))
            .toList();
    return String.join(File.pathSeparator, kept);
  }

  private static List<String> complaints(List<String> options, List<Path> sources)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      compiler
          .getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    return found.getDiagnostics().stream()
        .filter(JavadocTest::counts)
        .map(Object::toString)
        .toList();
  }

  private static boolean counts(Diagnostic<?> diagnostic) {
    boolean javadoc = diagnostic.getCode().endsWith("messager");
    boolean wrong = diagnostic.getKind() == Diagnostic.Kind.ERROR;
    boolean minor = diagnostic.getMessage(Locale.ROOT).contains(NO_LINE_OF_ITS_OWN);
    return wrong || javadoc && !minor;
  }
}
