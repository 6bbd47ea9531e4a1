package planish.app.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planish.autodiff.graph.Place;
import planish.autodiff.rewrite.RewriteLog;

/**
 * One kind of thing that a rewrite did, wherever and however often it did it.
 *
 * @param what a sentence without its full stop
 * @param places where, in order, with how often
 */
record Done(String what, Map<Place, Integer> places) {
  private static final int PLACES = 3;

  /** {@return what a rewrite did, in order; equal things are merged} */
  static List<Done> of(String rewrite, List<RewriteLog.Entry> entries) {
    Map<String, Map<Place, Integer>> done = new LinkedHashMap<>();
    for (RewriteLog.Entry entry : entries) {
      if (entry.rewrite().equals(rewrite)) {
        done.computeIfAbsent(entry.what(), _ -> new LinkedHashMap<>())
            .merge(entry.place(), 1, Integer::sum);
      }
    }
    List<Done> all = new ArrayList<>();
    done.forEach((what, places) -> all.add(new Done(what, places)));
    return all;
  }

  /**
   * {@return one sentence: where, what, how often}
   *
   * @param everywhere whether to name every place, not the first few
   */
  String sentence(boolean everywhere) {
    List<String> names = places.keySet().stream().map(Done::name).distinct().toList();
    int shown = everywhere ? names.size() : Math.min(PLACES, names.size());
    String where = String.join(", ", names.subList(0, shown));
    String more = shown < names.size() ? " and " + (names.size() - shown) + " more places" : "";
    int times = places.values().stream().mapToInt(Integer::intValue).sum();
    return (where.isEmpty() ? "" : where + more + ": ")
        + what
        + (times > names.size() ? " (" + Units.count(times) + " times)" : "");
  }

  private static String name(Place place) {
    return place.site().isEmpty() || place.line().isEmpty()
        ? place.site() + place.line()
        : place.site() + " (" + place.line() + ")";
  }
}
