package planish.spi;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where providers are looked for: the run time's own modules (or the class path), and the layers of
 * plugins.
 *
 * <p>Immutable; safe for many threads.
 */
public final class Services {
  private final List<Plugin> plugins;

  private Services(List<Plugin> plugins) {
    this.plugins = List.copyOf(plugins);
  }

  /**
   * One plugin: where it came from and the layer it was loaded in.
   *
   * @param source the jar or folder, for messages
   * @param layer its modules
   */
  public record Plugin(String source, ModuleLayer layer) {}

  /** {@return the providers of the run time itself, without plugins} */
  public static Services boot() {
    return new Services(List.of());
  }

  /** {@return these services and those of the given plugins} */
  public Services with(List<Plugin> more) {
    return new Services(Stream.concat(plugins.stream(), more.stream()).toList());
  }

  /** {@return the plugins among them} */
  public List<Plugin> plugins() {
    return plugins;
  }

  /**
   * Finds all providers of one type.
   *
   * @param type the service interface
   * @param kind what such a provider is called in messages: {@code kernel}
   * @return those that could be loaded, by name, and what kept the others from loading; a name that
   *     two modules provide is an error for whoever asks for it, and does not keep others from
   *     being used
   */
  public <P extends Provider> Registry<P> find(Class<P> type, String kind) {
    return new Discovery<>(type, kind, plugins).registry();
  }
}
