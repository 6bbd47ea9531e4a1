package planish.autodiff.rewrite.gather;

import static planish.autodiff.graph.Functions.reshape;

import planish.autodiff.Shape;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Indices;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Strides;

/**
 * Values that rows take from a smaller array.
 *
 * @param values one for each group: a vector
 * @param index the group of each row, rows in row-major order
 */
public record Groups(Expr values, Indices index) {
  /** {@return what a gather or a repetition takes; null for other nodes} */
  public static Groups of(Graph graph, Node node) {
    return switch (node.op()) {
      case Gather gather -> new Groups(flat(graph.expr(node.operand(0))), gather.index());
      case Broadcast broadcast -> {
        Expr source = graph.expr(node.operand(0));
        int[] index = Strides.repeated(source.shape(), broadcast.result());
        yield new Groups(flat(source), new Indices(index));
      }
      default -> null;
    };
  }

  /** {@return the same elements as a vector} */
  public static Expr flat(Expr x) {
    return reshape(x, Shape.of(x.shape().size()));
  }
}
