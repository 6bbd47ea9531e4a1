package planish.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts a program and waits for its end. */
record Shell(Path folder, Map<String, String> environment) {
  private static final long LIMIT_SECONDS = 120;

  /** What a program left behind. */
  record Outcome(int exit, String out, String err) {
    /** {@return all that it said, for messages of assertions} */
    String all() {
      return "exit " + exit + "\n--- out\n" + out + "--- err\n" + err;
    }
  }

  static Shell in(Path folder) {
    return new Shell(folder, Map.of());
  }

  /** {@return this shell with a variable set; an empty value removes it} */
  Shell with(String name, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(name, value);
    return new Shell(folder, changed);
  }

  Outcome run(List<String> command) {
    try {
      Path out = Files.createTempFile("planish-out", ".txt");
      Path err = Files.createTempFile("planish-err", ".txt");
      Process process =
          builder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end; it said: " + Files.readString(err));
      }
      Outcome outcome =
          new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return outcome;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** {@return a process not yet started, in this folder with these variables} */
  ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    // Whatever the machine's own settings are, they are no part of these tests.
    List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "PLANISH_JDK_FOLDERS")
        .forEach(builder.environment()::remove);
    builder.environment().put("PLANISH_PLUGINS", "");
    environment.forEach((name, value) -> {
      if (value.isEmpty()) {
        builder.environment().remove(name);
      } else {
        builder.environment().put(name, value);
      }
    });
    return builder;
  }
}
