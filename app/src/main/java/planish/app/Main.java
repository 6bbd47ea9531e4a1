package planish.app;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] arguments) {
    quietLog();
    Terminal terminal = Terminal.open();
    Interruption interruption = new Interruption();
    ExitCode code = new Program(terminal, interruption).run(arguments);
    terminal.out().flush();
    terminal.err().flush();
    interruption.exit(code);
  }

  /** What the libraries log is for the user only from warnings up. */
  private static void quietLog() {
    setDefault("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    setDefault("org.slf4j.simpleLogger.showThreadName", "false");
    setDefault("org.slf4j.simpleLogger.showLogName", "false");
    setDefault("org.slf4j.simpleLogger.levelInBrackets", "true");
  }

  private static void setDefault(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
