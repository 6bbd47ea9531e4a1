package planish.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/**
 * Where the program prints: results on standard output, all else on standard error.
 *
 * @param out results
 * @param err progress and messages
 * @param live whether {@code err} is a terminal, where lines can be drawn anew
 * @param columns its width
 * @param page the width of the terminal that {@code out} is; {@link #ENDLESS} where it is none
 */
public record Terminal(PrintStream out, PrintStream err, boolean live, int columns, int page) {
  /** The width of what is no terminal: a file or another program, which wants whole lines. */
  public static final int ENDLESS = Integer.MAX_VALUE;

  private static final int USUAL_COLUMNS = 80;

  /**
   * {@return the terminal that the start script told of}
   *
   * <p>The Java runtime warns on standard error at each start that the Vector API is incubating,
   * and no option of its keeps it quiet. So the script sends the runtime's standard error away and
   * tells in {@code planish.stderr} where the user's is; {@code planish.terminal} is its size as
   * {@code stty} has it (rows and columns), absent where it is no terminal, and {@code
   * planish.page} that of standard output.
   */
  static Terminal open() {
    PrintStream err = standardError(System.getProperty("planish.stderr"));
    System.setErr(err);
    String size = System.getProperty("planish.terminal");
    String page = System.getProperty("planish.page");
    return new Terminal(
        System.out, err, size != null, columns(size), page == null ? ENDLESS : columns(page));
  }

  private static PrintStream standardError(String number) {
    if (!"0".equals(number)) {
      return System.err;
    }
    // The number itself, not its name in /dev/fd: opened anew, a file would have a second place to
    // write at, and a terminal of another user (after su) or a socket could not be opened at all.
    return new PrintStream(new FileOutputStream(FileDescriptor.in), true, System.err.charset());
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

  /** Prints a sentence on standard output; a terminal breaks no word of it. */
  public void say(String sentence) {
    out.println(Words.wrapped(sentence, page));
  }

  /** Prints the same with each line behind an indentation. */
  public void say(String sentence, String indentation) {
    out.println(Words.wrapped(sentence, page, indentation));
  }

  /**
   * Prints one line about something that was left out and did not keep the program from going on.
   */
  public void warn(String message) {
    tell("planish: warning: " + message);
  }

  /** Prints one line about the user's input, or about what keeps the program from going on. */
  public void complain(String message) {
    tell("planish: " + message);
  }

  private void tell(String line) {
    err.println(Words.wrapped(line, live ? columns : ENDLESS));
  }
}
