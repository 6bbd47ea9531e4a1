package planish.diagnostics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether draws can be used, at a glance.
 *
 * <p>They are good if there are at least 4 chains; if, for every quantity and for the 5 leading
 * directions of the draws' pooled covariance (found on the first half of each chain, judged on the
 * second), the rank-normalised split R-hat is below 1.01 and the bulk and tail effective sample
 * sizes are at least 400; and if no draw's transition diverged. What is the same in every draw is
 * not judged.
 *
 * <p>Fewer chains are never good. So that what stands against each can be told all the same, their
 * effective sample sizes are held against 100 for each chain (50 in directions), their R-hat
 * against 1 + 0.05 / chains: for one chain 1.05, since the halves of a good one differ more by
 * chance than many chains do. Slow directions are a reason where the quantities' own R-hat and
 * effective sample sizes do not tell.
 *
 * <p>Other warnings (slow energies, saturated trees, gradients that do not fit) do not make draws
 * that pass all this less than good.
 *
 * <p>No verdict can prove that draws are good: chains may all have missed the same part.
 *
 * @param judgement the verdict
 * @param reasons what stands against the draws, in a few words each; {@link Findings} says more,
 *     with what to do
 */
public record Verdict(Judgement judgement, List<String> reasons) {
  /** The number of chains below which draws are never called good. */
  public static final int CHAINS = 4;

  /** What the checks whose warnings stand against the draws say in few words. */
  private static final Map<String, String> REASONS = reasonsByCheck();

  /** Where one of them warns, slow directions are no news. */
  private static final List<String> QUANTITIES = List.of("r-hat", "ess-bulk", "ess-tail");

  private static final String DIRECTIONS = "directions";

  /** A verdict. */
  public enum Judgement {
    /** Nothing that was looked at speaks against the draws. */
    GOOD("good"),
    /** Something stands against them. */
    NOT_GOOD("not good"),
    /** There is only one chain: whether others would arrive at the same place is not known. */
    NOT_JUDGED("not judged across chains");

    private final String words;

    Judgement(String words) {
      this.words = words;
    }

    /** {@return the verdict in words: {@code not good}} */
    public String words() {
      return words;
    }
  }

  /** Copies the list. */
  public Verdict {
    reasons = List.copyOf(reasons);
  }

  private static Map<String, String> reasonsByCheck() {
    Map<String, String> reasons = new LinkedHashMap<>();
    reasons.put(ChainsCheck.DRAWS, "too few draws");
    reasons.put("finite", "draws that are not finite");
    reasons.put("constant", "a sampler that does not move");
    reasons.put("r-hat", "R-hat");
    reasons.put("ess-bulk", "bulk ESS");
    reasons.put("ess-tail", "tail ESS");
    reasons.put(DIRECTIONS, "directions that are explored too slowly");
    reasons.put("divergences", "divergences");
    return reasons;
  }

  /** {@return the verdict on draws of which that is their summary} */
  public static Verdict of(Draws draws, Summary summary) {
    return Findings.of(draws, summary).verdict();
  }

  static Verdict of(int chains, List<Finding> findings) {
    List<String> warned =
        findings.stream()
            .filter(finding -> finding.kind() == Finding.Kind.WARNING)
            .map(Finding::check)
            .toList();
    List<String> reasons =
        new java.util.ArrayList<>(
            REASONS.keySet().stream()
                .filter(check -> tells(check, warned))
                .map(REASONS::get)
                .toList());
    if (chains == 1) {
      return new Verdict(Judgement.NOT_JUDGED, reasons);
    }
    if (chains < CHAINS) {
      reasons.add("fewer than " + CHAINS + " chains");
    }
    return new Verdict(reasons.isEmpty() ? Judgement.GOOD : Judgement.NOT_GOOD, reasons);
  }

  private static boolean tells(String check, List<String> warned) {
    boolean known = check.equals(DIRECTIONS) && QUANTITIES.stream().anyMatch(warned::contains);
    return warned.contains(check) && !known;
  }

  /** {@return whether the draws are good} */
  public boolean isGood() {
    return judgement == Judgement.GOOD;
  }

  /** {@return one line: {@code Verdict: not good, because of R-hat and divergences.}} */
  public String text() {
    String because =
        switch (judgement) {
          case GOOD -> "";
          case NOT_GOOD -> ", because of " + joined();
          case NOT_JUDGED ->
              reasons.isEmpty() ? "" : "; not good within the only one, because of " + joined();
        };
    return "Verdict: " + judgement.words() + because + ".";
  }

  private String joined() {
    int last = reasons.size() - 1;
    return last == 0
        ? reasons.getFirst()
        : String.join(", ", reasons.subList(0, last)) + " and " + reasons.get(last);
  }
}
