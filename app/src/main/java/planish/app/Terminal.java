package planish.app;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;

/**
 * Where the program prints: results on standard output, all else on standard error.
 *
 * @param out results
 * @param err progress and messages
 * @param live whether {@code err} is a terminal, where lines can be drawn anew
 * @param columns its width
 */
public record Terminal(PrintStream out, PrintStream err, boolean live, int columns) {
  private static final int USUAL_COLUMNS = 80;

  /**
   * {@return the terminal that the start script told of}
   *
   * <p>The Java runtime warns on standard error at each start that the Vector API is incubating,
   * and no option of its keeps it quiet. So the script sends the runtime's standard error away and
   * tells in {@code planish.stderr} where the user's is; {@code planish.terminal} is its size as
   * {@code stty} has it (rows and columns), absent where it is no terminal.
   */
  static Terminal open() {
    PrintStream err = standardError(System.getProperty("planish.stderr"));
    System.setErr(err);
    String size = System.getProperty("planish.terminal");
    return new Terminal(System.out, err, size != null, columns(size));
  }

  private static PrintStream standardError(String path) {
    if (path != null) {
      try {
        // Appending: a file that the user redirected to must not be emptied by opening it again.
        return new PrintStream(new FileOutputStream(path, true), true, System.err.charset());
      } catch (IOException e) {
        // Some systems cannot open a socket by name. The runtime's own is better than none.
        return System.err;
      }
    }
    return System.err;
  }

  private static int columns(String size) {
    String[] parts = size == null ? new String[0] : size.strip().split(" ");
    try {
      int columns = Integer.parseInt(parts[parts.length - 1]);
      return columns > 0 ? columns : USUAL_COLUMNS;
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return USUAL_COLUMNS;
    }
  }

  /**
   * Prints one line about something that was left out and did not keep the program from going on.
   */
  public void warn(String message) {
    err.println("planish: warning: " + message);
  }

  /** Prints one line about the user's input, or about what keeps the program from going on. */
  public void complain(String message) {
    err.println("planish: " + message);
  }
}
