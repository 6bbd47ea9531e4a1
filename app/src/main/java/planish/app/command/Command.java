package planish.app.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import planish.app.ExitCode;

/** One of the program's commands. */
public interface Command {
  /** {@return one line about it} */
  String summary();

  /** {@return its options and what its help says; its name among them} */
  CommandSpec spec();

  /**
   * Runs it.
   *
   * @param parsed what the user gave
   * @return how it ended
   * @throws planish.spi.UserException for what the user can put right
   */
  ExitCode run(ParseResult parsed);
}
