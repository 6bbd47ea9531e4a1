package planish.sampling;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import planish.spi.UserException;

/** Settings as texts by name, for side files, and back. */
final class SettingTexts {
  private SettingTexts() {}

  static Map<String, String> of(Setting setting, Object value) {
    Map<String, String> texts = new TreeMap<>();
    String label = setting.label();
    switch (value) {
      case Part part -> {
        texts.put(label, part.name());
        part.options().forEach((name, text) -> texts.put(label + "." + name, text));
      }
      case Initial initial -> texts.put(label, InitialText.of(initial));
      default -> texts.put(label, value.toString());
    }
    return texts;
  }

  /**
   * {@return the setting's value}
   *
   * @throws UserException if the texts do not have it
   */
  static Object parse(Setting setting, Map<String, String> texts) {
    String text = texts.get(setting.label());
    try {
      return value(setting, Objects.requireNonNull(text), texts);
    } catch (NullPointerException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new UserException(
          "a side file is damaged: its '" + setting.label() + "' is " + text, e);
    }
  }

  private static Object value(Setting setting, String text, Map<String, String> texts) {
    return switch (setting) {
      case CHAINS, WARMUP, DRAWS, THIN -> Integer.parseInt(text);
      case SEED -> Long.parseLong(text);
      case SAVE_WARMUP -> Boolean.parseBoolean(text);
      case INITIAL -> InitialText.parse(text);
      case SAMPLER, KERNEL, MASS_MATRIX -> new Part(text, options(setting.label() + ".", texts));
    };
  }

  /** {@return the texts whose names begin so, by the rest of their names} */
  static Map<String, String> options(String prefix, Map<String, String> texts) {
    Map<String, String> options = new TreeMap<>();
    texts.forEach((key, text) -> {
      if (key.startsWith(prefix)) {
        options.put(key.substring(prefix.length()), text);
      }
    });
    return options;
  }

  static Map<String, String> of(RunSettings settings) {
    Map<String, String> texts = new TreeMap<>();
    for (Setting setting : Setting.values()) {
      texts.putAll(of(setting, value(setting, settings)));
    }
    return texts;
  }

  private static Object value(Setting setting, RunSettings settings) {
    return switch (setting) {
      case CHAINS -> settings.chains();
      case WARMUP -> settings.warmup();
      case DRAWS -> settings.draws();
      case THIN -> settings.thin();
      case SEED -> settings.seed();
      case SAMPLER -> settings.sampler();
      case KERNEL -> settings.kernel();
      case MASS_MATRIX -> settings.massMatrix();
      case INITIAL -> settings.initial();
      case SAVE_WARMUP -> settings.saveWarmup();
    };
  }
}
