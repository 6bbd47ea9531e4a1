package planish.app.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import planish.app.Terminal;
import planish.diagnostics.Draws;
import planish.diagnostics.Findings;
import planish.diagnostics.NumpyroTable;
import planish.diagnostics.Summary;
import planish.sampling.RunResult;
import planish.sampling.RunSettings;
import planish.sampling.RunWarning;

/** What is printed of a run: the summary, what to make of it, and where the draws are. */
record Report(Terminal terminal, TableStyle style) {
  private static final String MAX_TREE_DEPTH = "max-tree-depth";

  /** Prints all of it. */
  void print(RunResult result, boolean quiet) {
    PrintStream out = terminal.out();
    if (!quiet) {
      terminal.say(head(result));
      out.println();
    }
    if (result.draws().draws() == 0) {
      terminal.say(noDraws(result));
      goOn(result, quiet);
      return;
    }
    summary(result.draws(), Summary.ROWS, maxTreeDepth(result.settings()));
    for (RunWarning warning : result.warnings()) {
      // The findings tell of divergences, with advice.
      if (warning.kind() != RunWarning.Kind.DIVERGENCES) {
        terminal.say(warning.message());
      }
    }
    if (!quiet && !result.files().isEmpty()) {
      terminal.say(whereabouts(result.files()));
    }
    goOn(result, quiet);
    out.flush();
  }

  private void goOn(RunResult result, boolean quiet) {
    if (!quiet && result.stopped() && !result.files().isEmpty()) {
      String folder = result.files().getFirst().resolveSibling("").toString();
      terminal.say(
          "Go on with: planish sample %s --resume %s"
              .formatted(result.settings().model(), asTyped(folder.isEmpty() ? "." : folder)));
    }
  }

  /** A path as a shell takes it. */
  private static String asTyped(String path) {
    return path.matches("[\\w./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  /** A table would hold dashes alone. */
  private static String noDraws(RunResult result) {
    if (!result.stopped()) {
      return "No draws were made: none were asked for.";
    }
    return result.settings().warmup() == 0
        ? "No draws were made: the run was stopped before its first."
        : "No draws were made: the run was stopped in its warm-up.";
  }

  /** {@return where draws are} */
  static String whereabouts(List<Path> files) {
    return "Draws are in " + files.getFirst() + more(files.size());
  }

  /** Prints what a run had made that then failed, if it is anything. */
  void printPartial(RunResult result, boolean quiet) {
    if (result.draws().draws() > 0) {
      print(result, quiet);
    }
  }

  /** Prints the table of draws, the verdict on them and what to make of them. */
  void summary(Draws draws, int rows, int maxTreeDepth) {
    if (draws.draws() == 0) {
      terminal.say("There are no draws to summarise.");
      return;
    }
    Summary summary = Summary.of(draws);
    terminal
        .out()
        .println(
            switch (style) {
              case PLANISH -> summary.table(rows);
              case NUMPYRO -> NumpyroTable.of(draws, rows);
            });
    Findings findings = Findings.of(draws, summary, maxTreeDepth);
    terminal.say(findings.verdict().text());
    findings.list().forEach(finding -> terminal.say(finding.text()));
  }

  private static String head(RunResult result) {
    RunSettings settings = result.settings();
    return "%s: %s of %d + %d transitions, %s, seed %d, %s"
        .formatted(
            settings.model(),
            settings.chains() == 1 ? "1 chain" : settings.chains() + " chains",
            settings.warmup(),
            (long) settings.draws() * settings.thin(),
            how(settings),
            settings.seed(),
            time(result.elapsed()));
  }

  private static String how(RunSettings settings) {
    return settings.sampler().name().equals("chains")
        ? settings.kernel().name()
        : settings.sampler().name();
  }

  private static String time(Duration elapsed) {
    return String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
  }

  private static String more(int files) {
    return files == 1 ? "" : " and " + (files - 1) + " more";
  }

  private static int maxTreeDepth(RunSettings settings) {
    String depth = settings.kernel().options().get(MAX_TREE_DEPTH);
    return depth == null
        ? Integer.MAX_VALUE
        : Integer.parseInt(depth.substring(depth.indexOf(',') + 1).strip());
  }
}
