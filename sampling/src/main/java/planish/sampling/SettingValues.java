package planish.sampling;

import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Completes what the user gave: with what a resumed run had, then with defaults. */
final class SettingValues {
  private SettingValues() {}

  static Map<Setting, Object> resolve(Map<Setting, Object> given, Optional<Resumption> resumption) {
    Map<Setting, Object> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      Object fallback =
          resumption.isPresent()
              ? earlier(setting, resumption.get())
              : setting == Setting.SEED ? drawnSeed() : setting.defaultValue();
      values.put(setting, given.getOrDefault(setting, fallback));
    }
    return values;
  }

  private static Object earlier(Setting setting, Resumption resumption) {
    return setting == Setting.DRAWS
        ? (Object) resumption.draws()
        : SettingTexts.parse(setting, resumption.settings());
  }

  /** Of at most nine digits, since a person may have to type it again. */
  private static Long drawnSeed() {
    return (long) new SecureRandom().nextInt(1, 1_000_000_000);
  }

  static RunSettings settings(String model, Map<Setting, Object> values, Parts parts) {
    return new RunSettings(
        model,
        (Integer) values.get(Setting.CHAINS),
        (Integer) values.get(Setting.WARMUP),
        (Integer) values.get(Setting.DRAWS),
        (Integer) values.get(Setting.THIN),
        (Long) values.get(Setting.SEED),
        parts.sampler().part(),
        parts.kernel().map(Parts.Found::part).orElse(Part.named("none")),
        parts.massMatrix().part(),
        (Initial) values.get(Setting.INITIAL),
        (Boolean) values.get(Setting.SAVE_WARMUP));
  }
}
