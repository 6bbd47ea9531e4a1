package planish.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import planish.app.Interruption;
import planish.app.Terminal;
import planish.app.plugin.PluginFolder;
import planish.spi.Registry;
import planish.spi.Services;
import planish.spi.UserException;

/**
 * What commands work with: where to print, whether to stop, and the providers, which are looked for
 * when they are first asked for.
 */
public final class Environment {
  private final Terminal terminal;
  private final Interruption interruption;
  private final Optional<Path> pluginFolder;
  private final Map<Kind, Registry<?>> registries = new EnumMap<>(Kind.class);
  private PluginFolder.Contents plugins;

  /**
   * An environment.
   *
   * @param terminal where to print
   * @param interruption whether to stop
   * @param pluginFolder where plugins lie, if anywhere
   */
  public Environment(Terminal terminal, Interruption interruption, Optional<Path> pluginFolder) {
    this.terminal = terminal;
    this.interruption = interruption;
    this.pluginFolder = pluginFolder;
  }

  /**
   * {@return the plugin folder: the one given, or that of the variable PLANISH_PLUGINS, or
   * .planish/plugins in the user's home where that exists; none where the name given is empty}
   *
   * @param given what stands after {@code --plugins}
   * @throws UserException if a folder that was named does not exist
   */
  public static Optional<Path> pluginFolder(Optional<String> given) {
    Optional<String> named = given.or(() -> Optional.ofNullable(System.getenv("PLANISH_PLUGINS")));
    if (named.isEmpty()) {
      Path usual = Path.of(System.getProperty("user.home"), ".planish", "plugins");
      return Optional.of(usual).filter(Files::isDirectory);
    }
    if (named.get().isEmpty()) {
      return Optional.empty();
    }
    Path folder = Path.of(named.get());
    if (!Files.isDirectory(folder)) {
      throw new UserException(noFolder(folder, given.isPresent()));
    }
    return Optional.of(folder);
  }

  private static String noFolder(Path folder, boolean given) {
    String source = given ? "--plugins" : "the variable PLANISH_PLUGINS";
    return Files.exists(folder)
        ? folder + " is a file: " + source + " names the folder that the plugins' jars lie in"
        : "the plugin folder "
            + folder
            + " does not exist: "
            + source
            + " names the folder that the plugins' jars lie in";
  }

  /** {@return where to print} */
  public Terminal terminal() {
    return terminal;
  }

  /** {@return whether to stop} */
  public Interruption interruption() {
    return interruption;
  }

  /** {@return where plugins lie, if anywhere} */
  public Optional<Path> pluginFolder() {
    return pluginFolder;
  }

  /** {@return the plugins, and those that could not be loaded} */
  public PluginFolder.Contents plugins() {
    if (plugins == null) {
      plugins =
          pluginFolder
              .map(PluginFolder::load)
              .orElseGet(() -> new PluginFolder.Contents(List.of(), List.of()));
    }
    return plugins;
  }

  /** {@return where providers are looked for} */
  public Services services() {
    return Services.boot().with(plugins().plugins());
  }

  /** {@return the providers of one kind} */
  public Registry<?> registry(Kind kind) {
    return registries.computeIfAbsent(kind, k -> k.find(services()));
  }

  /** {@return what kept plugins and providers from being used, as far as they were asked for} */
  public List<String> problems() {
    Set<String> problems = new LinkedHashSet<>(plugins().problems());
    registries.values().forEach(registry -> problems.addAll(registry.problems()));
    return new ArrayList<>(problems);
  }
}
