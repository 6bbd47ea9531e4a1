package planish.spi;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** One search for the providers of a type, through the boot layer and then each plugin's layer. */
final class Discovery<P extends Provider> {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final Class<P> type;
  private final String kind;
  private final Map<String, Registry.Entry<P>> entries = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  Discovery(Class<P> type, String kind, List<Services.Plugin> plugins) {
    this.type = type;
    this.kind = kind;
    // The interface's own module declares `uses` for the resolver; this one loads on its behalf.
    Discovery.class.getModule().addUses(type);
    addAll(bootLoader(), null);
    for (Services.Plugin plugin : plugins) {
      addAll(ServiceLoader.load(plugin.layer(), type), plugin);
    }
  }

  private ServiceLoader<P> bootLoader() {
    ModuleLayer layer = type.getModule().getLayer();
    return layer == null
        ? ServiceLoader.load(type, type.getClassLoader())
        : ServiceLoader.load(layer, type);
  }

  Registry<P> registry() {
    return new Registry<>(kind, entries, problems);
  }

  private void addAll(ServiceLoader<P> loader, Services.Plugin plugin) {
    Iterator<ServiceLoader.Provider<P>> providers = loader.stream().iterator();
    boolean more = true;
    while (more) {
      try {
        add(providers.next(), plugin);
      } catch (NoSuchElementException end) {
        more = false;
      } catch (ServiceConfigurationError | LinkageError e) {
        problems.add(source(plugin, null) + ": " + reason(e));
      }
    }
  }

  /** A plugin's loader sees its parents' providers too: only its own layer's are its own. */
  private void add(ServiceLoader.Provider<P> candidate, Services.Plugin plugin) {
    Module module = candidate.type().getModule();
    if (plugin != null && module.getLayer() != plugin.layer()) {
      return;
    }
    P provider = candidate.get();
    String source = source(plugin, module);
    if (isGood(provider, source)) {
      put(provider, source);
    }
  }

  private boolean isGood(P provider, String source) {
    if (provider.spiVersion() != Provider.SPI_VERSION) {
      problems.add(
          source
              + ": "
              + kind
              + " '"
              + provider.name()
              + "' was written for version "
              + provider.spiVersion()
              + " of the provider interfaces, this Planish speaks version "
              + Provider.SPI_VERSION);
      return false;
    }
    if (provider.name() == null || !NAME.matcher(provider.name()).matches()) {
      problems.add(
          source
              + ": '"
              + provider.name()
              + "' is not a name for a "
              + kind
              + " (lower case letters, digits and hyphens)");
      return false;
    }
    return true;
  }

  private void put(P provider, String source) {
    Registry.Entry<P> earlier = entries.get(provider.name());
    if (earlier != null) {
      throw new UserException(
          "two modules provide a "
              + kind
              + " named '"
              + provider.name()
              + "': "
              + earlier.source()
              + " and "
              + source
              + "; remove one of them");
    }
    entries.put(provider.name(), new Registry.Entry<>(provider, source));
  }

  private static String source(Services.Plugin plugin, Module module) {
    String name = module == null ? null : module.isNamed() ? module.getName() : "class path";
    if (plugin == null) {
      return name == null ? "run time" : name;
    }
    return "plugin " + plugin.source() + (name == null ? "" : " (module " + name + ")");
  }

  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root == e ? e.getMessage() : e.getMessage() + " (" + root + ")";
  }
}
