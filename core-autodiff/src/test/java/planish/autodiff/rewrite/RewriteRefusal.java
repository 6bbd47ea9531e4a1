package planish.autodiff.rewrite;

import java.util.function.Function;
import planish.autodiff.graph.Expr;

/**
 * A log density that looks like one for a rewrite, but for one thing.
 *
 * @param rewrite its name
 * @param reason what is different
 * @param stays whether the rewrite must leave it as it is; if not, it may rewrite the rest, but
 *     must keep every value, be it finite or not, and every check
 * @param density the log density
 */
record RewriteRefusal(String rewrite, Reason reason, boolean stays, Function<Scene, Expr> density) {
  /** What may be different. */
  enum Reason {
    /** A parameter stands where data would be. */
    PARAMETER,
    /** A value is used elsewhere too. */
    USED_ELSEWHERE,
    /** Values are cut off, or checked against a bound. */
    TRUNCATION,
    /** A number is not finite. */
    NOT_FINITE
  }

  static RewriteRefusal stays(String rewrite, Reason reason, Function<Scene, Expr> density) {
    return new RewriteRefusal(rewrite, reason, true, density);
  }

  static RewriteRefusal keeps(String rewrite, Reason reason, Function<Scene, Expr> density) {
    return new RewriteRefusal(rewrite, reason, false, density);
  }

  @Override
  public String toString() {
    return rewrite + ": " + reason + (stays ? " stays" : " keeps its values");
  }
}
