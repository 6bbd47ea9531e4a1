package planish.app.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;
import planish.model.ModelProvider;
import planish.sampling.Run;
import planish.spi.OptionSpec;
import planish.spi.Options;

/**
 * How a model is made: its options, where its data come from, and what is rewritten. A run keeps
 * them with its files, so that it can go on without being told again.
 *
 * @param options the provider's, checked
 * @param data the user's data file, if any
 * @param reparams the rewrites, as written on the command line
 */
record ModelOrigin(Options options, Optional<Path> data, List<String> reparams) {
  private static final String DATA_FILE = "data.file";
  private static final String REPARAM = "reparam.";

  /**
   * {@return what was given on the command line, the rest from an earlier run}
   *
   * @param provider the model
   * @param given its options that were given
   * @param parsed the command line
   * @param earlier the {@link #texts()} of that run; empty where there is none
   * @throws planish.spi.UserException if an option is wrong
   */
  static ModelOrigin of(
      ModelProvider provider,
      Map<String, String> given,
      ParseResult parsed,
      Map<String, String> earlier) {
    Optional<Path> data =
        SampleOptions.path(parsed, "data")
            .or(() -> Optional.ofNullable(earlier.get(DATA_FILE)).map(Path::of));
    List<String> reparams = SampleOptions.texts(parsed, "reparam");
    return new ModelOrigin(
        options(provider, given, earlier), data, reparams.isEmpty() ? rewrites(earlier) : reparams);
  }

  private static Options options(
      ModelProvider provider, Map<String, String> given, Map<String, String> earlier) {
    Map<String, String> all = new LinkedHashMap<>();
    for (OptionSpec option : provider.options()) {
      if (earlier.containsKey(option.name())) {
        all.put(option.name(), earlier.get(option.name()));
      }
    }
    all.putAll(given);
    return Options.of(ProviderOptions.owner(Kind.MODEL, provider), provider.options(), all);
  }

  private static List<String> rewrites(Map<String, String> earlier) {
    return earlier.keySet().stream()
        .filter(name -> name.startsWith(REPARAM))
        .sorted()
        .map(earlier::get)
        .toList();
  }

  /** {@return the same as texts, for {@link Run#about(Map)}} */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>(options.asMap());
    data.ifPresent(file -> texts.put(DATA_FILE, file.toAbsolutePath().normalize().toString()));
    for (int k = 0; k < reparams.size(); k++) {
      texts.put("%s%03d".formatted(REPARAM, k + 1), reparams.get(k));
    }
    return texts;
  }
}
