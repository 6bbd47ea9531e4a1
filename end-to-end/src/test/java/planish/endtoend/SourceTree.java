package planish.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A copy of the scripts with stand-ins for all that they call: JDKs, Maven and the image's java.
 * Nothing else of the machine is on the path.
 */
final class SourceTree {
  private static final List<String> TOOLS =
      List.of(
          "awk",
          "cat",
          "chmod",
          "dirname",
          "find",
          "grep",
          "head",
          "kill",
          "mkdir",
          "mktemp",
          "mv",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sh",
          "sleep",
          "stty");

  private final Path root;
  private final Path tools;

  private SourceTree(Path root, Path tools) {
    this.root = root;
    this.tools = tools;
  }

  static SourceTree in(Path root) throws IOException {
    Path tools = Files.createDirectories(root.resolveSibling("tools"));
    for (String tool : TOOLS) {
      for (String place : List.of("/usr/bin", "/bin")) {
        Path stand = tools.resolve(tool);
        if (Files.exists(Path.of(place, tool)) && !Files.exists(stand)) {
          script(stand, "exec " + place + "/" + tool + " \"$@\"");
        }
      }
    }
    SourceTree tree = new SourceTree(root, tools);
    Files.createDirectories(root);
    for (String script : List.of("planish", "verify")) {
      Files.copy(Image.ROOT.resolve(script), root.resolve(script));
    }
    Files.createDirectories(root.resolve("scripts"));
    try (Stream<Path> scripts = Files.list(Image.ROOT.resolve("scripts"))) {
      for (Path script : scripts.toList()) {
        Files.copy(script, root.resolve("scripts").resolve(script.getFileName().toString()));
      }
    }
    tree.source("core-spi/src/main/java/planish/spi/Provider.java");
    tree.source("pom.xml");
    tree.source("core-spi/pom.xml");
    return tree;
  }

  Path root() {
    return root;
  }

  /** Writes a source file, older than any build. */
  Path source(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "source");
    Instant old = Instant.now().minusSeconds(3600);
    for (Path p = file; !p.equals(root); p = p.getParent()) {
      Files.setLastModifiedTime(p, FileTime.from(old));
    }
    return file;
  }

  /** {@return the home of a JDK that says it is of that version} */
  static Path jdk(Path home, String version) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    script(home.resolve("bin/java"), "echo java of " + home);
    script(home.resolve("bin/javac"), "echo javac " + version);
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  /** Puts a Maven on the path that notes how it was called, and makes an image that answers. */
  void maven(String more) throws IOException {
    script(
        tools.resolve("mvn"),
        """
        echo "$JAVA_HOME|$PWD|$*" >>"%s"
        mkdir -p app/target/maven-jlink/classifiers/image/bin
        cat >app/target/maven-jlink/classifiers/image/bin/java <<'END'
        #!/bin/sh
        for argument in "$@"; do case $argument in
          -XX:AOTCacheOutput=*) : >"${argument#*=}"; exit 0 ;;
        esac; done
        echo "started: $*"
        echo "WARNING: Using incubator modules" >&2
        echo "to the user" >&0
        exit 42
        END
        chmod +x app/target/maven-jlink/classifiers/image/bin/java
        %s
        """
            .formatted(calls(), more));
  }

  private Path calls() {
    return root.resolveSibling("calls");
  }

  /** {@return how Maven was called: JAVA_HOME, folder, arguments} */
  List<String> mavenCalls() throws IOException {
    return Files.exists(calls()) ? Files.readAllLines(calls()) : List.of();
  }

  /** {@return a shell with nothing on its path but the stand-ins} */
  Shell shell() {
    return new Shell(
        root.getParent(),
        Map.of(
            "PATH",
            tools.toString(),
            "JAVA_HOME",
            "",
            "PLANISH_POSTERIORDB",
            "",
            "PLANISH_JDK_FOLDERS",
            root.resolveSibling("jdks").toString()));
  }

  Path tools() {
    return tools;
  }

  static void script(Path path, String text) throws IOException {
    Files.writeString(path, "#!/bin/sh\n" + text + "\n");
    if (!path.toFile().setExecutable(true)) {
      throw new IOException("cannot make executable: " + path);
    }
  }
}
