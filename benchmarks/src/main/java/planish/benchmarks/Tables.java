package planish.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The numbers for people. */
final class Tables {
  private static final String NAME = "%-46s";

  private final List<Row> rows;
  private final Peers peers;

  Tables(List<Row> rows, Peers peers) {
    this.rows = rows;
    this.peers = peers;
  }

  void print(PrintStream out) {
    gradients(out);
    forms(out);
    others(out);
    perRow(out);
    if (!peers.names().isEmpty()) {
      peers(out);
    }
    if (!peers.runners().isEmpty()) {
      peerRuns(out);
    }
  }

  private void gradients(PrintStream out) {
    out.println();
    out.println("Microseconds a gradient: the least of many slices, the median over forks.");
    line(
        out,
        "",
        "gradient",
        "reach",
        "worst",
        "floor",
        "ratio",
        "stat.",
        "interp.",
        "plain",
        "leapfrog",
        "Stan 2.35");
    for (Row row : rows) {
      line(
          out,
          row.subject().label(),
          micro(row.median(Measure.COMPILED)),
          row.subject().reach() > 0 ? number(row.subject().reach()) : "-",
          micro(row.greatest(Measure.COMPILED)),
          micro(row.median(Measure.FLOOR)),
          number(row.ratio(Measure.COMPILED, Measure.FLOOR)),
          micro(row.median(Measure.SECOND_FLOOR)),
          number(row.ratio(Measure.INTERPRETED, Measure.COMPILED)),
          number(row.ratio(Measure.UNREWRITTEN, Measure.COMPILED)),
          micro(row.median(Measure.LEAPFROG)),
          row.subject().stan());
    }
    out.println(
        """
        worst: of the forks. floor: hand-written C++ that reads each observation; ratio: ours to it,
        within a fork; stat.: hand-written C++ from sufficient statistics. interp., plain: how many
        times as long it takes interpreted, and without rewrites. leapfrog: a step, gradient and tree
        included. Stan: measured earlier, on a shared two-core machine.\
        """);
  }

  private void forms(PrintStream out) {
    Map<String, List<Row>> groups =
        rows.stream()
            .filter(row -> !row.subject().group().isEmpty())
            .collect(
                Collectors.groupingBy(
                    row -> row.subject().group(), LinkedHashMap::new, Collectors.toList()));
    groups.values().removeIf(forms -> forms.size() == 1);
    if (groups.isEmpty()) {
      return;
    }
    out.println();
    out.println("Ways to write one model: do they leave one graph, and how far apart are they?");
    line(out, "", "forms", "graphs", "slowest/fastest");
    groups.forEach((name, forms) -> {
      var times =
          forms.stream().mapToDouble(row -> row.median(Measure.COMPILED)).summaryStatistics();
      long graphs = forms.stream().mapToLong(Row::form).distinct().count();
      line(
          out,
          name,
          Integer.toString(forms.size()),
          Long.toString(graphs),
          number(times.getMax() / times.getMin()));
    });
    out.println(
        "Each form is measured in runtimes of its own: one graph can still take two times.");
  }

  private void others(PrintStream out) {
    out.println();
    out.println("From the model to its first gradient in a warm JVM, default runs, memory.");
    line(out, "", "ready ms", "heap MB", "run ms", "ESS/s", "work KB", "data KB", "read KB");
    for (Row row : rows) {
      line(
          out,
          row.subject().label(),
          number(row.median(Measure.READY) * 1e-6),
          number(row.median(Measure.READY_HEAP) * 1e-6),
          number(row.runTime()),
          number(row.effectivePerSecond()),
          number(row.median(Measure.WORKSPACE) * 1e-3),
          number(row.median(Measure.DATA) * 1e-3),
          number(row.median(Measure.KNOWN) * 1e-3));
    }
    out.println(
        """
        ready: traced, rewritten, laid out and evaluated once; heap: allocated on that way. run: four
        chains of 1,000 + 1,000, from the model to the last draw; ESS/s: the least bulk effective sample
        size by that time. work: a chain's workspace; data: the model's; read: what a gradient reads of
        data, or of what was computed from data once.\
        """);
  }

  private void perRow(PrintStream out) {
    List<Row> large =
        rows.stream().filter(row -> row.subject().kind() == Subject.Kind.ROWS).toList();
    if (large.isEmpty()) {
      return;
    }
    out.println();
    out.println("Cost of a row: few rows and many.");
    line(out, "", "ns a row", "floor", "GB/s");
    for (Row row : large) {
      String name = row.subject().name();
      double count = Double.parseDouble(name.substring(name.lastIndexOf('-') + 1));
      line(
          out,
          row.subject().label(),
          number(row.median(Measure.COMPILED) / count),
          number(row.median(Measure.FLOOR) / count),
          number(row.median(Measure.KNOWN) / row.median(Measure.COMPILED)));
    }
    out.println("GB/s: the bytes that a gradient reads, once each, by its time.");
  }

  private void peers(PrintStream out) {
    out.println();
    out.println("Beside other programs, measured just before: microseconds.");
    List<String> head = new ArrayList<>(List.of("", "gradient", "leapfrog"));
    head.addAll(peers.names());
    line(out, head.toArray(String[]::new));
    for (Row row : rows) {
      List<String> cells = new ArrayList<>();
      cells.add(row.subject().label());
      cells.add(micro(row.median(Measure.COMPILED)));
      cells.add(micro(row.median(Measure.LEAPFROG)));
      peers.names().forEach(peer -> cells.add(number(peers.of(peer, row.subject().name()))));
      line(out, cells.toArray(String[]::new));
    }
  }

  private void peerRuns(PrintStream out) {
    out.println();
    out.println(
        "Default runs, four chains of 1,000 + 1,000: milliseconds, effective draws a second.");
    List<String> head = new ArrayList<>(List.of("", "ms", "ESS/s"));
    peers.runners().forEach(peer -> head.addAll(List.of(peer, "compiled", "ESS/s")));
    line(out, head.toArray(String[]::new));
    for (Row row : rows) {
      if (row.runTime() > 0) {
        List<String> cells = new ArrayList<>();
        cells.add(row.subject().label());
        cells.add(number(row.runTime()));
        cells.add(number(row.effectivePerSecond()));
        peers.runners().forEach(peer -> cells.addAll(cells(peers.run(peer, row.subject().name()))));
        line(out, cells.toArray(String[]::new));
      }
    }
    out.println(
        """
        Ours is the time from the model to the last draw in a warm JVM. Of the others, the first number is
        that of a first run, compilation included, the second that of another run of what was compiled;
        their ESS/s leave compilation out. Effective draws of all are computed by the same code.\
        """);
  }

  private static List<String> cells(Optional<PeerRun> run) {
    return run.map(r ->
            List.of(number(r.first()), number(r.milliseconds()), number(r.effectivePerSecond())))
        .orElse(List.of("-", "-", "-"));
  }

  static void line(PrintStream out, String... cells) {
    StringBuilder line = new StringBuilder(String.format(NAME, cells[0]));
    for (int k = 1; k < cells.length; k++) {
      line.append(String.format(" %" + Math.max(9, cells[k].length()) + "s", cells[k]));
    }
    out.println(line);
  }

  private static String micro(double nanoseconds) {
    return number(nanoseconds * 1e-3);
  }

  static String number(double x) {
    if (Double.isNaN(x)) {
      return "-";
    }
    String format = x < 0.9995 ? "%.3f" : x < 99.95 ? "%.2f" : "%.0f";
    return String.format(Locale.ROOT, format, x);
  }
}
