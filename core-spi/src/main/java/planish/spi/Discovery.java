package planish.spi;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** One search for the providers of a type, through the boot layer and then each plugin's layer. */
final class Discovery<P extends Provider> {
  private final Class<P> type;
  private final String kind;
  private final Map<String, Registry.Entry<P>> entries = new TreeMap<>();
  private final Map<String, String> conflicts = new TreeMap<>();
  private final Set<String> problems = new LinkedHashSet<>();

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
    List<String> all = new ArrayList<>(problems);
    all.addAll(conflicts.values());
    return new Registry<>(kind, entries, conflicts, all);
  }

  private void addAll(ServiceLoader<P> loader, Services.Plugin plugin) {
    Iterator<ServiceLoader.Provider<P>> providers = loader.stream().iterator();
    boolean more = true;
    while (more) {
      try {
        add(providers.next(), plugin);
      } catch (NoSuchElementException end) {
        more = false;
      } catch (ServiceConfigurationError e) {
        problems.add(source(plugin, null) + ": " + reason(e));
      }
    }
  }

  /** A plugin's loader sees its parents' providers too: only its own layer's are its own. */
  private void add(ServiceLoader.Provider<P> candidate, Services.Plugin plugin) {
    String source = source(plugin, null);
    try {
      Module module = candidate.type().getModule();
      if (plugin != null && module.getLayer() != plugin.layer()) {
        return;
      }
      source = source(plugin, module);
      Inspection<P> inspection = new Inspection<>(kind, candidate.get());
      if (inspection.problem().isPresent()) {
        problems.add(source + ": " + inspection.problem().get());
      } else {
        put(inspection.provider(), inspection.name(), source);
      }
    } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
      // Whatever a plugin throws here is the plugin's fault; the others must not suffer from it.
      problems.add(source + ": " + reason(e));
    }
  }

  private void put(P provider, String name, String source) {
    Registry.Entry<P> earlier = entries.putIfAbsent(name, new Registry.Entry<>(provider, source));
    if (earlier != null) {
      conflicts.merge(
          name,
          "two modules provide a %s named '%s': %s and %s; remove one of them"
              .formatted(kind, name, earlier.source(), source),
          (first, second) -> first);
    }
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
    boolean speaksForItself = root == e && e instanceof ServiceConfigurationError;
    return speaksForItself ? e.getMessage() : "it could not be loaded: " + root;
  }
}
