package planish.spi;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is wrong with a provider, if anything. Providers are strangers' code: each of their methods
 * is called here once, so that one that throws or answers nonsense is found before it is used.
 */
final class Inspection<P extends Provider> {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final String kind;
  private final P provider;
  private final String name;

  Inspection(String kind, P provider) {
    this.kind = kind;
    this.provider = provider;
    this.name = provider.name();
  }

  P provider() {
    return provider;
  }

  String name() {
    return name;
  }

  /** {@return the first thing wrong, without the provider's source} */
  Optional<String> problem() {
    int version = provider.spiVersion();
    if (version != Provider.SPI_VERSION) {
      return Optional.of(
          "%s '%s' was written for version %d of the provider interfaces, this Planish speaks version %d"
              .formatted(kind, name, version, Provider.SPI_VERSION));
    }
    if (name == null || !NAME.matcher(name).matches()) {
      return Optional.of(
          "'%s' is not a name for a %s (lower case letters, digits and hyphens)"
              .formatted(name, kind));
    }
    if (provider.summary() == null) {
      return Optional.of("%s '%s' has no summary".formatted(kind, name));
    }
    return optionProblem(provider.options());
  }

  private Optional<String> optionProblem(List<OptionSpec> options) {
    if (options == null) {
      return Optional.of("%s '%s' answers null for its options".formatted(kind, name));
    }
    Set<String> seen = new HashSet<>();
    for (OptionSpec option : options) {
      if (!seen.add(option.name())) {
        return Optional.of(
            "%s '%s' declares its option --%s twice".formatted(kind, name, option.name()));
      }
    }
    return Optional.empty();
  }
}
