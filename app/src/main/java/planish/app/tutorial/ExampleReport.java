package planish.app.tutorial;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is printed of an example, at most 80 columns wide for one seed.
 *
 * @param example the example
 * @param chains of each setting, in order: one for each seed
 */
record ExampleReport(Example example, List<List<Chain>> chains) {
  String text() {
    return "Example %d: %s\n\n%s\n%s%s"
        .formatted(example.number(), example.title(), samples(), sds(), verdicts());
  }

  private boolean several() {
    return chains.getFirst().size() > 1;
  }

  private String samples() {
    Table table = new Table(2);
    table.add(row("", "", "", "NumPyro", "", "", "", "ESS/", "di-", "at"));
    table.add(
        row("", "", "published", "0.22", "ours", "of seeds", "ESS", "draw", "verged", "limit"));
    for (int k = 0; k < chains.size(); k++) {
      add(table, example.settings().get(k), chains.get(k));
    }
    return table.text();
  }

  /** Where there is one seed there is no range of seeds. */
  private List<String> row(String... cells) {
    List<String> row = new ArrayList<>(List.of(cells));
    if (!several()) {
      row.remove(5);
    }
    return row;
  }

  private void add(Table table, Setting setting, List<Chain> of) {
    for (int v = 0; v < setting.variables().size(); v++) {
      int k = v;
      Variable variable = setting.variables().get(v);
      double[] rHats = of.stream().mapToDouble(chain -> chain.figures().get(k).rHat()).toArray();
      boolean first = v == 0;
      table.add(
          row(
              first ? setting.id() : "",
              variable.name(),
              variable.published(),
              variable.numpyro(),
              Numbers.text("%.4f", Numbers.median(rHats)),
              Numbers.range("%.3f", rHats),
              median(of, "%.0f", chain -> chain.figures().get(k).leastEss()),
              median(of, "%.2f", chain -> chain.figures().get(k).leastEss() / chain.draws()),
              first ? median(of, "%.0f", Chain::divergences) : "",
              first ? median(of, "%.0f", Chain::saturated) : ""));
    }
  }

  private static String median(List<Chain> chains, String format, ToDoubleFunction<Chain> of) {
    return Numbers.text(format, Numbers.median(chains.stream().mapToDouble(of).toArray()));
  }

  /** True standard deviations and those of all seeds' draws together; nothing if none is known. */
  private String sds() {
    List<Variable> variables = example.settings().getFirst().variables();
    if (!example.settings().getFirst().truthKnown()) {
      return "";
    }
    Table table = new Table(1);
    List<String> head = new ArrayList<>(List.of("sd", "true"));
    example.settings().forEach(setting -> head.add(setting.id()));
    table.add(head);
    for (int v = 0; v < variables.size(); v++) {
      int variable = v;
      Truth truth = variables.get(v).truth();
      List<String> row = new ArrayList<>();
      row.add(variables.get(v).name());
      row.add(Numbers.texts(truth.sds()));
      chains.forEach(of -> row.add(sds(of, variable, truth)));
      table.add(row);
    }
    return table.text() + "\n";
  }

  /** Each component's, or the least and the greatest of many. */
  private static String sds(List<Chain> of, int variable, Truth truth) {
    List<Figures> figures = of.stream().map(chain -> chain.figures().get(variable)).toList();
    double[] sds = Figures.pooledSds(figures, of.getFirst().draws());
    return truth.sds().length == sds.length ? Numbers.texts(sds) : Numbers.range("%.3f", sds);
  }

  private String verdicts() {
    Table table = new Table(3);
    IntStream.range(0, chains.size())
        .forEach(k -> {
          Setting setting = example.settings().get(k);
          table.add(setting.id(), setting.label(), verdict(chains.get(k)));
        });
    return "Verdict on each chain alone; whether chains agree is not judged:\n" + table.text();
  }

  private static String verdict(List<Chain> of) {
    long faulted = of.stream().filter(chain -> !chain.verdict().reasons().isEmpty()).count();
    TreeSet<String> reasons =
        of.stream()
            .flatMap(chain -> chain.verdict().reasons().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    if (faulted == 0) {
      return "nothing against " + (of.size() == 1 ? "it" : "any of " + of.size());
    }
    String why = String.join(", ", reasons);
    return of.size() == 1
        ? "not good: " + why
        : "%d of %d not good: %s".formatted(faulted, of.size(), why);
  }
}
