package planish.autodiff.rewrite;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
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
          new OneFactorisation(),
          new ProvenChecks(),
          new RowChecks(),
          new LinearSums(),
          new SquareSums(),
          new ScatterSums(),
          new RepeatedRows(),
          new KnownQuadraticForms(),
          new SymmetricProducts(),
          new LikeTerms(),
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
    List<Expr> current = roots;
    for (Rewrite rewrite : rewrites) {
      if (rewrite.stage() == stage) {
        log.enter(rewrite.name());
        current = rewrite.apply(graph, current, log);
      }
    }
    return current;
  }
}
