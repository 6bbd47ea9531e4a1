package planish.autodiff.rewrite;

import java.util.function.Function;
import planish.autodiff.graph.Expr;

/**
 * One row of the table of rewrites: a log density that a rewrite changes.
 *
 * @param rewrite its name
 * @param model for people
 * @param rows how many rows there are when values are compared
 * @param condition κ of what the rewrite does
 * @param density the log density
 */
record RewriteRow(
    String rewrite, String model, int rows, double condition, Function<Scene, Expr> density) {
  RewriteRow(String rewrite, String model, Function<Scene, Expr> density) {
    this(rewrite, model, 12, 1, density);
  }

  RewriteRow ofRows(int some) {
    return new RewriteRow(rewrite, model, some, condition, density);
  }

  RewriteRow ofCondition(double κ) {
    return new RewriteRow(rewrite, model, rows, κ, density);
  }

  @Override
  public String toString() {
    return rewrite + ": " + model;
  }
}
