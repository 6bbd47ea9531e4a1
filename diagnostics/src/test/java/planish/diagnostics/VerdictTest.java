package planish.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import planish.diagnostics.Verdict.Judgement;

/** Draws that are good but for one thing, one test for each condition of a good verdict. */
class VerdictTest {
  private static final int DRAWS = 1000;

  private static Samples good(int chains) {
    return new Samples()
        .statistic("divergent__", Samples.constant(chains, DRAWS, 0))
        .scalar("mu", Samples.normal(chains, DRAWS, 1))
        .scalar("tau", Chains.map(Samples.normal(chains, DRAWS, 2), Math::exp))
        .scalar("fixed", Samples.constant(chains, DRAWS, 3));
  }

  private static Verdict of(Samples samples, int chains) {
    Draws draws = samples.draws(chains);
    return Verdict.of(draws, Summary.of(draws));
  }

  private static void notGood(Verdict verdict, String... reasons) {
    assertThat(verdict.judgement()).isEqualTo(Judgement.NOT_GOOD);
    assertThat(verdict.isGood()).isFalse();
    assertThat(verdict.reasons()).containsExactly(reasons);
    assertThat(verdict.text()).startsWith("Verdict: not good, because of " + reasons[0]);
  }

  /** Chains that remember their last draw. */
  private static double[][] slow(double memory, long seed) {
    double[][] chains = Samples.normal(4, DRAWS, seed);
    for (double[] chain : chains) {
      for (int k = 1; k < chain.length; k++) {
        chain[k] = memory * chain[k - 1] + Math.sqrt(1 - memory * memory) * chain[k];
      }
    }
    return chains;
  }

  @Test
  void independentDrawsOfFourChainsAreGood() {
    Verdict verdict = of(good(4), 4);
    assertThat(verdict.text()).isEqualTo("Verdict: good.");
    assertThat(verdict.reasons()).isEmpty();
    assertThat(verdict.isGood()).isTrue();
    assertThat(of(good(8), 8).isGood()).isTrue();
  }

  @Test
  void fewerThanFourChainsAreNotGood() {
    notGood(of(good(3), 3), "fewer than 4 chains");
    notGood(of(good(2), 2), "fewer than 4 chains");
  }

  @Test
  void oneChainIsNotJudgedAcrossChains() {
    Verdict verdict = of(good(1), 1);
    assertThat(verdict.judgement()).isEqualTo(Judgement.NOT_JUDGED);
    assertThat(verdict.isGood()).isFalse();
    assertThat(verdict.text()).isEqualTo("Verdict: not judged across chains.");
    Draws draws =
        new Samples()
            .scalar("mu", Samples.normal(1, DRAWS, 1))
            .statistic("divergent__", Samples.constant(1, DRAWS, 1))
            .draws(1);
    assertThat(Verdict.of(draws, Summary.of(draws)).text())
        .isEqualTo(
            "Verdict: not judged across chains; not good within the only one, because of"
                + " divergences.");
  }

  @Test
  void boundsGrowStricterUpToFourChains() {
    assertThat(Bounds.of(1)).isEqualTo(new Bounds(1.05, 100));
    assertThat(Bounds.of(2)).isEqualTo(new Bounds(1.025, 200));
    assertThat(Bounds.of(3).ess()).isEqualTo(300);
    assertThat(Bounds.of(4)).isEqualTo(new Bounds(1.01, 400));
    assertThat(Bounds.of(100)).isEqualTo(Bounds.of(4));
    assertThat(Bounds.ofHalves(1)).isEqualTo(new Bounds(1.05, 50));
    assertThat(Bounds.ofHalves(4)).isEqualTo(Bounds.of(4));
    assertThat(Bounds.of(1).rHatText()).isEqualTo("1.05");
    assertThat(Bounds.of(2).rHatText()).isEqualTo("1.025");
    assertThat(Bounds.of(4).essText()).isEqualTo("400");
  }

  /**
   * What four chains must have is asked of one in its proportion: 150 effective draws are enough.
   */
  @Test
  void oneChainIsHeldAgainstWhatOneCanHave() {
    double[][] chain = {slow(0.72, 5)[1]};
    Draws draws = new Samples().scalar("mu", chain).draws(1);
    ElementSummary mu = Summary.of(draws).elements().getFirst();
    assertThat(mu.essBulk()).isBetween(120.0, 250.0);
    assertThat(Verdict.of(draws, Summary.of(draws)).reasons()).isEmpty();
    double[][] slower = {slow(0.95, 5)[1]};
    Draws few = new Samples().scalar("mu", slower).draws(1);
    assertThat(Findings.of(few, Summary.of(few)).text()).contains("is below 100 for 1 of 1 number");
    assertThat(Verdict.of(few, Summary.of(few)).reasons()).contains("bulk ESS");
  }

