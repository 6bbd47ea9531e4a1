package planish.app.tutorial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is claimed of a setting, held against runs of many seeds.
 *
 * <p>The rank tests have the level 5 % together: if NumPyro's and our R-hats had one distribution,
 * one choice of seeds in 20 would give at least one p-value below its share of that. Of 600 moments
 * one is beyond 4 standard errors in 1 of 25 choices.
 *
 * <p>Of the good forms of example 1, whose tails are heavy, one chain alone is faulted with some
 * seeds, too, for directions that it explores too slowly: with 2 of 27 that were tried. So most of
 * its seeds must not be, instead of all but one in 20; at that rate fewer are in 1 of 300 choices
 * of 5 seeds. The bad form is faulted with every seed.
 */
final class Claims {
  private static final double MEDIAN = 1.02;
  private static final double LARGEST = 1.05;
  private static final double STANDARD_ERRORS = 4;
  private static final double LEVEL = 0.05;

  private final NumpyroRHats numpyro;
  private final long tests;

  /**
   * Claims.
   *
   * @param numpyro what the R-hats are compared with
   * @param tests how many rank tests share the level
   */
  Claims(NumpyroRHats numpyro, long tests) {
    this.numpyro = numpyro;
    this.tests = tests;
  }

  List<Claim> of(Setting setting, List<StudyRun> runs) {
    return setting.good() ? good(setting, runs) : bad(setting.id(), runs);
  }

  private static List<Claim> bad(String id, List<StudyRun> runs) {
    int seeds = runs.size();
    long faulted = runs.stream().filter(run -> run.first().faultedButForDivergences()).count();
    long good = runs.stream().filter(StudyRun::good).count();
    return List.of(
        Claim.atLeast(id, "one chain is faulted, divergences aside", faulted, seeds, seeds),
        Claim.none(id, "the verdict on four chains is good", good, seeds));
  }

  private List<Claim> good(Setting setting, List<StudyRun> runs) {
    String id = setting.id();
    int seeds = runs.size();
    long most = seeds - seeds / 20;
    double[] rHats = runs.stream().mapToDouble(run -> run.first().largestRHat()).toArray();
    double largest = Arrays.stream(rHats).max().orElseThrow();
    long unfaulted = runs.stream().filter(run -> !run.first().faultedButForDivergences()).count();
    List<Claim> claims = new ArrayList<>();
    claims.add(
        Claim.atMost(id, "median of the largest R-hat", "%.4f", Numbers.median(rHats), MEDIAN));
    claims.add(Claim.atMost(id, "greatest of the largest R-hat", "%.4f", largest, LARGEST));
    claims.add(notWorse(setting, rHats));
    boolean isOneChain = StudyRun.chains(setting) == 1;
    claims.add(
        Claim.atLeast(
            id,
            "one chain is not faulted, divergences aside",
            unfaulted,
            seeds,
            isOneChain ? seeds / 2 + 1 : most));
    if (!isOneChain) {
      long good = runs.stream().filter(StudyRun::good).count();
      claims.add(Claim.atLeast(id, "the verdict on four chains is good", good, seeds, most));
    }
    if (setting.truthKnown()) {
      double error = Moments.largest(runs.stream().map(StudyRun::moments).toList());
      claims.add(
          Claim.atMost(
              id, "error of means and variances, in MCSE", "%.2f", error, STANDARD_ERRORS));
    }
    return claims;
  }

  private Claim notWorse(Setting setting, double[] rHats) {
    double[] theirs = numpyro.of(setting);
    double bound = LEVEL / tests;
    double p = RankTest.greater(rHats, theirs);
    return new Claim(
        setting.id(),
        "not above NumPyro's (median %s): p"
            .formatted(Numbers.text("%.4f", Numbers.median(theirs))),
        Numbers.text("%.4f", p),
        "at least " + Numbers.text("%.4f", bound),
        p >= bound);
  }
}
