package planish.app.command;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import planish.app.ExitCode;
import planish.app.Terminal;
import planish.app.explain.Explanation;
import planish.app.explain.Json;
import planish.app.explain.Page;
import planish.autodiff.rewrite.Rewrites;
import planish.model.ModelProvider;
import planish.model.Posterior;
import planish.spi.OptionSpec;
import planish.spi.Options;
import planish.spi.Provider;
import planish.spi.Services;
import planish.spi.UserException;

/** {@code planish explain}: what makes a model's gradient fast. */
final class ExplainCommand implements Command {
  static final String NAME = "explain";

  private static final OptionSpec SECONDS =
      OptionSpec.real("seconds", 1, 0, 3600, "about how long to measure times; 0 leaves them out");

  private static final String[] EXAMPLES = {
    "%nExamples:",
    "  planish explain logistic-regression --data my.json",
    "  planish explain eight-schools --reparam 'theta=loc-scale(0)' --code",
    "  planish explain hierarchical-regression --without-rewrite re-roll --json",
    "%nThe page is explained in docs/performance.md."
  };

  private final Environment environment;
  private final Terminal terminal;
  private final ProviderOptions modelOptions;

  ExplainCommand(Environment environment) {
    this.environment = environment;
    this.terminal = environment.terminal();
    this.modelOptions = new ProviderOptions(environment, List.of(Kind.MODEL));
  }

  @Override
  public String summary() {
    return "Tells how a model's gradient is made fast, and what it costs.";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Specs.command(NAME, summary()).addPositional(Specs.model());
    SampleOptions.declareModel(spec);
    SampleOptions.declareRewrites(spec);
    spec.addOption(Specs.text("--seconds", "S", SECONDS.description() + " (default: 1)"))
        .addOption(Specs.flag("--all", "every site and everything that rewrites did"))
        .addOption(Specs.flag("--code", "what the generated code does, too"))
        .addOption(Specs.flag("--json", "everything as JSON"));
    Specs.withPlugins(spec);
    modelOptions.declare(spec);
    spec.usageMessage()
        .footer(
            Stream.concat(Arrays.stream(EXAMPLES), Arrays.stream(modelOptions.footer()))
                .toArray(String[]::new));
    return spec;
  }

  @Override
  public ExitCode run(ParseResult parsed) {
    environment.problems().forEach(terminal::warn);
    boolean json = SampleOptions.flag(parsed, "json");
    boolean all = SampleOptions.flag(parsed, "all");
    if (json && all) {
      throw new UserException("options --json and --all exclude each other: JSON has everything");
    }
    String name = parsed.matchedPositional(0).getValue();
    ModelProvider provider = (ModelProvider) environment.registry(Kind.MODEL).get(name);
    Map<String, String> given = modelOptions.given(parsed);
    modelOptions.checkUsed(given, Map.of(Kind.MODEL, (Provider) provider));
    double seconds = seconds(parsed);
    ModelOrigin origin =
        ModelOrigin.of(provider, ProviderOptions.of(provider, given), parsed, Map.of());
    LoadedModel model = LoadedModel.of(provider, origin, environment);
    boolean code = SampleOptions.flag(parsed, "code");
    Explanation explanation = explanation(model, seconds);
    if (json) {
      terminal.out().println(Json.of(explanation, code));
    } else {
      Page.print(terminal, explanation, all, code);
    }
    return ExitCode.OK;
  }

  private static double seconds(ParseResult parsed) {
    Map<String, String> given =
        SampleOptions.text(parsed, SECONDS.name())
            .map(text -> Map.of(SECONDS.name(), text))
            .orElse(Map.of());
    return Options.of("planish explain", List.of(SECONDS), given).real(SECONDS.name());
  }

  /** The rewritten form first, so that it is made as a run makes it. */
  private Explanation explanation(LoadedModel model, double seconds) {
    Services services = environment.services();
    Posterior posterior = model.posterior(services);
    Posterior plain = model.with(Rewrites.none()).posterior(services);
    return Explanation.of(model.trace(services), posterior, plain, model.rewrites(), seconds);
  }
}
