package planish.app.command;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import planish.app.ExitCode;
import planish.app.Terminal;
import planish.diagnostics.Draws;
import planish.diagnostics.Summary;
import planish.model.ModelProvider;
import planish.sampling.DrawFiles;
import planish.spi.OptionSpec;
import planish.spi.Options;
import planish.spi.Provider;
import planish.spi.UserException;

/** {@code planish generate}: what a model would observe, at the draws of a finished run. */
final class GenerateCommand implements Command {
  static final String NAME = "generate";

  private static final OptionSpec SEED =
      OptionSpec.integer("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE, "seed of all random numbers");

  private final Environment environment;
  private final Terminal terminal;
  private final ProviderOptions modelOptions;

  GenerateCommand(Environment environment) {
    this.environment = environment;
    this.terminal = environment.terminal();
    this.modelOptions = new ProviderOptions(environment, List.of(Kind.MODEL));
  }

  @Override
  public String summary() {
    return "Draws what a model would observe, and what it generates, from a finished run.";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(NAME, summary())
            .addPositional(Specs.model())
            .addOption(
                Specs.texts(
                    "--from",
                    "PLACE",
                    "a run's folder, or one of its files (repeatable); the model has the options and"
                        + " data that the run had, where no others are given"))
            .addOption(
                Specs.text("--seed", "N", SEED.description() + " (default: drawn, and told)"));
    SampleOptions.declareModel(spec);
    spec.addOption(
            Specs.text("--output", "DIR", "folder for one CSV file a chain, DIR/MODEL_1.csv, …"))
        .addOption(Specs.flag("--overwrite", "replace the files of an earlier run"))
        .addOption(Specs.flag("--quiet", "no notes: the summary alone"));
    Specs.withPlugins(spec);
    modelOptions.declare(spec);
    spec.usageMessage().footer(modelOptions.footer());
    return spec;
  }

  @Override
  public ExitCode run(ParseResult parsed) {
    boolean quiet = SampleOptions.flag(parsed, "quiet");
    if (!quiet) {
      environment.problems().forEach(terminal::warn);
    }
    String name = parsed.matchedPositional(0).getValue();
    ModelProvider provider = (ModelProvider) environment.registry(Kind.MODEL).get(name);
    Map<String, String> given = modelOptions.given(parsed);
    modelOptions.checkUsed(given, Map.of(Kind.MODEL, (Provider) provider));
    long seed = seed(parsed);
    List<Path> places = SampleOptions.paths(parsed, "from");
    Optional<Path> output = SampleOptions.path(parsed, "output");
    checkFolders(places, output);
    FinishedRun run = FinishedRun.read(places, name);
    run.notes().forEach(terminal::warn);
    ModelOrigin origin =
        ModelOrigin.of(provider, ProviderOptions.of(provider, given), parsed, run.about());
    LoadedModel model = LoadedModel.of(provider, origin, environment);
    Draws draws = model.predictive(environment.services()).draw(run.draws(), seed);
    List<Path> files =
        output
            .map(folder ->
                DrawFiles.write(
                    draws,
                    head(name, origin, run, seed),
                    folder,
                    name,
                    SampleOptions.flag(parsed, "overwrite")))
            .orElse(List.of());
    print(draws, seed, files, quiet);
    return ExitCode.OK;
  }

  private static long seed(ParseResult parsed) {
    Map<String, String> given = new LinkedHashMap<>();
    SampleOptions.text(parsed, "seed").ifPresent(text -> given.put("seed", text));
    Options checked = Options.of("planish generate", List.of(SEED), given);
    // Of at most nine digits, since a person may have to type it again.
    return given.isEmpty() ? new SecureRandom().nextInt(1, 1_000_000_000) : checked.integer("seed");
  }

  /** The files of both have the same names: those of the run are never replaced. */
  private static void checkFolders(List<Path> places, Optional<Path> output) {
    if (places.isEmpty()) {
      throw new UserException(
          "option --from is missing: it names the folder of the run to draw from");
    }
    output
        .map(folder -> folder.toAbsolutePath().normalize())
        .ifPresent(folder -> {
          for (Path place : places) {
            Path from = place.toAbsolutePath().normalize();
            if (folder.equals(from) || folder.equals(from.getParent())) {
              throw new UserException(
                  "--output " + folder + " holds the run to draw from: give another folder");
            }
          }
        });
  }

  private static Map<String, String> head(
      String name, ModelOrigin origin, FinishedRun run, long seed) {
    Map<String, String> head = new LinkedHashMap<>();
    head.put("model", name);
    origin.texts().forEach((key, text) -> head.put(FinishedRun.ABOUT + key, text));
    head.put("method", "generate_quantities");
    head.put("fitted_params", run.places());
    head.put("num_samples", Integer.toString(run.draws().draws()));
    head.put("num_chains", Integer.toString(run.draws().chains()));
    head.put("seed", Long.toString(seed));
    return head;
  }

  private void print(Draws draws, long seed, List<Path> files, boolean quiet) {
    if (draws.draws() == 0) {
      terminal.say("The run has no draws to generate from.");
      return;
    }
    if (!quiet) {
      terminal.say(
          "%d draws of each of %s, seed %d"
              .formatted(
                  draws.draws(),
                  draws.chains() == 1 ? "1 chain" : draws.chains() + " chains",
                  seed));
      terminal.say("");
    }
    terminal.out().println(Summary.of(draws).table(Summary.ROWS));
    if (!quiet && !files.isEmpty()) {
      terminal.say(Report.whereabouts(files));
    }
  }
}
