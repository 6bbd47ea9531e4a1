package planish.app.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import planish.app.ExitCode;
import planish.app.Terminal;

/** What stands before the commands: help, version. */
final class Root {
  private static final String[] EXAMPLES = {
    "%nExamples:",
    "  planish sample eight-schools",
    "  planish sample eight-schools-noncentered --draws 2000 --seed 1 --output out/",
    "  planish sample funnel --kernel nuts --max-tree-depth 10 --target-accept 0.9 --trace",
    "  planish sample eight-schools-noncentered --resume out/",
    "  planish summary out/",
    "  planish generate eight-schools-noncentered --from out/ --output predicted/",
    "  planish explain logistic-regression",
    "  planish tutorial geometry --example 2",
    "  planish list kernels",
    "%nExit codes:",
    "  0    all went well",
    "  1    the model, the data, a value or a plugin is wrong: the message says what to do",
    "  2    the command line could not be understood",
    "  3    output could not be written",
    "  4    a fault of Planish or of a plugin",
    "  5    no JDK 25 or no Maven was found (the scripts ./planish and ./verify)",
    "  6    a claim of tutorial --study is not met; the build failed (./planish and ./verify)",
    "  130  interrupted by Ctrl-C; the draws made until then were written",
    "%nEach command has its own help: planish sample --help"
  };

  private Root() {}

  /**
   * {@return all commands; only the chosen one with its options, as those come from plugins and
   * take time to find}
   */
  static CommandSpec spec(Map<String, Command> commands, String chosen) {
    CommandSpec root =
        Specs.command(
                "planish",
                "Bayesian inference: draws from a model's posterior that can be trusted.")
            .addOption(
                OptionSpec.builder("-V", "--version")
                    .versionHelp(true)
                    .arity("0")
                    .type(boolean.class)
                    .description("the version")
                    .build());
    root.usageMessage().footer(EXAMPLES);
    commands.forEach((name, command) ->
        root.addSubcommand(
            name, name.equals(chosen) ? command.spec() : Specs.command(name, command.summary())));
    return root;
  }

  /** {@return how it ended where help or the version was asked for, or no command was given} */
  static Optional<ExitCode> answer(CommandLine root, ParseResult parsed, Terminal terminal) {
    if (parsed.isVersionHelpRequested()) {
      terminal.out().println("planish " + Version.text());
      return Optional.of(ExitCode.OK);
    }
    List<CommandLine> commands = parsed.asCommandLineList();
    CommandLine last = commands.getLast();
    if (commands.stream().anyMatch(CommandLine::isUsageHelpRequested)) {
      terminal.out().print(last.getUsageMessage(Ansi.OFF));
      return Optional.of(ExitCode.OK);
    }
    if (last == root) {
      terminal.err().print(root.getUsageMessage(Ansi.OFF));
      return Optional.of(ExitCode.USAGE);
    }
    return Optional.empty();
  }
}
