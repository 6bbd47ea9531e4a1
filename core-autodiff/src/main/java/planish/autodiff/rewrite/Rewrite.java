package planish.autodiff.rewrite;

import java.util.List;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;

/**
 * A change of expressions that keeps their values, up to rounding.
 *
 * <p>A rewrite only adds nodes to the graph: expressions that it was given stay what they are. It
 * must apply only where it can show that values stay the same wherever the given expressions are
 * defined, constants included; it never turns a finite value into one that is not.
 *
 * <p>Without state; safe for several threads on several graphs.
 */
public interface Rewrite {
  /** When a rewrite is applied. */
  enum Stage {
    /** To the log density, before it is differentiated. */
    DENSITY,
    /** To the value and its gradient together. */
    PROGRAM
  }

  /** {@return its name, lower case with hyphens: what {@code --without-rewrite} takes} */
  String name();

  /** {@return what it does, in one line for people} */
  String summary();

  /** {@return when it is applied} */
  Stage stage();

  /**
   * {@return expressions of the same shapes and values, in the same order; the very ones where
   * there is nothing to do}
   *
   * @param graph what the expressions belong to; it grows
   * @param roots what is computed
   * @param log is told of each thing done
   */
  List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log);
}
