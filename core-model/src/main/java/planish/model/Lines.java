package planish.model;

import java.util.Set;
import java.util.stream.Stream;

/** Finds the line of the user's model among the frames of the stack. */
final class Lines {
  /** Packages of the modelling language itself; a frame of any other is the user's. */
  private static final Set<String> OWN =
      Set.of(
          "planish.model",
          "planish.reparam",
          "planish.distributions",
          "planish.distributions.family",
          "planish.transforms",
          "planish.autodiff",
          "planish.autodiff.graph",
          "planish.autodiff.program",
          "planish.autodiff.shard",
          "planish.autodiff.vector");

  private Lines() {}

  /** {@return file and line of the statement that is being made; empty if there is none} */
  static String here() {
    return StackWalker.getInstance()
        .walk(frames -> first(frames.map(StackWalker.StackFrame::toStackTraceElement)));
  }

  /**
   * {@return file and line where an exception left the user's code; empty if it never was there}
   */
  static String of(Throwable thrown) {
    return first(Stream.of(thrown.getStackTrace()));
  }

  private static String first(Stream<StackTraceElement> frames) {
    return frames
        .filter(frame -> isUsers(frame.getClassName()))
        .findFirst()
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .orElse("");
  }

  private static boolean isUsers(String className) {
    String packageName = className.substring(0, Math.max(0, className.lastIndexOf('.')));
    return !OWN.contains(packageName)
        && !packageName.startsWith("java.")
        && !packageName.startsWith("jdk.");
  }
}
