package planish.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import planish.sampling.csv.StanCsvReader;

/** A user's own program, in JVMs of its own: it requires one module, and the kernel comes in. */
final class LibraryProgramTest {
  private static final String MODULE = "module user { requires planish.sampling; }";
  private static final String MAIN =
      """
      package user;

      import java.nio.file.Path;
      import java.util.concurrent.atomic.AtomicInteger;
      import planish.autodiff.LogDensity;
      import planish.autodiff.ParameterLayout;
      import planish.sampling.Run;
      import planish.sampling.RunResult;

      public final class Main implements LogDensity {
        public static void main(String[] args) {
          Run run = Run.of(Main::new, ParameterLayout.single("x", 2));
          Path folder = Path.of(args[1]);
          AtomicInteger asked = new AtomicInteger();
          RunResult result = switch (args[0]) {
            case "whole" -> run.chains(2).warmup(100).draws(50).seed(9).output(folder).run();
            case "stopped" ->
                run.chains(2).warmup(100).draws(50).seed(9).output(folder)
                    .stopWhen(() -> asked.incrementAndGet() > 130).threads(2).run();
            case "slow" -> {
              slow = true;
              yield run.chains(1).warmup(30).draws(2000).seed(9).output(folder).run();
            }
            case "fast" -> run.chains(1).warmup(30).draws(2000).seed(9).output(folder).run();
            default -> run.resume(folder).run();
          };
          System.out.println(args[0] + " " + result.stopped());
        }

        private static boolean slow;

        public int dimension() { return 2; }

        public double value(double[] q) { return valueAndGradient(q, new double[2]); }

        public double valueAndGradient(double[] q, double[] gradient) {
          if (slow) {
            java.util.concurrent.locks.LockSupport.parkNanos(500_000);
          }
          double rest = q[1] - q[0] * q[0];
          gradient[0] = -q[0] + 2 * q[0] * rest;
          gradient[1] = -rest;
          return -0.5 * (q[0] * q[0] + rest * rest);
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void aRunGoesOnInAnotherJvmWithTheSameBits() throws IOException, InterruptedException {
    Path classes =
        CompiledModule.compile(folder, Map.of("module-info.java", MODULE, "user/Main.java", MAIN));
    Path whole = folder.resolve("whole");
    Path parts = folder.resolve("parts");
    assertThat(java(classes, "whole", whole)).isEqualTo("whole false");
    assertThat(java(classes, "stopped", parts)).isEqualTo("stopped true");
    assertThat(java(classes, "resumed", parts)).isEqualTo("resumed false");
    assertThat(RunTest.bits(read(parts))).isDeepEqualTo(RunTest.bits(read(whole)));
    assertThat(read(whole).draws()).isEqualTo(50);
  }

  @Test
  void aRunWhoseJvmIsKilledGoesOnFromItsLastSideFile() throws IOException, InterruptedException {
    Path classes =
        CompiledModule.compile(folder, Map.of("module-info.java", MODULE, "user/Main.java", MAIN));
    Path whole = folder.resolve("whole");
    Path parts = folder.resolve("parts");
    java(classes, "fast", whole);
    Process killed = start(classes, "slow", parts);
    Path side = parts.resolve("density_1.state.json");
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (!hasDraws(side) && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    killed.destroyForcibly().waitFor();
    assertThat(hasDraws(side)).isTrue();
    assertThat(java(classes, "resumed", parts)).isEqualTo("resumed false");
    assertThat(rows(parts)).isEqualTo(rows(whole)).hasSizeGreaterThan(2000);
  }

  private static boolean hasDraws(Path side) throws IOException {
    return Files.exists(side) && !Files.readString(side).contains("\"kept\":[0]");
  }

  private static List<String> rows(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("density_1.csv")).stream()
        .filter(line -> !line.contains(" seconds ("))
        .toList();
  }

  private static planish.diagnostics.Draws read(Path folder) {
    return StanCsvReader.read(
            List.of(folder.resolve("density_1.csv"), folder.resolve("density_2.csv")))
        .draws();
  }

  private static String java(Path classes, String mode, Path output)
      throws IOException, InterruptedException {
    Process process = start(classes, mode, output);
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said.strip();
  }

  private static Process start(Path classes, String mode, Path output) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-p",
                CompiledModule.path() + File.pathSeparator + classes,
                "--add-modules",
                "planish.nuts",
                "-m",
                "user/user.Main",
                mode,
                output.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
