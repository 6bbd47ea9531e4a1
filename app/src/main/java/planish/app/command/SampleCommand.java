package planish.app.command;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import planish.app.ExitCode;
import planish.app.progress.Progress;
import planish.model.ModelProvider;
import planish.model.Posterior;
import planish.sampling.Part;
import planish.sampling.Run;
import planish.sampling.RunFailure;
import planish.sampling.RunResult;
import planish.spi.Provider;

/** {@code planish sample}: draws from a model's posterior. */
final class SampleCommand implements Command {
  static final String NAME = "sample";

  private final Environment environment;
  private final ProviderOptions providerOptions;

  SampleCommand(Environment environment) {
    this.environment = environment;
    this.providerOptions = new ProviderOptions(environment, ProviderOptions.CONFIGURABLE);
  }

  @Override
  public String summary() {
    return "Samples a model and prints the summary of its draws.";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Specs.command(NAME, summary()).addPositional(Specs.model());
    SampleOptions.declare(spec);
    providerOptions.declare(spec);
    spec.usageMessage().footer(providerOptions.footer());
    return spec;
  }

  @Override
  public ExitCode run(ParseResult parsed) {
    boolean quiet = SampleOptions.flag(parsed, "quiet");
    Report report = new Report(environment.terminal(), TableStyle.of(parsed));
    if (!quiet) {
      environment.problems().forEach(environment.terminal()::warn);
    }
    Map<Kind, Provider> chosen = chosen(parsed);
    Map<String, String> given = providerOptions.given(parsed);
    providerOptions.checkUsed(given, chosen);
    ModelProvider provider = (ModelProvider) chosen.get(Kind.MODEL);
    SampleOptions.checkFolders(parsed);
    Map<String, String> earlier =
        SampleOptions.path(parsed, "resume")
            .map(folder -> Run.about(folder, provider.name()))
            .orElse(Map.of());
    ModelOrigin origin =
        ModelOrigin.of(provider, ProviderOptions.of(provider, given), parsed, earlier);
    if (SampleOptions.path(parsed, "resume").isPresent()) {
      origin.checkRewritesOf(earlier);
    }
    LoadedModel model = LoadedModel.of(provider, origin, environment);
    if (SampleOptions.flag(parsed, "trace")) {
      environment.terminal().out().println(model.trace(environment.services()).table());
    }
    return run(
        new RunSetup(parsed, chosen, given)
            .apply(run(model.posterior(environment.services()), quiet).about(origin.texts())),
        report,
        quiet);
  }

  private Run run(Posterior posterior, boolean quiet) {
    environment.interruption().watch();
    Run run =
        Run.of(posterior)
            .services(environment.services())
            .stopWhen(environment.interruption()::requested);
    return quiet ? run : run.listener(Progress.on(environment.terminal()));
  }

  private ExitCode run(Run run, Report report, boolean quiet) {
    try {
      RunResult result = run.run();
      report.print(result, quiet);
      return result.stopped() ? ExitCode.INTERRUPTED : ExitCode.OK;
    } catch (RunFailure e) {
      Optional.ofNullable(e.partial()).ifPresent(partial -> report.printPartial(partial, quiet));
      throw e;
    }
  }

  private Map<Kind, Provider> chosen(ParseResult parsed) {
    Map<Kind, Provider> chosen = new EnumMap<>(Kind.class);
    chosen.put(Kind.MODEL, provider(Kind.MODEL, parsed.matchedPositional(0).getValue()));
    for (Kind kind : List.of(Kind.SAMPLER, Kind.KERNEL, Kind.MASS_MATRIX)) {
      String name = SampleOptions.text(parsed, kind.option()).orElse(kind.usual());
      chosen.put(kind, provider(kind, Part.named(name).provider()));
    }
    return chosen;
  }

  private Provider provider(Kind kind, String name) {
    return environment.registry(kind).get(name);
  }
}
