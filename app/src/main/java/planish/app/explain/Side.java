package planish.app.explain;

import java.util.EnumMap;
import java.util.Map;
import planish.model.Compilation;
import planish.model.Workload;

/**
 * A log density with its gradient in one form: as the model states it, or rewritten.
 *
 * @param workload what one evaluation has to do
 * @param forms the ways to run it
 * @param times microseconds for one evaluation; empty where they were not measured
 */
record Side(Workload workload, Map<Way, Compilation.Form> forms, Map<Way, Double> times) {
  /** {@return without times; code is made for each way} */
  static Side of(Compilation compilation) {
    Map<Way, Compilation.Form> forms = new EnumMap<>(Way.class);
    for (Way way : Way.present()) {
      forms.put(way, compilation.in(way.mode()));
    }
    return new Side(compilation.workload(), forms, Map.of());
  }

  Side withTimes(Map<Way, Double> measured) {
    return new Side(workload, forms, measured);
  }

  /** {@return microseconds of compiled code: of the ways to run it the faster one is taken} */
  double compiledTime() {
    return times.entrySet().stream()
        .filter(entry -> entry.getKey() != Way.INTERPRETED)
        .mapToDouble(Map.Entry::getValue)
        .min()
        .orElseThrow();
  }
}
