package planish.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import planish.sampling.RunFailure;
import planish.spi.OutputException;
import planish.spi.UserException;

/** What to say of errors that are not the user's. */
final class Faults {
  private Faults() {}

  /** {@return the code of an error that has a message for the user} */
  static ExitCode code(UserException e) {
    if (causes(e).anyMatch(OutputException.class::isInstance)) {
      return ExitCode.OUTPUT;
    }
    // A run that failed tells of it in a message for the user, whoever's fault it was.
    boolean usersOwn =
        !(e instanceof RunFailure)
            || causes(e.getCause()).anyMatch(UserException.class::isInstance);
    return usersOwn ? ExitCode.INPUT : ExitCode.FAULT;
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause);
  }

  /** {@return one line that says whose fault it is, and where the details are} */
  static String message(Throwable e) {
    String what = e.toString().lines().findFirst().orElse("").strip();
    return culprit(e).map(module -> "a fault in module " + module).orElse("a fault in Planish")
        + ", not in your input: "
        + what
        + log(e).map(file -> "; the details are in " + file).orElse("; --debug shows more");
  }

  /** {@return the module of a plugin, if one stands in the stack before any module of ours} */
  private static Optional<String> culprit(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return Arrays.stream(root.getStackTrace())
        .map(StackTraceElement::getModuleName)
        .filter(module -> module != null && !module.matches("(java|jdk)\\..*"))
        .findFirst()
        .filter(module -> !module.startsWith("planish."));
  }

  private static Optional<Path> log(Throwable e) {
    try {
      Path file = Files.createTempFile("planish-fault-", ".log");
      try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
        writer.println("Java " + Runtime.version() + ", " + System.getProperty("os.name"));
        e.printStackTrace(writer);
      }
      return Optional.of(file);
    } catch (IOException unwritable) {
      return Optional.empty();
    }
  }
}
