package planish.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The command as a person gives it, from the shell to the printed summary: eight schools, four
 * chains of 1,000 + 1,000.
 *
 * @param seconds of each time, sorted
 */
record ShellToSummary(double[] seconds) {
  private static final int TIMES = 7;

  /** Measures; once before, since the first command may have to build the image. */
  static ShellToSummary of(Path root) throws IOException {
    double[] seconds = new double[TIMES];
    time(root);
    for (int k = 0; k < TIMES; k++) {
      seconds[k] = time(root);
    }
    Arrays.sort(seconds);
    return new ShellToSummary(seconds);
  }

  private static double time(Path root) throws IOException {
    String command = root.resolve("planish").toString();
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command, "sample", "eight-schools-noncentered")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command + " sample ended with code " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return (System.nanoTime() - start) * 1e-9;
  }

  void print(PrintStream out) {
    out.println();
    out.printf(
        "From the shell to the printed summary, planish sample eight-schools-noncentered:%n"
            + "%s s, the median of %d (%s to %s).%n",
        Tables.number(seconds[TIMES / 2]),
        TIMES,
        Tables.number(seconds[0]),
        Tables.number(seconds[TIMES - 1]));
  }
}
