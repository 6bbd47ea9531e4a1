package planish.app.plugin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import planish.spi.Services;
import planish.spi.UserException;

/**
 * Loads the plugins of a folder: each jar, and each sub-folder of jars, is one plugin in a layer of
 * its own, so that one that cannot be loaded leaves the others alone, and two plugins may bring
 * different versions of one library.
 */
public final class PluginFolder {
  private PluginFolder() {}

  /**
   * What was found.
   *
   * @param plugins those that could be loaded
   * @param problems one line for each that could not, with the reason
   */
  public record Contents(List<Services.Plugin> plugins, List<String> problems) {
    /** Copies the lists. */
    public Contents {
      plugins = List.copyOf(plugins);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Loads all plugins of a folder, in the order of their names. Hidden files are passed over.
   *
   * @throws UserException if the folder cannot be read
   */
  public static Contents load(Path folder) {
    List<Services.Plugin> plugins = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path entry : entries(folder)) {
      try {
        plugins.add(PluginLoader.load(entry));
      } catch (PluginProblem e) {
        problems.add("plugin " + entry + ": " + e.getMessage());
      }
    }
    return new Contents(plugins, problems);
  }

  private static List<Path> entries(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path entry : stream) {
        if (!entry.getFileName().toString().startsWith(".")) {
          entries.add(entry);
        }
      }
    } catch (IOException e) {
      throw new UserException(
          "the plugin folder " + folder + " cannot be read; expected a folder of jars", e);
    }
    entries.sort(Comparator.naturalOrder());
    return entries;
  }
}
