package planish.acceptance;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A copy of posteriordb's reference posteriors, where the environment names one. */
final class ReferencePosteriors {
  private static final String VARIABLE = "PLANISH_POSTERIORDB";

  private ReferencePosteriors() {}

  /** {@return the folder; the test is skipped, with a line that says so, where there is none} */
  static Path folder() {
    String folder = System.getenv(VARIABLE);
    boolean present = folder != null && !folder.isBlank();
    if (!present) {
      System.out.println("Skipped a comparison with posteriordb: " + VARIABLE + " is not set.");
    }
    Assumptions.assumeTrue(present, VARIABLE + " is not set");
    return Path.of(folder);
  }

  /** Tells that a posterior's log densities were compared; {@code ./verify} counts these lines. */
  static void densitiesCompared(String name) {
    System.out.println("Compared with posteriordb, densities: " + name);
  }

  /** Tells that a posterior's draws were compared; {@code ./verify} counts these lines. */
  static void drawsCompared(String name) {
    System.out.println("Compared with posteriordb, draws: " + name);
  }
}
