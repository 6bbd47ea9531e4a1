package planish.app.command;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import planish.app.ExitCode;
import planish.app.tutorial.Geometry;
import planish.app.tutorial.Study;
import planish.spi.OptionSpec;
import planish.spi.Options;
import planish.spi.Spelling;
import planish.spi.UserException;

/** {@code planish tutorial}: a tutorial's examples, beside what it published. */
final class TutorialCommand implements Command {
  static final String NAME = "tutorial";
  private static final String GEOMETRY = "geometry";
  private static final String EXAMPLE = "example";
  private static final String SEEDS = "seeds";
  private static final String SEED = "seed";
  private static final String STUDY = "study";

  private static final List<OptionSpec> NUMBERS =
      List.of(
          OptionSpec.integer(SEEDS, 1, 1, 1000, "chains of each setting, each judged alone"),
          OptionSpec.integer(EXAMPLE, 1, 1, Geometry.EXAMPLES, "the only example to be run"),
          OptionSpec.integer(SEED, 0, 0, 1_000_000_000_000L, "the first chain's seed"));

  private static final Map<String, String> OTHER_DEFAULTS =
      Map.of(EXAMPLE, "all", SEEDS, "1; of the study 5 in example 1, 20 in the others");

  private final Environment environment;

  TutorialCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String summary() {
    return "Runs a tutorial's examples and prints their results beside the published ones.";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(NAME, summary())
            .addPositional(
                Specs.word(
                    "TUTORIAL",
                    "geometry: NumPyro's \"Bad posterior geometry and how to deal with it\""));
    for (OptionSpec number : NUMBERS) {
      String standard = OTHER_DEFAULTS.getOrDefault(number.name(), number.defaultValue());
      spec.addOption(
          Specs.text(
              "--" + number.name(), "N", number.description() + " (default: " + standard + ")"));
    }
    spec.addOption(
        Specs.flag(
            "--" + STUDY,
            "many seeds of each setting: whether the good forms are good, by R-hat, the verdict on"
                + " four chains, the exact moments and NumPyro's R-hats, and the bad ones are told;"
                + " a table of these claims, exit code 6 if one is not met"));
    Specs.withPlugins(spec);
    spec.usageMessage()
        .footer(
            "%nExamples:",
            "  planish tutorial geometry                        # all, about five minutes",
            "  planish tutorial geometry --example 2            # seconds",
            "  planish tutorial geometry --example 3 --seeds 10",
            "  planish tutorial geometry --study                # about twenty minutes");
    return spec;
  }

  @Override
  public ExitCode run(ParseResult parsed) {
    String tutorial = parsed.matchedPositional(0).getValue();
    if (!tutorial.equals(GEOMETRY)) {
      throw new UserException(Spelling.unknown("tutorial", tutorial, Stream.of(GEOMETRY)));
    }
    Map<String, String> given = new TreeMap<>();
    NUMBERS.forEach(number ->
        SampleOptions.text(parsed, number.name())
            .ifPresent(text -> given.put(number.name(), text)));
    Options numbers = Options.of("planish tutorial", NUMBERS, given);
    OptionalInt only = given(numbers, given, EXAMPLE);
    long seed = numbers.integer(SEED);
    if (SampleOptions.flag(parsed, STUDY)) {
      boolean met = new Study(environment, given(numbers, given, SEEDS), seed).run(only);
      return met ? ExitCode.OK : ExitCode.FAILED;
    }
    new Geometry(environment, (int) numbers.integer(SEEDS), seed).run(only);
    return ExitCode.OK;
  }

  private static OptionalInt given(Options numbers, Map<String, String> given, String name) {
    return given.containsKey(name)
        ? OptionalInt.of((int) numbers.integer(name))
        : OptionalInt.empty();
  }
}
