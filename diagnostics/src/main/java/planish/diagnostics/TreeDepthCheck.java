package planish.diagnostics;

import java.util.List;

/** Trees that were not allowed to grow until they turned: a loss of speed, not of truth. */
final class TreeDepthCheck implements Check {
  @Override
  public List<Finding> examine(Evidence evidence) {
    int depth = evidence.maxTreeDepth();
    int saturated = SamplerDiagnostics.saturatedTrees(evidence.draws(), depth);
    if (saturated == 0) {
      return List.of();
    }
    String sentence =
        evidence.share(saturated)
            + " reached the maximum tree depth of "
            + depth
            + ": trajectories were cut short, and draws are more alike than they need be.";
    String advice =
        "Raise the maximum tree depth; better, use a dense mass matrix where parameters are strongly"
            + " correlated, or write the model in other coordinates.";
    // a few long trees in a run that is good otherwise are no reason to distrust it
    return List.of(
        saturated > evidence.size() / 100
            ? Finding.warning("tree-depth", sentence, advice)
            : Finding.note("tree-depth", sentence, advice));
  }
}
