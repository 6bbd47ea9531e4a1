package planish.app.tutorial;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What is printed of an example.
 *
 * @param example the example
 * @param chains of each setting, in order: one for each seed
 */
record ExampleReport(Example example, List<List<Chain>> chains) {
  String text() {
    Table table = new Table();
    table.add(
        "",
        "",
        "published",
        "NumPyro 0.22",
        "ours",
        "least ESS",
        "divergent",
        "saturated",
        "sd",
        "true sd");
    for (int k = 0; k < chains.size(); k++) {
      add(table, example.settings().get(k), chains.get(k));
    }
    return "Example %d: %s\n\n%s\n%s"
        .formatted(example.number(), example.title(), table.text(), verdicts());
  }

  private static void add(Table table, Setting setting, List<Chain> chains) {
    boolean first = true;
    for (Variable variable : setting.variables()) {
      String name = variable.name();
      table.add(
          first ? setting.label() : "",
          name,
          variable.published(),
          variable.numpyro(),
          median(chains, chain -> chain.rHat(name), "%.4f"),
          median(chains, chain -> chain.leastEss(name), "%.0f"),
          first ? median(chains, Chain::divergences, "%.0f") : "",
          first ? median(chains, Chain::saturated, "%.0f") : "",
          sds(variable, chains),
          texts(variable.sds()));
      first = false;
    }
  }

  /** Of more than one seed: the median, the least and the greatest. */
  private static String median(List<Chain> chains, ToDoubleFunction<Chain> of, String format) {
    double[] sorted = chains.stream().mapToDouble(of).sorted().toArray();
    int half = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    String all = text(format, median);
    return sorted.length == 1
        ? all
        : all
            + " ("
            + text(format, sorted[0])
            + " to "
            + text(format, sorted[sorted.length - 1])
            + ")";
  }

  /** Of all seeds' draws together: each component's, or the least and greatest of many. */
  private static String sds(Variable variable, List<Chain> chains) {
    if (variable.sds().length == 0) {
      return "";
    }
    List<double[][]> components =
        chains.stream().map(chain -> chain.components(variable.name())).toList();
    double[] sds = new double[components.getFirst().length];
    for (int i = 0; i < sds.length; i++) {
      int component = i;
      sds[i] =
          sd(components.stream().flatMapToDouble(all -> Arrays.stream(all[component])).toArray());
    }
    if (variable.sds().length == sds.length) {
      return texts(sds);
    }
    return text("%.3f", Arrays.stream(sds).min().orElseThrow())
        + " to "
        + text("%.3f", Arrays.stream(sds).max().orElseThrow());
  }

  private static double sd(double[] x) {
    double mean = Arrays.stream(x).sum() / x.length;
    return Math.sqrt(Arrays.stream(x).map(a -> (a - mean) * (a - mean)).sum() / (x.length - 1));
  }

  private static String texts(double[] values) {
    return Arrays.stream(values).mapToObj(x -> text("%.3f", x)).collect(Collectors.joining(", "));
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private String verdicts() {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < chains.size(); k++) {
      text.append(example.settings().get(k).label(), 0, 2).append("  ");
      text.append(verdict(chains.get(k))).append('\n');
    }
    return text.toString();
  }

  private static String verdict(List<Chain> chains) {
    if (chains.size() == 1) {
      return chains.getFirst().verdict().text();
    }
    long bad = chains.stream().filter(chain -> !chain.verdict().reasons().isEmpty()).count();
    TreeSet<String> reasons =
        chains.stream()
            .flatMap(chain -> chain.verdict().reasons().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return "Verdict on each chain alone: something against %d of %d%s."
        .formatted(
            bad, chains.size(), reasons.isEmpty() ? "" : " (" + String.join(", ", reasons) + ")");
  }
}
