package planish.autodiff.rewrite.large;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.VectorMatrix;
import planish.autodiff.shard.Shard;

/** Writes the sums over some of the rows as a graph of their own. */
final class RowShards {
  private final Graph graph;
  private final Rows rows;
  private final Cut cut;
  private final int[] sums;
  private final List<Expr> factors;

  RowShards(Graph graph, Rows rows, Cut cut, int[] sums, List<Expr> factors) {
    this.graph = graph;
    this.rows = rows;
    this.cut = cut;
    this.sums = sums;
    this.factors = factors;
  }

  /** {@return the shards of so many rows each; the last may have fewer} */
  List<Shard> of(int each) {
    List<Shard> shards = new ArrayList<>();
    for (int from = 0; from < rows.count(); from += Math.min(each, rows.count() - from)) {
      shards.add(shard(from, Math.min(each, rows.count() - from)));
    }
    return shards;
  }

  private Shard shard(int from, int count) {
    Graph shard = new Graph();
    Expr parameters = shard.input(InputKind.POSITION, "parameters", 0, Shape.of(cut.size()));
    Expr own = shard.input(InputKind.POSITION, "none", cut.size(), Shape.of(0));
    Expr[] made = new Expr[sums[sums.length - 1] + 1];
    for (int k = 0; k < made.length; k++) {
      if (cut.isInside(k)) {
        shard.enter(graph.placeOf(k));
        made[k] = part(shard, parameters, made, k, from, count);
      }
    }
    List<Expr> terms = new ArrayList<>();
    for (int s = 0; s < sums.length; s++) {
      Expr factor = outside(parameters, graph.indexOf(factors.get(s)));
      Expr sum = Functions.reshape(made[sums[s]], Shape.scalar());
      terms.add(sum.times(Functions.reshape(factor, Shape.scalar())));
    }
    return new Shard(shard, Functions.orderedSum(terms), parameters, own, Shard.Explanation.NONE);
  }

  private Expr part(Graph shard, Expr parameters, Expr[] made, int k, int from, int count) {
    Node node = graph.node(k);
    if (node.known()) {
      return cut.window(shard, k, from, Shape.of(count));
    }
    if (node.op() instanceof VectorMatrix && cut.isNarrow(node.operand(1))) {
      return sumOfColumns(
          shard, outside(parameters, node.operand(0)), node.operand(1), from, count);
    }
    List<Expr> operands = new ArrayList<>();
    for (int j = 0; j < node.operandCount(); j++) {
      int operand = node.operand(j);
      boolean isMatrix = node.op() instanceof VectorMatrix && j == 1;
      operands.add(
          made[operand] != null
              ? made[operand]
              : isMatrix
                  ? cut.columns(shard, operand, from, from + count)
                  : outside(parameters, operand));
    }
    return switch (node.op()) {
      case Gather gather ->
          Functions.gatherFlat(operands.getFirst(), indices(gather, from, count), Shape.of(count));
      case Broadcast _ -> Functions.broadcast(operands.getFirst(), Shape.of(count));
      default -> shard.apply(node.op(), operands);
    };
  }

  /** One loop reads all columns where they stand, and their dot products with the gradient. */
  private Expr sumOfColumns(Graph shard, Expr factors, int matrix, int from, int count) {
    List<Expr> terms = new ArrayList<>();
    for (int j = 0; j < factors.shape().size(); j++) {
      int start = j * rows.count() + from;
      terms.add(cut.window(shard, matrix, start, Shape.of(count)).times(factors.get(j)));
    }
    return Functions.orderedSum(terms);
  }

  private static int[] indices(Gather gather, int from, int count) {
    return Arrays.copyOfRange(gather.index().values(), from, from + count);
  }

  private Expr outside(Expr parameters, int k) {
    return cut.isParameter(k)
        ? cut.parameter(k, parameters)
        : Expr.of(cut.values(k), graph.node(k).shape());
  }
}
