package planish.diagnostics;

import java.util.ArrayList;
import java.util.List;

/** Too few chains or draws for a judgement. */
final class ChainsCheck implements Check {
  /** The check's name for too few draws. */
  static final String DRAWS = "draws";

  /** Below this, half a chain has hardly any autocorrelations to estimate. */
  static final int FEW_DRAWS = 100;

  @Override
  public List<Finding> examine(Evidence evidence) {
    List<Finding> found = new ArrayList<>();
    int draws = evidence.draws().draws();
    if (draws < FEW_DRAWS) {
      found.add(
          Finding.warning(
              DRAWS,
              "There "
                  + (draws == 1 ? "is only 1 draw" : "are only " + draws + " draws")
                  + " of each chain: too few to judge R-hat or effective sample sizes.",
              "Make at least " + FEW_DRAWS + " draws; 1000 are usual."));
    }
    if (evidence.draws().chains() == 1) {
      found.add(
          Finding.note(
              "chains",
              "There is only one chain: whether chains from other starting points arrive at the same"
                  + " place is not judged.",
              "Run 4 chains."));
    } else if (evidence.draws().chains() < Verdict.CHAINS) {
      found.add(
          Finding.note(
              "chains",
              "There are only "
                  + evidence.draws().chains()
                  + " chains: too few to see whether chains from other starting points arrive at the"
                  + " same place.",
              "Run 4 chains."));
    }
    return found;
  }
}
