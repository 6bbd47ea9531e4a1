package planish.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import planish.benchmarks.models.Loops;
import planish.model.Model;
import planish.model.ModelProvider;
import planish.spi.Options;

/** The models of which is measured how long they take until they can be sampled. */
final class ReadyModels {
  private static final String PREFIX = "ready-";
  private static final int STATEMENTS = 100_000;
  private static final Map<String, Supplier<Model>> ALL = new LinkedHashMap<>();

  private ReadyModels() {}

  static {
    ServiceLoader.load(ModelProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .forEach(example -> ALL.put(PREFIX + example.name(), () -> create(example)));
    ALL.put(PREFIX + "loop-mean", () -> new Loops(STATEMENTS).mean());
    ALL.put(PREFIX + "loop-line", () -> new Loops(STATEMENTS).line());
    ALL.put(PREFIX + "loop-groups", () -> new Loops(STATEMENTS).groups());
  }

  private static Model create(ModelProvider example) {
    Options defaults = Options.of(example.name(), example.options(), Map.of());
    return example.create(defaults, Optional.empty());
  }

  /** {@return the names of all} */
  static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  static Model named(String name) {
    return ALL.get(name).get();
  }

  /** {@return whether it is an example, not one of the loops} */
  static boolean isExample(String name) {
    return !name.startsWith(PREFIX + "loop-");
  }
}
