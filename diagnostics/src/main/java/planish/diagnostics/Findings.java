package planish.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What to make of a run: a verdict, and what every check has found, in plain sentences. If no check
 * warns, a last sentence says what speaks for the draws.
 *
 * @param verdict whether the draws can be used
 * @param list the findings, warnings of a check before those of later checks
 */
public record Findings(Verdict verdict, List<Finding> list) {
  /** Where a check is added: each looks at the evidence alone, and none depends on another. */
  private static final List<Check> CHECKS =
      List.of(
          new NumbersCheck(),
          new RHatCheck(),
          new SampleSizeCheck(),
          new DirectionsCheck(),
          new DivergenceCheck(),
          new EnergyCheck(),
          new TreeDepthCheck(),
          new GradientCheck(),
          new ChainsCheck());

  /** Copies the list. */
  public Findings {
    list = List.copyOf(list);
  }

  /**
   * {@return what is found where the maximum tree depth is not known}
   *
   * @param draws the draws
   * @param summary their summary
   */
  public static Findings of(Draws draws, Summary summary) {
    return of(draws, summary, Evidence.UNKNOWN_DEPTH);
  }

  /**
   * {@return what is found}
   *
   * @param draws the draws
   * @param summary their summary
   * @param maxTreeDepth the sampler's maximum tree depth
   */
  public static Findings of(Draws draws, Summary summary, int maxTreeDepth) {
    Evidence evidence = new Evidence(draws, summary, maxTreeDepth);
    if (draws.chains() == 0 || draws.draws() == 0) {
      Finding none =
          Finding.warning(
              ChainsCheck.DRAWS,
              "There are no draws" + (draws.chains() > 0 ? " that every chain has." : "."),
              "Run on until every chain has some.");
      return new Findings(Verdict.of(draws.chains(), List.of(none)), List.of(none));
    }
    List<Finding> found = new ArrayList<>();
    CHECKS.forEach(check -> found.addAll(check.examine(evidence)));
    if (found.stream().noneMatch(finding -> finding.kind() == Finding.Kind.WARNING)) {
      found.add(AllWell.sentence(evidence));
    }
    return new Findings(Verdict.of(draws.chains(), found), found);
  }

  /** {@return whether no check warns} */
  public boolean allWell() {
    return list.stream().noneMatch(finding -> finding.kind() == Finding.Kind.WARNING);
  }

  /** {@return all findings, one a line} */
  public String text() {
    return list.stream().map(finding -> finding.text() + "\n").collect(Collectors.joining());
  }
}
