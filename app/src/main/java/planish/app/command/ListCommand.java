package planish.app.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import planish.app.ExitCode;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.Rewrites;
import planish.spi.OptionSpec;
import planish.spi.Provider;
import planish.spi.Registry;
import planish.spi.Services;
import planish.spi.Spelling;
import planish.spi.UserException;

/** {@code planish list}: what can be named on the command line, with the options of each. */
final class ListCommand implements Command {
  static final String NAME = "list";
  private static final String PLUGINS = "plugins";
  private static final String REWRITES = "rewrites";

  private final Environment environment;

  ListCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String summary() {
    return "Lists what can be named: models, kernels, plugins, …";
  }

  @Override
  public CommandSpec spec() {
    return Specs.withPlugins(
        Specs.command(NAME, summary())
            .addPositional(Specs.word("WHAT", "one of " + String.join(", ", subjects()))));
  }

  static List<String> subjects() {
    return Stream.concat(
            Arrays.stream(Kind.values()).map(Kind::plural), Stream.of(REWRITES, PLUGINS))
        .toList();
  }

  @Override
  public ExitCode run(ParseResult parsed) {
    String subject = parsed.matchedPositional(0).getValue();
    if (subject.equals(PLUGINS)) {
      printPlugins();
    } else if (subject.equals(REWRITES)) {
      printRewrites();
    } else {
      Kind kind =
          Kind.ofPlural(subject)
              .orElseThrow(() ->
                  new UserException(
                      Spelling.unknown("thing to list", subject, subjects().stream())));
      print(environment.registry(kind));
    }
    environment.problems().forEach(environment.terminal()::warn);
    return ExitCode.OK;
  }

  private void print(Registry<?> registry) {
    PrintStream out = environment.terminal().out();
    int width = registry.names().stream().mapToInt(String::length).max().orElse(0);
    for (Registry.Entry<?> entry : registry.entries()) {
      Provider provider = entry.provider();
      String source = entry.source().startsWith("plugin ") ? "  [" + entry.source() + "]" : "";
      out.println(pad(provider.name(), width) + "  " + provider.summary() + source);
      for (OptionSpec option : provider.options()) {
        out.println(" ".repeat(width + 4) + OptionText.line(option));
      }
    }
  }

  /** In the order in which they are applied. */
  private void printRewrites() {
    List<Rewrite> all = Rewrites.all().rewrites();
    int width = all.stream().mapToInt(rewrite -> rewrite.name().length()).max().orElse(0);
    for (Rewrite rewrite : all) {
      environment.terminal().out().println(pad(rewrite.name(), width) + "  " + rewrite.summary());
    }
  }

  private void printPlugins() {
    PrintStream out = environment.terminal().out();
    List<Services.Plugin> plugins = environment.plugins().plugins();
    if (plugins.isEmpty()) {
      out.println(
          environment
              .pluginFolder()
              .map(folder -> "no plugins in " + folder)
              .orElse("no plugin folder: see --plugins"));
    }
    for (Services.Plugin plugin : plugins) {
      out.println(plugin.source() + "  " + modules(plugin));
      provided(plugin).forEach(line -> out.println("    " + line));
    }
    // Every kind is asked for, so that what is wrong with any provider is told.
    Arrays.stream(Kind.values()).forEach(environment::registry);
  }

  private static String modules(Services.Plugin plugin) {
    return plugin.layer().modules().stream()
        .map(Module::getName)
        .sorted()
        .reduce((a, b) -> a + ", " + b)
        .map(names -> "(module " + names + ")")
        .orElse("");
  }

  private List<String> provided(Services.Plugin plugin) {
    List<String> lines = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (Registry.Entry<?> entry : environment.registry(kind).entries()) {
        if (entry.provider().getClass().getModule().getLayer() == plugin.layer()) {
          lines.add(kind.label() + " " + entry.provider().name());
        }
      }
    }
    return lines;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
