package planish.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import planish.app.Terminal;
import planish.model.Compilation;

/**
 * What one gradient costs, as a table with notes.
 *
 * @param terminal where it is printed
 * @param explanation what of
 */
record Costs(Terminal terminal, Explanation explanation) {
  void print() {
    terminal.say("");
    terminal.say("What one gradient costs");
    terminal.out().print(table().text("  "));
    terminal.say("");
    terminal.say(data());
    terminal.say(making());
    if (!explanation.after().times().isEmpty()) {
      terminal.say(conditions());
    }
    explanation.problem().ifPresent(problem -> terminal.say("Times are not there: " + problem));
  }

  private Rows table() {
    boolean compiled = Way.present().size() > 1;
    Rows rows = new Rows(1);
    if (explanation.isRewritten()) {
      rows.add(List.of("", "as stated", "rewritten"));
    }
    row(rows, "operations", side -> Units.count(side.workload().operations()));
    row(rows, "numbers gone through", side -> Units.count(side.workload().elements()));
    row(rows, "estimated cost", side -> Units.count(Math.round(side.workload().cost())));
    if (!explanation.after().times().isEmpty()) {
      row(rows, "time, interpreted", side -> Units.microseconds(side.times().get(Way.INTERPRETED)));
      if (compiled) {
        row(rows, "time, compiled", side -> Units.microseconds(side.compiledTime()));
      }
    }
    row(rows, "workspace of a chain", side -> workspace(side, Way.INTERPRETED));
    if (compiled) {
      row(rows, "  once compiled", side -> workspace(side, Way.PLAIN));
    }
    row(rows, "read by all chains", side -> Units.bytes(side.workload().readBytes()));
    return rows;
  }

  private void row(Rows rows, String label, Function<Side, String> cell) {
    List<String> cells = new ArrayList<>(List.of(label));
    if (explanation.isRewritten()) {
      cells.add(cell.apply(explanation.before()));
    }
    cells.add(cell.apply(explanation.after()));
    rows.add(cells);
  }

  private static String workspace(Side side, Way way) {
    return Units.bytes(side.forms().get(way).workspaceBytes());
  }

  private String data() {
    return "The model's data and constants are "
        + Units.bytes(explanation.compilation().dataBytes())
        + ", held once whatever the number of chains. Read are those of them that are needed, what"
        + " was computed from them once, and indices. The cost is estimated in additions within a"
        + " long vector.";
  }

  private String making() {
    Compilation made = explanation.compilation();
    return "Made in: model run once "
        + Units.time(made.tracing())
        + ", rewrites "
        + Units.time(made.rewriting())
        + ", gradient and layout "
        + Units.time(made.layingOut())
        + (Way.present().size() > 1 ? ", code " + Units.time(explanation.generating()) : "")
        + "; in a Java runtime that has just started, where everything is slow.";
  }

  private static String conditions() {
    return "Times were measured just now on this machine ("
        + Runtime.getRuntime().availableProcessors()
        + " processors, Java "
        + Runtime.version().feature()
        + "): of many short runs the fastest. Another time they differ by some per cent, and by"
        + " more beside other work.";
  }
}
