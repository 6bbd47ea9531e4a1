package planish.sampling;

import java.util.ArrayList;
import java.util.List;
import planish.autodiff.LogDensity;
import planish.sampling.RunWarning.Kind;

/** The evaluations of one session whose log density was not finite. Safe for many threads. */
final class EvaluationFailures {
  private final Tally outside = new Tally();
  private final Tally numerical = new Tally();

  /** One kind of failure. */
  private static final class Tally {
    private long count;
    private String example;

    synchronized void add(double value, LogDensity density) {
      count++;
      if (example == null) {
        example = density.lastFailure().orElse("the log density was " + value);
      }
    }

    synchronized void warn(Kind kind, String what, List<RunWarning> warnings) {
      if (count > 0) {
        String times = count == 1 ? "1 evaluation" : count + " evaluations";
        warnings.add(
            new RunWarning(
                kind, count, times + " of the log density " + what + "; the first: " + example));
      }
    }
  }

  void count(double value, LogDensity density) {
    Tally tally = value == Double.NEGATIVE_INFINITY ? outside : numerical;
    tally.add(value, density);
  }

  /** {@return one warning for each kind that happened} */
  List<RunWarning> warnings() {
    List<RunWarning> warnings = new ArrayList<>();
    outside.warn(
        Kind.OUTSIDE_SUPPORT,
        "lay outside the support (warm-up included; such proposals are rejected)",
        warnings);
    numerical.warn(
        Kind.NUMERICAL_FAILURE,
        "failed numerically (warm-up included; such proposals are rejected)",
        warnings);
    return warnings;
  }
}
