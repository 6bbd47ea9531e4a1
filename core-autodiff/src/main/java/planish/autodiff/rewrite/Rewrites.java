package planish.autodiff.rewrite;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Leaves;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Place;
import planish.autodiff.graph.Transplant;
import planish.autodiff.rewrite.algebra.LikeTerms;
import planish.autodiff.rewrite.algebra.LogSums;
import planish.autodiff.rewrite.algebra.ProvenChecks;
import planish.autodiff.rewrite.algebra.Simplify;
import planish.autodiff.rewrite.basics.Cost;
import planish.autodiff.rewrite.gather.EqualNumbers;
import planish.autodiff.rewrite.gather.GatherLast;
import planish.autodiff.rewrite.gather.PairTables;
import planish.autodiff.rewrite.large.LargeSums;
import planish.autodiff.rewrite.matrix.CompletedSquares;
import planish.autodiff.rewrite.matrix.KnownInverses;
import planish.autodiff.rewrite.matrix.KnownQuadraticForms;
import planish.autodiff.rewrite.matrix.OneFactorisation;
import planish.autodiff.rewrite.matrix.SymmetricProducts;
import planish.autodiff.rewrite.matrix.WideProducts;
import planish.autodiff.rewrite.reroll.Reroll;
import planish.autodiff.rewrite.statistics.LinearSums;
import planish.autodiff.rewrite.statistics.RepeatedRows;
import planish.autodiff.rewrite.statistics.RowChecks;
import planish.autodiff.rewrite.statistics.ScatterSums;
import planish.autodiff.rewrite.statistics.SquareSums;
import planish.spi.Spelling;
import planish.spi.UserException;

/**
 * The rewrites that are applied, in order.
 *
 * @param rewrites in the order in which they are applied
 */
public record Rewrites(List<Rewrite> rewrites) {
  /** Every rewrite there is, in the order in which they are applied. */
  private static final List<Rewrite> ALL =
      List.of(
          new Reroll(),
          new Simplify(Rewrite.Stage.DENSITY),
          new PairTables(),
          new GatherLast(),
          new EqualNumbers(),
          new OneFactorisation(),
          new ProvenChecks(),
          new RowChecks(),
          new LinearSums(),
          new SquareSums(),
          new ScatterSums(),
          new RepeatedRows(),
          new CompletedSquares(),
          new KnownQuadraticForms(),
          new KnownInverses(),
          new SymmetricProducts(),
          new LikeTerms(),
          new LogSums(),
          new LargeSums(),
          new WideProducts(),
          new Simplify(Rewrite.Stage.PROGRAM));

  /** Copies the list. */
  public Rewrites {
    rewrites = List.copyOf(rewrites);
  }

  /** {@return all rewrites} */
  public static Rewrites all() {
    return new Rewrites(ALL);
  }

  /** {@return no rewrites: the graph as the model left it} */
  public static Rewrites none() {
    return new Rewrites(List.of());
  }

  /**
   * {@return these without some}
   *
   * @param names of rewrites
   * @throws UserException if there is no rewrite of a name; the message lists those that exist
   */
  public Rewrites without(Collection<String> names) {
    Set<String> known = ALL.stream().map(Rewrite::name).collect(Collectors.toSet());
    for (String name : names) {
      if (!known.contains(name)) {
        throw new UserException(Spelling.unknown("rewrite", name, known.stream()));
      }
    }
    return new Rewrites(rewrites.stream().filter(r -> !names.contains(r.name())).toList());
  }

  /**
   * {@return expressions of the same values from less work}
   *
   * @param stage which of the rewrites are applied
   * @param graph what the expressions belong to; it grows
   * @param roots what is computed
   * @param log is told of each thing done
   */
  public List<Expr> apply(Rewrite.Stage stage, Graph graph, List<Expr> roots, RewriteLog log) {
    Graph room = graph;
    List<Expr> current = roots;
    for (Rewrite rewrite : rewrites) {
      if (rewrite.stage() == stage) {
        log.enter(rewrite.name());
        current = applied(rewrite, room, current, log);
        Graph next = Transplant.roomFor(room, current);
        current = Transplant.move(room, current, next);
        room = next;
      }
    }
    return Transplant.move(room, current, graph);
  }

  /** What a rewrite does without a word is told as a count. */
  private static List<Expr> applied(
      Rewrite rewrite, Graph graph, List<Expr> roots, RewriteLog log) {
    int said = log.size();
    List<Expr> result = rewrite.apply(graph, roots, log);
    if (log.size() == said && !Arrays.equals(indices(graph, result), indices(graph, roots))) {
      log.add(Place.NONE, counted(rewrite, operations(graph, roots), operations(graph, result)));
    }
    return result;
  }

  /** A number may be a node or none. */
  private static int[] indices(Graph graph, List<Expr> roots) {
    return roots.stream().mapToInt(graph::indexOf).toArray();
  }

  private static String counted(Rewrite rewrite, int before, int after) {
    String start = before == after ? "some of the " : "";
    String end = before == after ? "others" : after + "";
    String whole =
        rewrite.stage() == Rewrite.Stage.DENSITY
            ? "the log density"
            : "the log density and its gradient";
    return start + before + " operations of " + whole + " became " + end;
  }

  private static int operations(Graph graph, List<Expr> roots) {
    boolean[] needed = Needed.by(graph, indices(graph, roots));
    int count = 0;
    for (int k = 0; k < needed.length; k++) {
      if (needed[k] && !graph.node(k).known()) {
        Op op = graph.node(k).op();
        count += Leaves.isInput(op) || Leaves.doesNothing(op) ? 0 : 1;
      }
    }
    return count;
  }

  /**
   * {@return what one evaluation is estimated to cost, in units of one addition within a long
   * vector: what rewrites go by where there is more than one form}
   *
   * @param graph what the expressions belong to
   * @param roots what is computed
   */
  public static double cost(Graph graph, List<Expr> roots) {
    return Cost.of(graph, roots);
  }
}
