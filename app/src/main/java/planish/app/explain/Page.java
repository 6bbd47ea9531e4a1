package planish.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import planish.app.Terminal;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.Rewrites;
import planish.model.Conjugacy;
import planish.model.Site;

/** An explanation for people. */
public final class Page {
  private static final int SITES = 12;
  private static final int THINGS = 4;

  private final Terminal terminal;
  private final Explanation explanation;
  private final boolean all;
  private final boolean code;

  private Page(Terminal terminal, Explanation explanation, boolean all, boolean code) {
    this.terminal = terminal;
    this.explanation = explanation;
    this.all = all;
    this.code = code;
  }

  /**
   * Prints it.
   *
   * @param all whether to tell everything, not what comes first
   * @param code whether to print the generated code
   */
  public static void print(Terminal terminal, Explanation explanation, boolean all, boolean code) {
    new Page(terminal, explanation, all, code).print();
  }

  private void print() {
    terminal.say(title());
    sites();
    rewrites();
    conjugacies();
    new Costs(terminal, explanation).print();
    if (code) {
      code();
    }
    terminal.out().flush();
  }

  private String title() {
    return explanation.posterior().name()
        + ": "
        + counted(explanation.posterior().layout().dimension(), "unconstrained parameter")
        + ", "
        + counted(
            explanation.trace().sites(Site.Role.OBSERVED).stream()
                .mapToInt(site -> site.shape().size())
                .sum(),
            "observed value");
  }

  private static String counted(int number, String thing) {
    return Units.count(number) + " " + thing + (number == 1 ? "" : "s");
  }

  private void heading(String text) {
    terminal.say("");
    terminal.say(text);
  }

  private void sites() {
    List<SiteRow> sites = SiteRow.of(explanation.trace().sites());
    int shown = all ? sites.size() : Math.min(SITES, sites.size());
    heading("Sites");
    Rows rows = new Rows(5);
    sites.subList(0, shown).forEach(site -> rows.add(site.cells()));
    terminal.out().print(rows.text("  "));
    more(sites.size() - shown, "line", "  ");
  }

  private void more(int count, String thing, String indentation) {
    if (count > 0) {
      terminal.say("and " + counted(count, "more " + thing) + ": see --all", indentation);
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

  private void conjugacies() {
    List<Conjugacy> noticed = explanation.posterior().conjugacies();
    if (noticed.isEmpty()) {
      return;
    }
    heading("Conjugate priors (noticed; sampled as all others)");
    int shown = all ? noticed.size() : Math.min(THINGS, noticed.size());
    noticed.subList(0, shown).forEach(one -> terminal.say(one.sentence(), "  "));
    more(noticed.size() - shown, "site", "  ");
  }

  private void names(String before, List<Rewrite> rewrites) {
    if (!rewrites.isEmpty()) {
      terminal.say(
          rewrites.stream().map(Rewrite::name).collect(Collectors.joining(", ", before, ".")),
          "  ");
    }
  }

  private void code() {
    heading("Code");
    String listing = explanation.compilation().listing();
    terminal
        .out()
        .println(
            listing.isEmpty()
                ? "  none: gradients are interpreted"
                : listing.stripTrailing().indent(2).stripTrailing());
  }
}
