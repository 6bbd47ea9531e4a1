package planish.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
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

  /** A print stream keeps its errors to itself, so what is wrong is asked for by writing again. */
  private ExitCode unwritable() {
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write('\n');
      terminal.complain("standard output could not be written");
    } catch (IOException e) {
      // Whoever reads may have read enough: "planish list models | head -1" is no error to tell.
      if (!"Broken pipe".equals(e.getMessage())) {
        terminal.complain("standard output could not be written: " + e.getMessage());
      }
    }
    return ExitCode.OUTPUT;
  }

  private void trace(Throwable e, boolean wanted) {
    if (wanted) {
      e.printStackTrace(terminal.err());
    }
  }
}
