package planish.sampling;

import java.util.Map;
import java.util.TreeMap;

/** What can be said of a run, so that what the user gave can be told from defaults. */
enum Setting {
  CHAINS(4),
  WARMUP(1000),
  DRAWS(1000),
  THIN(1),
  SEED(null),
  SAMPLER(Part.named("chains")),
  KERNEL(Part.named("nuts")),
  MASS_MATRIX(Part.named("diagonal")),
  INITIAL(Initial.uniform(2)),
  SAVE_WARMUP(false);

  private final Object defaultValue;

  Setting(Object defaultValue) {
    this.defaultValue = defaultValue;
  }

  Object defaultValue() {
    return defaultValue;
  }

  /** {@return the name for messages and files: {@code mass matrix}} */
  String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  /** {@return the map with one value replaced or added} */
  static Map<Setting, Object> with(Map<Setting, Object> given, Setting setting, Object value) {
    Map<Setting, Object> changed = new TreeMap<>(given);
    changed.put(setting, value);
    return changed;
  }
}
