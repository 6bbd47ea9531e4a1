package planish.autodiff.rewrite.large;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.Place;
import planish.autodiff.rewrite.Rebuild;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.LinearUses;
import planish.autodiff.rewrite.basics.Words;
import planish.autodiff.shard.ShardRunner;
import planish.autodiff.shard.ShardedDensity;
import planish.autodiff.vector.BinaryFunction;

/**
 * Sums over a great many rows become sums over shards of as many rows each, which are added in
 * order: they need a workspace for one shard, not for all rows, and are computed side by side while
 * processors are idle. How many rows a shard has depends on the data alone, so that the bits do not
 * depend on the machine.
 */
public final class LargeSums implements Rewrite {
  /** About how many numbers of the data a shard reads. */
  private static final int NUMBERS = 1 << 19;

  /** The most rows of a shard. */
  private static final int MOST = 1 << 16;

  /** The least rows of a shard: indices and known arrays of fewer would be a part of the code. */
  private static final int LEAST = 1 << 12;

  /** Fewer shards are not worth the trouble. */
  private static final int FEW = 4;

  /** Stands for a sum that is computed elsewhere: told from other zeros by identity. */
  private static final Expr NOTHING = Expr.full(Shape.scalar(), 0);

  private final int rowsOfShard;

  /** For the list of all rewrites. */
  public LargeSums() {
    this(0);
  }

  private LargeSums(int rowsOfShard) {
    this.rowsOfShard = rowsOfShard;
  }

  /** {@return the same with shards of so many rows, however few, for those who test it} */
  public static LargeSums ofRows(int rows) {
    return new LargeSums(rows);
  }

  @Override
  public String name() {
    return "large-sums";
  }

  @Override
  public String summary() {
    return "computes sums over a great many rows in shards, side by side where processors are idle";
  }

  @Override
  public Stage stage() {
    return Stage.DENSITY;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    List<Expr> result = new ArrayList<>();
    for (Expr root : roots) {
      result.add(root.known() || root.shape().size() != 1 ? root : sharded(graph, root, log));
    }
    return result;
  }

  private Expr sharded(Graph graph, Expr root, RewriteLog log) {
    Expr current = root;
    for (int count : lengths(graph, root)) {
      current = sharded(graph, current, count, log);
    }
    return current;
  }

  /** The numbers of rows that may be many enough. */
  private int[] lengths(Graph graph, Expr root) {
    int top = graph.indexOf(root);
    boolean[] needed = Needed.by(graph, top);
    int fewest = FEW * (rowsOfShard > 0 ? rowsOfShard : LEAST);
    SortedSet<Integer> lengths = new TreeSet<>();
    for (int k = 0; k < needed.length; k++) {
      Node node = graph.node(k);
      boolean isVector = needed[k] && !node.known() && node.shape().rank() == 1;
      if (isVector && node.shape().size() >= fewest) {
        lengths.add(node.shape().size());
      }
    }
    return lengths.stream().mapToInt(Integer::intValue).toArray();
  }

  private Expr sharded(Graph graph, Expr root, int count, RewriteLog log) {
    int top = graph.indexOf(root);
    boolean[] needed = Needed.by(graph, top);
    Rows rows = new Rows(graph, needed, count);
    int[] sums = sums(needed, rows, new LinearUses(graph, needed, top));
    if (sums.length == 0) {
      return root;
    }
    List<Expr> factors = Gradient.of(root, Arrays.stream(sums).mapToObj(graph::expr).toList());
    Cut cut = new Cut(graph, rows, sums, factors);
    int each = rowsOfShard > 0 ? rowsOfShard : rowsOfShard(cut.perRow());
    // Gradients by the parameters are kept for each shard.
    boolean many = rowsOfShard == 0 && cut.size() > each / 4;
    if (count < FEW * each || many || depend(graph, factors, sums) || !cut.evaluates()) {
      return root;
    }
    ShardedDensity density =
        new ShardedDensity(
            "",
            new RowShards(graph, rows, cut, sums, factors).of(each),
            Shape.of(cut.size()),
            Shape.of(0),
            ShardRunner.local());
    log.add(
        Words.place(graph, sums[0], List.of(summed(graph, sums[0]))),
        "the sum over %d rows is computed in %d shards of %d rows or fewer"
            .formatted(count, density.shards().size(), each));
    Expr own = Expr.of(new double[0], Shape.of(density.shards().size(), 0));
    Expr sum = outsideSites(graph, () -> density.apply(cut.parameters(), own));
    Expr rest = without(graph, root, sums);
    return rest == NOTHING ? Functions.reshape(sum, root.shape()) : rest.plus(sum);
  }

  /** What fails in a shard says itself at which site. */
  private static Expr outsideSites(Graph graph, Supplier<Expr> made) {
    Place before = graph.place();
    graph.enter(Place.NONE);
    Expr result = made.get();
    graph.enter(before);
    return result;
  }

  private static Expr summed(Graph graph, int sum) {
    return graph.expr(graph.node(sum).operand(0));
  }

  private static int[] sums(boolean[] needed, Rows rows, LinearUses uses) {
    List<Integer> found = new ArrayList<>();
    for (int k = 0; k < needed.length; k++) {
      if (needed[k] && rows.isSum(k) && uses.of(k)) {
        found.add(k);
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  static int rowsOfShard(int perRow) {
    int rows = Integer.highestOneBit(Math.max(1, NUMBERS / Math.max(1, perRow)));
    return Math.max(LEAST, Math.min(MOST, rows));
  }

  /** Whether a factor needs one of the sums: then the whole is no linear function of them. */
  private static boolean depend(Graph graph, List<Expr> factors, int[] sums) {
    boolean[] needed = Needed.by(graph, factors.stream().mapToInt(graph::indexOf).toArray());
    return Arrays.stream(sums).anyMatch(k -> needed[k]);
  }

  /** The rest of a sum: an expression without some of its terms. */
  private static Expr without(Graph graph, Expr root, int[] sums) {
    return Rebuild.of(
            graph,
            List.of(root),
            (index, node, operands) ->
                Arrays.binarySearch(sums, index) >= 0 ? NOTHING : without(graph, node, operands))
        .getFirst();
  }

  /** What is left of an operation on what is left of its operands; null if it stays. */
  private static Expr without(Graph graph, Node node, List<Expr> operands) {
    if (operands.stream().noneMatch(operand -> operand == NOTHING)) {
      return null;
    }
    return switch (node.op()) {
      case Binary binary when binary.function() == BinaryFunction.ADD ->
          operands.get(operands.get(0) == NOTHING ? 1 : 0);
      case Binary binary when binary.function() == BinaryFunction.SUBTRACT ->
          operands.get(1) == NOTHING ? operands.get(0) : operands.get(1).negate();
      case OrderedSum sum -> without(graph, sum, operands);
      case Check _ -> null;
      // Products, quotients and the like.
      default -> NOTHING;
    };
  }

  private static Expr without(Graph graph, OrderedSum sum, List<Expr> operands) {
    List<Integer> times = new ArrayList<>();
    List<Expr> rest = new ArrayList<>();
    for (int j = 0; j < operands.size(); j++) {
      if (operands.get(j) != NOTHING) {
        times.add(sum.multiplicities().get(j));
        rest.add(operands.get(j));
      }
    }
    return rest.isEmpty() ? NOTHING : graph.apply(new OrderedSum(times), rest);
  }
}
