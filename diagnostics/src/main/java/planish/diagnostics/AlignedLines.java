package planish.diagnostics;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells in aligned columns, the first to the left, with remarks between them. */
final class AlignedLines {
  private final int[] widths;

  /** A line of cells, or a remark where there is one cell only. */
  private final List<List<String>> lines = new ArrayList<>();

  AlignedLines(List<String> head) {
    widths = new int[head.size()];
    add(head);
  }

  void add(List<String> cells) {
    lines.add(cells);
    for (int k = 0; k < widths.length; k++) {
      widths[k] = Math.max(widths[k], cells.get(k).length());
    }
  }

  void remark(String text) {
    lines.add(List.of(text));
  }

  String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> append(text, line));
    return text.toString();
  }

  private void append(StringBuilder text, List<String> line) {
    if (line.size() == 1) {
      text.append("  ").append(line.getFirst()).append('\n');
      return;
    }
    for (int k = 0; k < line.size(); k++) {
      String cell = line.get(k);
      String padding = " ".repeat(widths[k] - cell.length());
      text.append(k == 0 ? cell + padding : "  " + padding + cell);
    }
    text.append('\n');
  }
}
