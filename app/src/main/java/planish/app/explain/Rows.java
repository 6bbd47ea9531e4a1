package planish.app.explain;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells in aligned columns: the first ones to the left, the others to the right. */
final class Rows {
  private final int left;
  private final List<List<String>> lines = new ArrayList<>();

  Rows(int left) {
    this.left = left;
  }

  void add(List<String> cells) {
    lines.add(cells);
  }

  /** {@return all lines, each behind an indentation} */
  String text(String indentation) {
    StringBuilder text = new StringBuilder();
    int[] widths = widths();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder(indentation);
      for (int k = 0; k < line.size(); k++) {
        String padding = " ".repeat(widths[k] - line.get(k).length());
        row.append(k == 0 ? "" : "  ");
        row.append(k < left ? line.get(k) + padding : padding + line.get(k));
      }
      text.append(row.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }

  private int[] widths() {
    int[] widths = new int[lines.stream().mapToInt(List::size).max().orElse(0)];
    for (List<String> line : lines) {
      for (int k = 0; k < line.size(); k++) {
        widths[k] = Math.max(widths[k], line.get(k).length());
      }
    }
    return widths;
  }
}
