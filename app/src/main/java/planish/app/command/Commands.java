package planish.app.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import planish.app.ExitCode;
import planish.app.Interruption;
import planish.app.Terminal;

/** The program's commands: finds the one that is meant, and runs it. */
public final class Commands {
  private static final Map<String, Function<Environment, Command>> ALL = new LinkedHashMap<>();

  static {
    ALL.put(SampleCommand.NAME, SampleCommand::new);
    ALL.put(TutorialCommand.NAME, TutorialCommand::new);
    ALL.put(SummaryCommand.NAME, SummaryCommand::new);
    ALL.put(GenerateCommand.NAME, GenerateCommand::new);
    ALL.put(ExplainCommand.NAME, ExplainCommand::new);
    ALL.put(ListCommand.NAME, ListCommand::new);
  }

  private Commands() {}

  /**
   * Runs a command line.
   *
   * @throws CommandLine.ParameterException if it cannot be understood
   * @throws planish.spi.UserException for what the user can put right
   */
  public static ExitCode run(Terminal terminal, Interruption interruption, String[] arguments) {
    Environment environment =
        new Environment(terminal, interruption, Environment.pluginFolder(pluginsGiven(arguments)));
    Map<String, Command> commands = new LinkedHashMap<>();
    ALL.forEach((name, make) -> commands.put(name, make.apply(environment)));
    String chosen = chosen(arguments);
    CommandLine root = new CommandLine(Root.spec(commands, chosen)).setExpandAtFiles(false);
    ParseResult parsed = root.parseArgs(arguments);
    return Root.answer(root, parsed, terminal)
        .orElseGet(() -> commands.get(chosen).run(parsed.subcommand()));
  }

  /**
   * The first word that is a command's name: options may stand before it, if in the wrong place.
   */
  private static String chosen(String[] arguments) {
    return Arrays.stream(arguments).filter(ALL::containsKey).findFirst().orElse("");
  }

  /** Plugins may bring options, so they must be there before the command line can be understood. */
  private static Optional<String> pluginsGiven(String[] arguments) {
    String option = "--plugins";
    List<String> all = Arrays.asList(arguments);
    int index = all.indexOf(option);
    if (index >= 0 && index + 1 < all.size()) {
      return Optional.of(all.get(index + 1));
    }
    return all.stream()
        .filter(argument -> argument.startsWith(option + "="))
        .map(argument -> argument.substring(option.length() + 1))
        .findFirst();
  }
}