  /** Where the numbers fail by themselves, that directions fail too is left to the findings. */
  @Test
  void slowDirectionsAreAReasonWhereNumbersDoNotTell() {
    Samples samples = good(4).scalar("wide", Chains.map(slow(0.99, 5), x -> 100 * x));
    Draws draws = samples.draws(4);
    Findings findings = Findings.of(draws, Summary.of(draws));
    assertThat(findings.text()).contains("of the 3 leading directions");
    assertThat(findings.verdict().reasons())
        .contains("bulk ESS")
        .doesNotContain("directions that are explored too slowly");
  }

  @Test
  void oneDivergenceIsEnough() {
    double[][] divergent = Samples.constant(4, DRAWS, 0);
    divergent[3][7] = 1;
    notGood(of(good(4).statistic("divergent__", divergent), 4), "divergences");
  }

  /** A small quantity, so that it is no leading direction. */
  @Test
  void chainsThatDisagreeAreNotGood() {
    double[][] shifted = Chains.map(Samples.normal(4, DRAWS, 3), x -> 0.01 * x);
    shifted[1] = Chains.map(shifted, x -> x + 0.004)[1];
    notGood(of(wide().scalar("small", shifted), 4), "R-hat");
  }

  /** Independent draws of five wide quantities: the leading directions are theirs. */
  private static Samples wide() {
    Samples samples = good(4);
    for (int k = 1; k <= 5; k++) {
      samples.scalar("wide" + k, Chains.map(Samples.normal(4, DRAWS, 20 + k), x -> 100 * x));
    }
    return samples;
  }

  @Test
  void fewEffectiveDrawsInTheBulkAreNotGood() {
    double[][] chains = Chains.map(slow(0.85, 5), x -> 0.01 * x);
    Verdict verdict = of(wide().scalar("small", chains), 4);
    assertThat(verdict.reasons()).contains("bulk ESS").doesNotContain("divergences");
    assertThat(verdict.isGood()).isFalse();
  }

  /** Volatility that comes in bursts: the bulk is explored well, the tails are not. */
  @Test
  void fewEffectiveDrawsInTheTailsAreNotGood() {
    double[][] chains = Samples.normal(4, DRAWS, 6);
    for (double[] chain : chains) {
      for (int k = 0; k < DRAWS; k++) {
        chain[k] *= k % (DRAWS / 2) < 60 ? 0.02 : 0.001;
      }
    }
    notGood(of(wide().scalar("small", chains), 4), "tail ESS");
  }

  @Test
  void drawsThatAreNotFiniteAreNotGood() {
    double[][] wild = Samples.normal(4, DRAWS, 7);
    wild[2][5] = Double.NaN;
    notGood(of(good(4).scalar("wild", wild), 4), "draws that are not finite");
  }

  @Test
  void fewDrawsAndNoDrawsAreNotGood() {
    Draws few = new Samples().scalar("mu", Samples.normal(4, 99, 8)).draws(4);
    assertThat(Verdict.of(few, Summary.of(few)).reasons()).contains("too few draws");
    Draws none = new Draws(List.of(), List.of(), new double[0][][], new double[0][][]);
    assertThat(Verdict.of(none, Summary.of(none)).isGood()).isFalse();
  }

  /**
   * Two hundred numbers that share a small part, in which each chain is stuck elsewhere: R-hat of
   * no number and no effective sample size shows it, a leading direction does.
   */
  @Test
  void stuckDirectionIsFoundThoughNoNumberShowsIt() {
    List<double[][]> elements = shared(new double[] {-0.12, -0.04, 0.04, 0.12}, 9);
    Draws draws = good(4).vector("x", elements).draws(4);
    Summary summary = Summary.of(draws);
    assertThat(summary.elements())
        .noneMatch(e -> e.rHat() >= 1.01 || e.essBulk() < 400 || e.essTail() < 400);
    Findings findings = Findings.of(draws, summary);
    notGood(findings.verdict(), "directions that are explored too slowly");
    assertThat(findings.text())
        .contains(
            "1 of the 5 leading directions, the direction of the second largest spread (mostly x[")
        .contains("]): R-hat ")
        .contains("use a dense mass matrix");
  }

  /** The same numbers whose shared part moves are good: directions alone raise no alarm. */
  @Test
  void equallyCorrelatedDrawsThatMoveAreGood() {
    Draws draws = good(4).vector("x", shared(new double[4], 9)).draws(4);
    assertThat(Verdict.of(draws, Summary.of(draws)).text()).isEqualTo("Verdict: good.");
  }

  private static List<double[][]> shared(double[] places, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<double[][]> elements = new ArrayList<>();
    for (int k = 0; k < 200; k++) {
      elements.add(new double[4][DRAWS]);
    }
    for (int c = 0; c < 4; c++) {
      for (int n = 0; n < DRAWS; n++) {
        double common = places[c] + 0.02 * random.nextGaussian();
        for (double[][] element : elements) {
          element[c][n] = common + random.nextGaussian();
        }
      }
    }
    return elements;
  }
}
