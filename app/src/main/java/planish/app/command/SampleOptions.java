package planish.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import planish.spi.OptionSpec;
import planish.spi.Options;
import planish.spi.UserException;

/** The options of {@code planish sample} that are its own, not a provider's. */
final class SampleOptions {
  /** Checked by the same rules, and with the same words, as providers' options. */
  private static final List<OptionSpec> NUMBERS =
      List.of(
          OptionSpec.integer("chains", 4, 1, 10_000, "number of chains"),
          OptionSpec.integer("warmup", 1000, 0, 1_000_000_000, "warm-up transitions of each chain"),
          OptionSpec.integer("draws", 1000, 0, 1_000_000_000, "draws of each chain after warm-up"),
          OptionSpec.integer("thin", 1, 1, 1_000_000, "every how many-th transition is kept"),
          OptionSpec.integer(
              "seed", 0, Long.MIN_VALUE, Long.MAX_VALUE, "seed of all random numbers"),
          OptionSpec.integer("threads", 1, 1, 10_000, "how many chains run at a time"));

  /** The option that leaves out a rewrite of the log density. */
  static final String WITHOUT_REWRITE = "without-rewrite";

  private static final Map<String, String> OTHER_DEFAULTS =
      Map.of("seed", "drawn", "threads", "all processors");

  private SampleOptions() {}

  /** Adds them to the command. */
  static void declare(CommandSpec spec) {
    for (OptionSpec number : NUMBERS) {
      String standard = OTHER_DEFAULTS.getOrDefault(number.name(), number.defaultValue());
      spec.addOption(
          Specs.text(
              "--" + number.name(), "N", number.description() + " (default: " + standard + ")"));
    }
    spec.addOption(Specs.text("--kernel", "NAME", "the kernel (default: nuts)"))
        .addOption(
            Specs.text(
                "--mass-matrix",
                "NAME",
                "its mass matrix: diagonal, dense, identity, 'blocks:(x1,x2)' (default: diagonal)"))
        .addOption(Specs.text("--sampler", "NAME", "the way to run (default: chains)"))
        .addOption(
            Specs.text(
                "--init",
                "WHERE",
                "where chains begin: random, prior, or a JSON file of values (default: random,"
                    + " uniform in (-2, 2) on the unconstrained scale)"));
    declareModel(spec);
    declareRewrites(spec);
    spec.addOption(
            Specs.text("--output", "DIR", "folder for one CSV file a chain, DIR/MODEL_1.csv, …"))
        .addOption(Specs.flag("--overwrite", "replace the files of an earlier run"))
        .addOption(Specs.flag("--save-warmup", "write the warm-up's draws too"))
        .addOption(
            Specs.text("--resume", "DIR", "go on with the run in that folder, to the same bits"))
        .addOption(Specs.flag("--trace", "print the model's sites before sampling"))
        .addOption(TableStyle.option())
        .addOption(Specs.flag("--quiet", "no progress and no notes: the summary alone"));
    Specs.withPlugins(spec);
  }

  /** Adds those that say how the model is made. */
  static void declareModel(CommandSpec spec) {
    spec.addOption(
            Specs.texts(
                "--reparam",
                "SITE=STRATEGY",
                "sample a site through other coordinates, as betas=loc-scale(0); repeatable, applied"
                    + " in order; see planish list reparameterisations"))
        .addOption(Specs.text("--data", "FILE", "JSON file of data in place of the model's own"));
  }

  /** Adds the one that says how its log density is made fast. */
  static void declareRewrites(CommandSpec spec) {
    spec.addOption(
        Specs.texts(
            "--" + WITHOUT_REWRITE,
            "NAME",
            "leave out a rewrite of the log density; repeatable; see planish list rewrites"));
  }

  /**
   * {@return those of the numbers that were given}
   *
   * @throws UserException if one is out of range
   */
  static Map<String, Long> numbers(ParseResult parsed) {
    Map<String, String> texts = new TreeMap<>();
    for (OptionSpec number : NUMBERS) {
      text(parsed, number.name()).ifPresent(text -> texts.put(number.name(), text));
    }
    Options checked = Options.of("planish sample", NUMBERS, texts);
    Map<String, Long> numbers = new TreeMap<>();
    texts.keySet().forEach(name -> numbers.put(name, checked.integer(name)));
    return numbers;
  }

  /** {@return what stands after {@code --name}, if it was given} */
  static Optional<String> text(ParseResult parsed, String name) {
    return parsed.hasMatchedOption("--" + name)
        ? Optional.of(parsed.matchedOptionValue("--" + name, ""))
        : Optional.empty();
  }

  /** {@return what stands after each {@code --name}, in order} */
  static List<String> texts(ParseResult parsed, String name) {
    return parsed.matchedOptionValue("--" + name, List.of());
  }

  /**
   * {@return the file or folder that stands after {@code --name}, if it was given}
   *
   * @throws UserException if its name is empty, which is mostly a variable of a script that is not
   *     set
   */
  static Optional<Path> path(ParseResult parsed, String name) {
    return text(parsed, name).map(text -> path(name, text));
  }

  /**
   * {@return the files or folders that stand after each {@code --name}, in order}
   *
   * @throws UserException if the name of one is empty
   */
  static List<Path> paths(ParseResult parsed, String name) {
    return texts(parsed, name).stream().map(text -> path(name, text)).toList();
  }

  private static Path path(String name, String text) {
    if (text.isBlank()) {
      throw new UserException("option --" + name + ": expected a name, but got an empty one");
    }
    return Path.of(text);
  }

  /**
   * Checks that a run goes on in its own folder.
   *
   * @throws UserException if another one is given to write to
   */
  static void checkFolders(ParseResult parsed) {
    if (path(parsed, "output").isPresent() && path(parsed, "resume").isPresent()) {
      throw new UserException(
          "--resume goes on in its own folder: leave out --output, or copy the folder first");
    }
  }

  /** {@return whether {@code --name} was given} */
  static boolean flag(ParseResult parsed, String name) {
    return parsed.hasMatchedOption("--" + name);
  }
}
