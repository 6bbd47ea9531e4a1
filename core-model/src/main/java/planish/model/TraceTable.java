package planish.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import planish.distributions.Distribution;
import planish.transforms.Transform;

/** Sites as a table. */
final class TraceTable {
  private static final List<String> HEADER =
      List.of("site", "role", "distribution", "shape", "support", "transform", "plates", "line");

  private final List<List<String>> rows = new ArrayList<>();

  TraceTable(List<Site> sites) {
    rows.add(HEADER);
    sites.forEach(site -> rows.add(row(site)));
  }

  private static List<String> row(Site site) {
    boolean rewritten = !site.origin().equals(site.name());
    return List.of(
        site.name() + (rewritten ? " (for " + site.origin() + ")" : ""),
        site.role().name().toLowerCase(Locale.ROOT),
        site.distribution().map(Distribution::name).orElse("-"),
        site.shape().toString(),
        site.distribution().map(d -> d.support().description()).orElse("-"),
        site.transform().map(Transform::name).orElse("-"),
        site.plates().isEmpty()
            ? "-"
            : site.plates().stream().map(Plate::name).collect(Collectors.joining(", ")),
        site.place().line());
  }

  @Override
  public String toString() {
    int[] widths = new int[HEADER.size()];
    for (List<String> row : rows) {
      for (int k = 0; k < widths.length; k++) {
        widths[k] = Math.max(widths[k], row.get(k).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int k = 0; k < widths.length; k++) {
      line.append(row.get(k)).repeat(' ', widths[k] - row.get(k).length() + 2);
    }
    return line.toString().stripTrailing();
  }
}
