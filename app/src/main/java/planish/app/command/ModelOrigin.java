package planish.app.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;
import planish.model.ModelProvider;
import planish.sampling.Run;
import planish.spi.OptionSpec;
import planish.spi.Options;
import planish.spi.UserException;

/**
 * How a model is made: its options, where its data come from, and what is rewritten. A run keeps
 * them with its files, so that it can go on without being told again.
 *
 * @param options the provider's, checked
 * @param data the user's data file, if any
 * @param reparams the rewrites of sites, as written on the command line
 * @param without the rewrites of the log density that are left out
 */
record ModelOrigin(
    Options options, Optional<Path> data, List<String> reparams, List<String> without) {
  private static final String DATA_FILE = "data.file";
  private static final String REPARAM = "reparam.";
  private static final String WITHOUT = SampleOptions.WITHOUT_REWRITE + ".";

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
    return new ModelOrigin(
        options(provider, given, earlier),
        data,
        texts(SampleOptions.texts(parsed, "reparam"), earlier, REPARAM),
        texts(SampleOptions.texts(parsed, SampleOptions.WITHOUT_REWRITE), earlier, WITHOUT));
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

  private static List<String> texts(List<String> given, Map<String, String> earlier, String start) {
    return given.isEmpty()
        ? earlier.keySet().stream()
            .filter(name -> name.startsWith(start))
            .sorted()
            .map(earlier::get)
            .toList()
        : given;
  }

  private static void number(List<String> all, String start, Map<String, String> texts) {
    for (int k = 0; k < all.size(); k++) {
      texts.put("%s%03d".formatted(start, k + 1), all.get(k));
    }
  }

  /**
   * Checks that a run goes on with the rewrites that it began with: others round otherwise.
   *
   * @param earlier the {@link #texts()} of that run
   * @throws UserException if others are left out
   */
  void checkRewritesOf(Map<String, String> earlier) {
    List<String> before = texts(List.of(), earlier, WITHOUT);
    if (!Set.copyOf(before).equals(Set.copyOf(without))) {
      throw new UserException(
          "option --"
              + SampleOptions.WITHOUT_REWRITE
              + ": the run was made "
              + (before.isEmpty() ? "with every rewrite" : "without " + String.join(", ", before))
              + ", and goes on so to the same bits; leave the option out");
    }
  }

  /** {@return the same as texts, for {@link Run#about(Map)}} */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>(options.asMap());
    data.ifPresent(file -> texts.put(DATA_FILE, file.toAbsolutePath().normalize().toString()));
    number(reparams, REPARAM, texts);
    number(without, WITHOUT, texts);
    return texts;
  }
}
