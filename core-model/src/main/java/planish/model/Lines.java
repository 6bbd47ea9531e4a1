package planish.model;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  /** What was found of classes before: a loop makes its statements often. */
  private static final ClassValue<Known> KNOWN =
      new ClassValue<>() {
        @Override
        protected Known computeValue(Class<?> type) {
          return new Known(isUsers(type.getName()), new ConcurrentHashMap<>());
        }
      };

  private Lines() {}

  /**
   * What is known of a class.
   *
   * @param lines in words, by their numbers
   */
  private record Known(boolean isUsers, Map<Integer, String> lines) {}

  /** {@return file and line of the statement that is being made; empty if there is none} */
  static String here() {
    return WALKER.walk(Lines::first);
  }

  private static String first(Stream<StackWalker.StackFrame> frames) {
    Iterator<StackWalker.StackFrame> all = frames.iterator();
    while (all.hasNext()) {
      StackWalker.StackFrame frame = all.next();
      Known known = KNOWN.get(frame.getDeclaringClass());
      if (known.isUsers) {
        StackTraceElement element = frame.toStackTraceElement();
        return known.lines.computeIfAbsent(element.getLineNumber(), _ -> inWords(element));
      }
    }
    return "";
  }

  /**
   * {@return file and line where an exception left the user's code; empty if it never was there}
   */
  static String of(Throwable thrown) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (isUsers(frame.getClassName())) {
        return inWords(frame);
      }
    }
    return "";
  }

  private static String inWords(StackTraceElement frame) {
    return frame.getFileName() + ":" + frame.getLineNumber();
  }

  private static boolean isUsers(String className) {
    String packageName = className.substring(0, Math.max(0, className.lastIndexOf('.')));
    return !OWN.contains(packageName)
        && !packageName.startsWith("java.")
        && !packageName.startsWith("jdk.");
  }
}
