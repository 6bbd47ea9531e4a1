package planish.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import planish.app.Terminal;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.Rewrites;
import planish.distributions.Distribution;
import planish.model.Compilation;
import planish.model.Site;

/** An explanation for people. */
public final class Page {
  private static final int SITES = 12;
  private static final int THINGS = 4;

  private final Terminal terminal;
  private final Explanation explanation;
  private final boolean all;

  private Page(Terminal terminal, Explanation explanation, boolean all) {
    this.terminal = terminal;
    this.explanation = explanation;
    this.all = all;
  }

  /**
   * Prints it.
   *
   * @param all whether to tell everything, not what comes first
   */
  public static void print(Terminal terminal, Explanation explanation, boolean all) {
    new Page(terminal, explanation, all).print();
  }

  private void print() {
    terminal.say(title());
    sites();
    rewrites();
    costs();
    terminal.out().flush();
  }

  private String title() {
    int dimension = explanation.posterior().layout().dimension();
    return explanation.posterior().name()
        + ": "
        + Units.count(dimension)
        + (dimension == 1 ? " coordinate" : " coordinates");
  }

  private void heading(String text) {
    terminal.say("");
    terminal.say(text);
  }

  private void sites() {
    List<Site> sites = explanation.trace().sites();
    int shown = all ? sites.size() : Math.min(SITES, sites.size());
    heading("Sites");
    Rows rows = new Rows(5);
    sites.subList(0, shown).forEach(site -> rows.add(row(site)));
    terminal.out().print(rows.text("  "));
    more(sites.size() - shown, "site");
  }

  private static List<String> row(Site site) {
    return List.of(
        site.name(),
        site.role().name().toLowerCase(Locale.ROOT),
        site.distribution().map(Distribution::name).orElse("-"),
        site.shape().toString(),
        site.place().line());
  }

  private void more(int count, String thing) {
    if (count > 0) {
      terminal.say(
          "and " + Units.count(count) + " more " + thing + (count == 1 ? "" : "s") + ": see --all",
          "  ");
    }
  }

  private void rewrites() {
    heading("What was rewritten");
    List<Rewrite> idle = new ArrayList<>();
    List<Rewrite> left = new ArrayList<>();
    for (Rewrite rewrite : Rewrites.all().rewrites()) {
      List<Done> done = explanation.done(rewrite.name());
      if (!explanation.applied().rewrites().contains(rewrite)) {
        left.add(rewrite);
      } else if (done.isEmpty()) {
        idle.add(rewrite);
      } else {
        terminal.say(rewrite.name() + ": " + rewrite.summary(), "  ");
        things(done);
      }
    }
    names("Nothing to do for ", idle);
    names("Left out: ", left);
  }

  private void things(List<Done> done) {
    int shown = all ? done.size() : Math.min(THINGS, done.size());
    done.subList(0, shown).forEach(one -> terminal.say(one.sentence(all), "    "));
    if (shown < done.size()) {
      int rest = done.size() - shown;
      terminal.say(
          "and " + rest + " more " + (rest == 1 ? "thing" : "things") + ": see --all", "    ");
    }
  }

  private void names(String before, List<Rewrite> rewrites) {
    if (!rewrites.isEmpty()) {
      terminal.say(
          rewrites.stream().map(Rewrite::name).collect(Collectors.joining(", ", before, ".")),
          "  ");
    }
  }

  private void costs() {
    heading("What one gradient costs");
    Rows rows = new Rows(1);
    rows.add(List.of("", "as stated", "rewritten"));
    row(rows, "operations", side -> Units.count(side.workload().operations()));
    row(rows, "numbers gone through", side -> Units.count(side.workload().elements()));
    times(rows);
    row(rows, "workspace of each chain", side -> Units.bytes(side.workload().workspaceBytes()));
    row(rows, "read, shared by all chains", side -> Units.bytes(side.workload().readBytes()));
    terminal.out().print(rows.text("  "));
    terminal.say("");
    notes();
  }

  private void row(Rows rows, String label, Function<Compilation, String> cell) {
    rows.add(List.of(label, cell.apply(explanation.before()), cell.apply(explanation.after())));
  }

  private void times(Rows rows) {
    explanation
        .measured()
        .ifPresent(times -> {
          rows.add(
              List.of(
                  "time, interpreted",
                  time(times.before().subList(0, 1)),
                  time(times.after().subList(0, 1))));
          if (times.before().size() > 1) {
            rows.add(
                List.of(
                    "time, compiled",
                    time(times.before().subList(1, times.before().size())),
                    time(times.after().subList(1, times.after().size()))));
          }
        });
  }

  /** Of the ways to run compiled code the faster one is taken. */
  private static String time(List<Double> microseconds) {
    return Units.microseconds(microseconds.stream().mapToDouble(t -> t).min().orElseThrow());
  }

  private void notes() {
    Compilation after = explanation.after();
    terminal.say(
        after.dataBytes() == 0
            ? "The model has no data."
            : "The model's data are "
                + Units.bytes(after.dataBytes())
                + ", held once whatever the number of chains. Read are those of them that are"
                + " needed, what was computed from them once, and indices.");
    terminal.say(
        "Made in: model run once "
            + Units.time(after.tracing())
            + ", rewrites "
            + Units.time(after.rewriting())
            + ", gradient and layout "
            + Units.time(after.layingOut())
            + explanation
                .measured()
                .filter(_ -> Way.present().size() > 1)
                .map(times -> ", code " + Units.time(times.generating()))
                .orElse("")
            + ". All that is slow at first: a Java runtime that has just started.");
    explanation
        .measured()
        .ifPresent(_ ->
            terminal.say(
                "Times were measured just now on this machine ("
                    + Runtime.getRuntime().availableProcessors()
                    + " processors, Java "
                    + Runtime.version().feature()
                    + "): of many short runs the fastest. Another time they differ by some per"
                    + " cent, by more beside other work."));
  }
}
