package planish.app.plugin;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import planish.spi.Provider;
import planish.spi.Services;

/** Loads one plugin: a jar, or a folder of jars that belong together. */
final class PluginLoader {
  private PluginLoader() {}

  static Services.Plugin load(Path entry) throws PluginProblem {
    List<Path> jars = jars(entry);
    for (Path jar : jars) {
      checkReadable(jar);
    }
    ModuleFinder finder = ModuleFinder.of(jars.toArray(Path[]::new));
    return new Services.Plugin(entry.getFileName().toString(), layer(finder));
  }

  private static List<Path> jars(Path entry) throws PluginProblem {
    if (!Files.isDirectory(entry)) {
      if (!isJar(entry)) {
        throw new PluginProblem("it is neither a jar (NAME.jar) nor a folder of jars");
      }
      return List.of(entry);
    }
    try (Stream<Path> files = Files.list(entry)) {
      List<Path> jars = files.filter(PluginLoader::isJar).sorted().toList();
      if (jars.isEmpty()) {
        throw new PluginProblem("the folder holds no jar");
      }
      return jars;
    } catch (IOException e) {
      throw new PluginProblem("the folder cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isJar(Path path) {
    return path.getFileName().toString().endsWith(".jar") && Files.isRegularFile(path);
  }

  /** The module finder's own message for this says neither which file nor what is wrong with it. */
  private static void checkReadable(Path jar) throws PluginProblem {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      if (file.size() == 0) {
        throw new PluginProblem(jar.getFileName() + " is an empty jar");
      }
    } catch (ZipException e) {
      throw new PluginProblem(jar.getFileName() + " is not a jar: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new PluginProblem(jar.getFileName() + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * What Planish itself has is found first: a plugin that brings a copy of our modules along must
   * implement our interfaces, not those of its copy.
   */
  private static ModuleLayer layer(ModuleFinder finder) throws PluginProblem {
    ModuleLayer parent = Provider.class.getModule().getLayer();
    try {
      Set<String> names = new TreeSet<>();
      for (ModuleReference module : finder.findAll()) {
        names.add(module.descriptor().name());
      }
      Configuration configuration =
          parent.configuration().resolve(ModuleFinder.of(), finder, names);
      if (configuration.modules().isEmpty()) {
        throw new PluginProblem(
            "Planish has "
                + names.stream().collect(Collectors.joining(", module ", "module ", ""))
                + " already; give yours a name of its own");
      }
      return parent.defineModulesWithOneLoader(configuration, Provider.class.getClassLoader());
    } catch (FindException | ResolutionException e) {
      throw new PluginProblem(explanation(e), e);
    } catch (LayerInstantiationException | UnsupportedClassVersionError e) {
      throw new PluginProblem(e.getMessage(), e);
    }
  }

  private static String explanation(RuntimeException e) {
    String message = e.getCause() == null ? e.getMessage() : root(e).getMessage();
    if (message.contains("not found")) {
      return message
          + "; what a plugin needs beside Planish goes into one sub-folder together with it";
    }
    if (message.contains("Invalid module name")) {
      return message + "; rename the jar, or put Automatic-Module-Name into its manifest";
    }
    return message;
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
