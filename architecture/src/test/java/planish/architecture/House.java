package planish.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The house as it was compiled: each room's folder, classes and module descriptor. */
final class House {
  /** The folder of the sources. */
  static final Path ROOT = Path.of(System.getProperty("planish.root", "..")).toAbsolutePath();

  private House() {}

  /** {@return the modules of the root pom that have classes: folder name to its classes' folder} */
  static Map<String, Path> rooms() {
    Map<String, Path> rooms = new TreeMap<>();
    for (String folder : folders()) {
      Path classes = ROOT.resolve(folder).resolve("target/classes");
      if (Files.exists(classes.resolve("module-info.class"))) {
        rooms.put(folder, classes);
      }
    }
    return rooms;
  }

  private static List<String> folders() {
    try {
      String pom = Files.readString(ROOT.resolve("pom.xml"));
      return Pattern.compile("<module>(.*?)</module>")
          .matcher(pom)
          .results()
          .map((MatchResult match) -> match.group(1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the module of a room} */
  static ModuleReference module(Path classes) {
    return ModuleFinder.of(classes).findAll().iterator().next();
  }
}
