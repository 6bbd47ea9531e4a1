package planish.autodiff.rewrite.gather;

import static planish.autodiff.graph.Functions.gatherFlat;

import java.util.ArrayList;
import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.Node;
import planish.autodiff.rewrite.Rebuild;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.Words;

/**
 * Computes functions of known numbers and of scalars once for each number that there is, not once
 * for each place where it stands: {@code exp(-d / rho)} of a matrix of distances, which has each of
 * them twice, or {@code lgamma(y + phi)} of counts.
 */
public final class EqualNumbers implements Rewrite {
  /** Without state. */
  public EqualNumbers() {}

  @Override
  public String name() {
    return "equal-numbers";
  }

  @Override
  public String summary() {
    return "computes functions of data that have equal numbers once for each number";
  }

  @Override
  public Stage stage() {
    return Stage.DENSITY;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    KnownValues values = new KnownValues(graph);
    NumberChains chains = new NumberChains(graph, values, roots);
    Expr[] once = new Expr[graph.size()];
    return Rebuild.of(
        graph,
        roots,
        (index, node, operands) -> {
          NumberKinds kinds = chains.taken(index);
          if (kinds == null) {
            return null;
          }
          once[index] = graph.apply(node.op(), ofKinds(graph, values, kinds, node, operands, once));
          if (chains.isLast(index)) {
            log.add(
                Words.place(graph, index, operands),
                node.op()
                    + " is computed of "
                    + Words.count(kinds.count(), "number")
                    + ", not of "
                    + node.shape().size());
          }
          return gatherFlat(once[index], kinds.index().values(), node.shape());
        });
  }

  private static List<Expr> ofKinds(
      Graph graph,
      KnownValues values,
      NumberKinds kinds,
      Node node,
      List<Expr> operands,
      Expr[] once) {
    List<Expr> few = new ArrayList<>();
    for (int j = 0; j < operands.size(); j++) {
      Expr operand = operands.get(j);
      if (operand.shape().isScalar()) {
        few.add(operand);
      } else if (operand.known()) {
        few.add(graph.data("", kinds.taken(values.of(operand)), Shape.of(kinds.count())));
      } else {
        few.add(once[node.operand(j)]);
      }
    }
    return few;
  }
}
