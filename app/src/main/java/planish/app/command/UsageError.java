package planish.app.command;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import planish.spi.Spelling;

/** What to say when a command line cannot be understood. */
public final class UsageError {
  private UsageError() {}

  /** {@return one or two plain lines} */
  public static String message(ParameterException e) {
    CommandLine command = e.getCommandLine();
    String what =
        e instanceof UnmatchedArgumentException unmatched
            ? unmatched(command, unmatched.getUnmatched())
            : firstLetterSmall(e.getMessage());
    return what
        + System.lineSeparator()
        + "see: "
        + command.getCommandSpec().qualifiedName(" ")
        + " --help";
  }

  private static String unmatched(CommandLine command, List<String> arguments) {
    String first = arguments.getFirst();
    if (first.startsWith("-")) {
      String name = first.split("=", 2)[0];
      var known = command.getCommandSpec().optionsMap().keySet();
      return known.contains(name)
          ? "'" + name + "' stands after '--', where no options are looked for; leave out the '--'"
          : nearest(name, known.stream().filter(option -> option.startsWith("--")), command);
    }
    if (command.getSubcommands().isEmpty()) {
      return "one argument too many: '" + first + "'";
    }
    return Spelling.unknown("command", first, command.getSubcommands().keySet().stream());
  }

  /** Without the list of all: there are dozens of options. */
  private static String nearest(String name, Stream<String> known, CommandLine command) {
    boolean tooEarly =
        command.getSubcommands().values().stream()
            .anyMatch(sub -> sub.getCommandSpec().optionsMap().containsKey(name));
    return "unknown option '"
        + name
        + "'"
        + (tooEarly
            ? " before the command; it stands behind it"
            : Spelling.nearest(name, known)
                .map(other -> "; did you mean '" + other + "'?")
                .orElse(""));
  }

  private static String firstLetterSmall(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
