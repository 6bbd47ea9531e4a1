package planish.autodiff.rewrite.algebra;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Place;
import planish.autodiff.graph.Unary;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.Visit;
import planish.autodiff.rewrite.basics.Words;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/** What algebra did, by line of the model's program: the statements of a loop are told once. */
final class SimplifiedPlaces {
  private final Map<String, Told> byLine = new LinkedHashMap<>();

  private static final class Told {
    private final Place first;
    private final TreeSet<String> kinds = new TreeSet<>();
    private int count;

    Told(Place first) {
      this.first = first;
    }
  }

  void add(Visit visit) {
    Place place = Words.place(visit.graph(), visit.index(), visit.operands());
    String line = place.line().isEmpty() ? place.site() : place.line();
    Told told = byLine.computeIfAbsent(line, _ -> new Told(place));
    told.kinds.add(kind(visit.node().op()));
    told.count++;
  }

  private static String kind(Op op) {
    return switch (op) {
      case Unary(UnaryFunction f) when f == UnaryFunction.NEGATE -> "signs";
      case Unary _ -> "logarithms of exponentials";
      case Binary(BinaryFunction f) when f == BinaryFunction.ADD || f == BinaryFunction.SUBTRACT ->
          "zeros";
      case Binary _ -> "constants";
      default -> "known conditions";
    };
  }

  void tell(RewriteLog log) {
    for (Told told : byLine.values()) {
      log.add(
          told.first,
          Words.count(told.count, "operation")
              + " became simpler: "
              + String.join(", ", told.kinds));
    }
  }
}
