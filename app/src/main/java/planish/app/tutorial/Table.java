package planish.app.tutorial;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells in aligned columns: the first ones to the left, the others to the right. */
final class Table {
  private final int left;
  private final List<List<String>> lines = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param left how many columns are aligned to the left
   */
  Table(int left) {
    this.left = left;
  }

  void add(String... cells) {
    lines.add(List.of(cells));
  }

  void add(List<String> cells) {
    lines.add(List.copyOf(cells));
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int k = 0; k < line.size(); k++) {
        String padding = " ".repeat(width(k) - line.get(k).length());
        row.append(k == 0 ? "" : "  ");
        row.append(k < left ? line.get(k) + padding : padding + line.get(k));
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }
}
