package planish.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import planish.distributions.Distribution;
import planish.model.Site;

/**
 * Sites that one statement of the user's program made one after the other, as in a loop.
 *
 * @param names of them
 * @param description what they have in common
 */
record SiteRow(List<String> names, List<String> description) {
  /** {@return sites in order; neighbours that differ in their name alone stand together} */
  static List<SiteRow> of(List<Site> sites) {
    List<SiteRow> rows = new ArrayList<>();
    for (Site site : sites) {
      List<String> description = description(site);
      if (rows.isEmpty() || !rows.getLast().description().equals(description)) {
        rows.add(new SiteRow(new ArrayList<>(), description));
      }
      rows.getLast().names().add(site.name());
    }
    return rows;
  }

  private static List<String> description(Site site) {
    return List.of(
        site.role().name().toLowerCase(Locale.ROOT),
        site.distribution().map(Distribution::name).orElse("-"),
        site.shape().toString(),
        site.place().line());
  }

  List<String> cells() {
    List<String> cells = new ArrayList<>();
    cells.add(names.size() == 1 ? names.getFirst() : names.getFirst() + " … " + names.getLast());
    cells.addAll(description);
    return cells;
  }
}
