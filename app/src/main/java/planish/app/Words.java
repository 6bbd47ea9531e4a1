package planish.app;

import java.util.stream.Collectors;

/** Breaks lines between words. */
final class Words {
  private Words() {}

  /**
   * {@return the text with no line longer than the width, except where a word is; its own line
   * breaks stay}
   */
  static String wrapped(String text, int width) {
    return text.lines()
        .map(line -> line.length() <= width ? line : broken(line, width))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  /** {@return the same, with each line behind an indentation, which counts to the width} */
  static String wrapped(String text, int width, String indentation) {
    return wrapped(text, Math.max(1, width - indentation.length()))
        .lines()
        .map(line -> indentation + line)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String broken(String line, int width) {
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (String word : line.split(" ")) {
      if (length > 0 && length + 1 + word.length() > width) {
        lines.append(System.lineSeparator());
        length = 0;
      } else if (length > 0) {
        lines.append(' ');
        length++;
      }
      lines.append(word);
      length += word.length();
    }
    return lines.toString();
  }
}
