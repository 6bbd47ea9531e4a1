package planish.app;

import java.util.Arrays;
import picocli.CommandLine.ParameterException;
import planish.app.command.Commands;
import planish.app.command.UsageError;
import planish.spi.UserException;

/** Runs one command line; whatever goes wrong becomes a line for the user and an exit code. */
final class Program {
  private final Terminal terminal;
  private final Interruption interruption;

  Program(Terminal terminal, Interruption interruption) {
    this.terminal = terminal;
    this.interruption = interruption;
  }

  ExitCode run(String[] arguments) {
    boolean debug = Arrays.asList(arguments).contains("--debug");
    try {
      ExitCode code = Commands.run(terminal, interruption, arguments);
      return terminal.out().checkError() ? unwritable() : code;
    } catch (ParameterException e) {
      terminal.complain(UsageError.message(e));
      return ExitCode.USAGE;
    } catch (UserException e) {
      terminal.complain(e.getMessage());
      trace(e, debug);
      return Faults.code(e);
    } catch (OutOfMemoryError e) {
      terminal.complain("the memory is used up: ask for fewer draws, or thin them (--thin)");
      trace(e, debug);
      return ExitCode.INPUT;
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      terminal.complain(Faults.message(e));
      trace(e, debug);
      return ExitCode.FAULT;
    }
  }

  private ExitCode unwritable() {
    terminal.complain("standard output could not be written");
    return ExitCode.OUTPUT;
  }

  private void trace(Throwable e, boolean wanted) {
    if (wanted) {
      e.printStackTrace(terminal.err());
    }
  }
}
