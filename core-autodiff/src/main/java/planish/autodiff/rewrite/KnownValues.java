package planish.autodiff.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;

/** The values of known nodes that others need. */
final class KnownValues {
  private KnownValues() {}

  static Map<Integer, double[]> of(Graph graph, boolean[] needed, int root) {
    List<Integer> wanted = new ArrayList<>();
    boolean[] seen = new boolean[needed.length];
    seen[root] = true;
    for (int k = 0; k < needed.length; k++) {
      for (int j = 0;
          needed[k] && !graph.node(k).known() && j < graph.node(k).operandCount();
          j++) {
        seen[graph.node(k).operand(j)] = true;
      }
    }
    for (int k = 0; k < needed.length; k++) {
      if (seen[k] && graph.node(k).known()) {
        wanted.add(k);
      }
    }
    return values(graph, wanted);
  }

  private static Map<Integer, double[]> values(Graph graph, List<Integer> wanted) {
    List<Output> outputs = new ArrayList<>();
    double[][] results = new double[wanted.size()][];
    Map<Integer, double[]> values = new HashMap<>();
    for (int slot = 0; slot < results.length; slot++) {
      Expr value = graph.expr(wanted.get(slot));
      results[slot] = new double[value.shape().size()];
      outputs.add(new Output(value, slot, 0));
      values.put(wanted.get(slot), results[slot]);
    }
    Programs.compile(graph, outputs).open().run(new double[0][], results);
    return values;
  }
}
