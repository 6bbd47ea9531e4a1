package planish.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import planish.spi.OptionSpec;
import planish.spi.Provider;
import planish.spi.Registry;
import planish.spi.UserException;

/**
 * The options that kernels, mass matrices, samplers and models declare, as options of a command.
 *
 * <p>All providers' options are known while the command line is read; which of them may be given
 * depends on the providers chosen by it, so that is looked at afterwards.
 */
final class ProviderOptions {
  /** The kinds whose options a run may need. */
  static final List<Kind> CONFIGURABLE =
      List.of(Kind.MODEL, Kind.SAMPLER, Kind.KERNEL, Kind.MASS_MATRIX);

  private final Environment environment;
  private final List<Kind> kinds;
  private final Map<String, List<String>> owners = new TreeMap<>();

  /** Those of the providers of these kinds. */
  ProviderOptions(Environment environment, List<Kind> kinds) {
    this.environment = environment;
    this.kinds = kinds;
  }

  /** Adds them to a command; one whose name the command has already cannot be given. */
  void declare(CommandSpec command) {
    Set<String> own = new LinkedHashSet<>(command.optionsMap().keySet());
    Map<String, Boolean> flags = new LinkedHashMap<>();
    for (Kind kind : kinds) {
      for (Registry.Entry<?> entry : environment.registry(kind).entries()) {
        for (OptionSpec option : entry.provider().options()) {
          String owner = owner(kind, entry.provider());
          if (own.contains("--" + option.name())) {
            environment.terminal().warn(clash(owner, option));
          } else {
            owners.computeIfAbsent(option.name(), name -> new ArrayList<>()).add(owner);
            flags.merge(option.name(), isFlag(option), Boolean::logicalAnd);
          }
        }
      }
    }
    flags.forEach((name, flag) -> command.addOption(picocli("--" + name, flag)));
  }

  private static String clash(String owner, OptionSpec option) {
    return "option --"
        + option.name()
        + " of "
        + owner
        + " cannot be given: the command has an option of that name; its default is used";
  }

  private static boolean isFlag(OptionSpec option) {
    return option.kind() == OptionSpec.Kind.FLAG;
  }

  private static picocli.CommandLine.Model.OptionSpec picocli(String name, boolean flag) {
    var builder =
        picocli.CommandLine.Model.OptionSpec.builder(name).type(String.class).hidden(true);
    return flag ? builder.arity("0..1").fallbackValue("true").build() : builder.arity("1").build();
  }

  /** {@return lines for the command's help: each provider that has options, and these} */
  String[] footer() {
    return help().stream().map(line -> line.replace("%", "%%")).toArray(String[]::new);
  }

  private List<String> help() {
    List<String> lines = new ArrayList<>();
    for (Kind kind : kinds) {
      for (Registry.Entry<?> entry : environment.registry(kind).entries()) {
        List<OptionSpec> options = entry.provider().options();
        if (!options.isEmpty()) {
          lines.add("");
          lines.add("Options of " + owner(kind, entry.provider()) + ":");
          options.forEach(option -> lines.add("  " + OptionText.line(option)));
        }
      }
    }
    return lines;
  }

  /** {@return those that were given: name to text} */
  Map<String, String> given(ParseResult parsed) {
    Map<String, String> given = new TreeMap<>();
    for (String name : owners.keySet()) {
      if (parsed.hasMatchedOption("--" + name)) {
        given.put(name, parsed.matchedOptionValue("--" + name, ""));
      }
    }
    return given;
  }

  /** {@return those of the given options that a provider declares} */
  static Map<String, String> of(Provider provider, Map<String, String> given) {
    Map<String, String> own = new TreeMap<>();
    for (OptionSpec option : provider.options()) {
      if (given.containsKey(option.name())) {
        own.put(option.name(), given.get(option.name()));
      }
    }
    return own;
  }

  /**
   * Checks that each given option belongs to one of the providers chosen.
   *
   * @throws UserException if not; the message says whose it is
   */
  void checkUsed(Map<String, String> given, Map<Kind, Provider> chosen) {
    Set<String> used = new LinkedHashSet<>();
    chosen.values().forEach(p -> p.options().forEach(option -> used.add(option.name())));
    for (String name : given.keySet()) {
      if (!used.contains(name)) {
        List<String> all = new ArrayList<>();
        chosen.forEach((kind, provider) -> all.add(owner(kind, provider)));
        throw new UserException(
            "option --%s belongs to %s, but chosen are %s"
                .formatted(name, String.join(", ", owners.get(name)), String.join(", ", all)));
      }
    }
  }

  static String owner(Kind kind, Provider provider) {
    return kind.label() + " '" + provider.name() + "'";
  }
}
