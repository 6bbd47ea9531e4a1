package planish.autodiff.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationTest {
  @Test
  void plainLoopsAllocateNothingFromTheSecondRun() throws Exception {
    assertThat(interpreted()).isEqualTo("0");
  }

  private static String interpreted() throws IOException, InterruptedException {
    String separator = System.getProperty("path.separator");
    // On a module path or on a class path, by what runs the tests.
    String path =
        String.join(
            separator,
            testClasses(),
            System.getProperty("jdk.module.path", ""),
            System.getProperty("java.class.path"));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xint",
            "-cp",
            path,
            AllocationProgram.class.getName());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }

  /** Where the tests stand: they are patched into the module, whose own place is another. */
  private static String testClasses() {
    String name = "/" + AllocationProgram.class.getName().replace('.', '/') + ".class";
    String uri = AllocationProgram.class.getResource(name).toString();
    return Path.of(URI.create(uri.substring(0, uri.length() - name.length()))).toString();
  }
}
