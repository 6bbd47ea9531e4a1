package planish.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final double[][] GOOD = Samples.normal(4, 500, 1);

  private static Samples good() {
    return new Samples()
        .statistic("divergent__", Samples.constant(4, 500, 0))
        .statistic("treedepth__", Samples.constant(4, 500, 3))
        .statistic("energy__", Samples.normal(4, 500, 2))
        .scalar("mu", GOOD);
  }

  private static Findings of(Samples samples) {
    Draws draws = samples.draws(4);
    return Findings.of(draws, Summary.of(draws), 10);
  }

  private static Finding only(Findings findings, String check) {
    List<Finding> found =
        findings.list().stream().filter(finding -> finding.check().equals(check)).toList();
    assertThat(found).as(check + " in " + findings.text()).hasSize(1);
    return found.getFirst();
  }

  private static void warns(Findings findings, String check, String... parts) {
    Finding finding = only(findings, check);
    assertThat(finding.kind()).isEqualTo(Finding.Kind.WARNING);
    assertThat(finding.text()).contains(parts).startsWith("Warning: ");
    assertThat(finding.advice()).isNotEmpty();
    assertThat(findings.allWell()).isFalse();
    assertThat(findings.list()).noneMatch(other -> other.kind() == Finding.Kind.GOOD);
  }

  /** A chain's values with some replaced. */
  private static double[][] with(double[][] chains, int chain, int count, double value) {
    double[][] changed = Chains.map(chains, x -> x);
    Arrays.fill(changed[chain], 0, count, value);
    return changed;
  }

  @Test
  void allWellIsSaidInOneSentenceWithItsGrounds() {
    Findings findings = of(good());
    assertThat(findings.allWell()).isTrue();
    assertThat(findings.text())
        .matches(
            "Nothing speaks against these draws: R-hat is at most 1\\.00\\d \\(mu\\), bulk ESS at"
                + " least \\d+ \\(mu\\), tail ESS at least \\d+ \\(mu\\), no divergences among 2000"
                + " draws\\.\n");
    Findings plain = of(new Samples().scalar("mu", GOOD));
    assertThat(plain.text()).endsWith("(mu), 2000 draws.\n");
  }

  @Test
  void disagreeingChainsAreNamedTheWorstFirst() {
    Samples samples = good();
    for (int k = 1; k <= 5; k++) {
      double shift = k / 2.0;
      double[][] chains = Samples.normal(4, 500, 10 + k);
      chains[2] = Chains.map(chains, x -> x + shift)[2];
      samples.scalar("b" + k, chains);
    }
    warns(
        of(samples),
        "r-hat",
        "R-hat is 1.01 or more for 5 of 6 numbers: b5 (1.",
        "), b4 (1.",
        "), b3 (1.",
        " and 2 more. The chains do not agree");
  }

  @Test
  void fewEffectiveDrawsTellHowManyAreNeeded() {
    double[][] correlated = Samples.normal(4, 500, 3);
    for (double[] chain : correlated) {
      for (int k = 1; k < chain.length; k++) {
        chain[k] = 0.9 * chain[k - 1] + Math.sqrt(0.19) * chain[k];
      }
    }
    Findings findings = of(good().scalar("tau", correlated));
    warns(findings, "ess-bulk", "below 400 for 1 of 2 numbers: tau (", "times as many draws");
    warns(findings, "ess-tail", "tail effective sample size", "quantiles are inexact");
    double[][] drift = new double[4][500];
    for (int c = 0; c < 4; c++) {
      for (int k = 0; k < 500; k++) {
        drift[c][k] = k;
      }
    }
    warns(of(good().scalar("tau", drift)), "ess-bulk", "in other coordinates");
  }

  @Test
  void divergencesAreCountedWithTheirShare() {
    double[][] divergent = with(Samples.constant(4, 500, 0), 1, 12, 1);
    warns(
        of(good().statistic("divergent__", divergent)),
        "divergences",
        "12 of 2000 draws (0.6 %) ended in a divergence",
        "target acceptance rate");
    double[][] one = with(Samples.constant(4, 500, 0), 3, 1, 1);
    warns(of(good().statistic("divergent__", one)), "divergences", "1 of 2000 draws (0.050 %)");
    double[][] most = with(Samples.constant(4, 500, 0), 0, 500, 1);
    warns(of(good().statistic("divergent__", most)), "divergences", "500 of 2000 draws (25 %)");
  }

  @Test
  void saturatedTreesWarnWhereTheyAreMany() {
    double[][] many = with(Samples.constant(4, 500, 3), 0, 21, 10);
    warns(
        of(good().statistic("treedepth__", many)),
        "tree-depth",
        "21 of 2000 draws (1.1 %) reached the maximum tree depth of 10");
    double[][] few = with(Samples.constant(4, 500, 3), 0, 20, 10);
    Findings findings = of(good().statistic("treedepth__", few));
    assertThat(only(findings, "tree-depth").kind()).isEqualTo(Finding.Kind.NOTE);
    assertThat(findings.allWell()).isTrue();
    Draws draws = good().statistic("treedepth__", many).draws(4);
    Findings unknown = Findings.of(draws, Summary.of(draws));
    assertThat(unknown.list()).noneMatch(finding -> finding.check().equals("tree-depth"));
  }

  @Test
  void slowEnergiesNameTheChain() {
    double[][] energy = Samples.normal(4, 500, 2);
    for (int k = 0; k < 500; k++) {
      energy[1][k] = k / 100.0;
    }
    warns(of(good().statistic("energy__", energy)), "e-bfmi", "below 0.3 in chain 2 (0.00)");
  }

  @Test
  void energyFractionByHand() {
    // steps 1, 2, -3: squares 14; deviations from the mean 1 are -1, 0, 2, -1: squares 6
    assertThat(SamplerDiagnostics.energyFraction(new double[] {0, 1, 3, 0}))
        .isCloseTo(14.0 / 6, within(1e-15));
    assertThat(SamplerDiagnostics.energyFraction(new double[0])).isNaN();
    assertThat(SamplerDiagnostics.energyFraction(new double[] {1})).isNaN();
    assertThat(SamplerDiagnostics.energyFraction(new double[] {2, 2, 2})).isNaN();
    assertThat(SamplerDiagnostics.energyFraction(new double[] {1, Double.NaN})).isNaN();
    assertThat(SamplerDiagnostics.energyFraction(new double[] {1, Double.POSITIVE_INFINITY}))
        .isNaN();
  }

  @Test
  void oneChainIsANoteAndItsHalvesAreJudged() {
    Draws draws = new Samples().scalar("mu", Samples.normal(1, 2000, 4)).draws(1);
    Findings findings = Findings.of(draws, Summary.of(draws));
    assertThat(findings.allWell()).isTrue();
    assertThat(findings.text())
        .startsWith("Note: There is only one chain")
        .contains("Run 4 chains");
    double[][] drifting = Samples.normal(1, 2000, 4);
    for (int k = 0; k < 2000; k++) {
      drifting[0][k] += k / 500.0;
    }
    Draws drift = new Samples().scalar("mu", drifting).draws(1);
    warns(
        Findings.of(drift, Summary.of(drift)), "r-hat", "1 of 1 number:", "The chain's halves do");
  }

  @Test
  void tooFewDrawsAreTold() {
    for (int draws : new int[] {1, 2, 99}) {
      Findings findings = of(new Samples().scalar("mu", Samples.normal(4, draws, 5)));
      warns(findings, "draws", draws == 1 ? "is only 1 draw of" : "are only " + draws + " draws");
    }
    assertThat(of(new Samples().scalar("mu", Samples.normal(4, 100, 5))).list())
        .noneMatch(finding -> finding.check().equals("draws"));
  }

  @Test
  void noDrawsAreTold() {
    warns(of(new Samples().scalar("mu", new double[4][0])), "draws", "There are no draws that");
    Draws none = new Draws(List.of(), List.of(), new double[0][][], new double[0][][]);
    warns(Findings.of(none, Summary.of(none)), "draws", "There are no draws.");
  }

  @Test
  void numbersThatNeverChangeAreANoteUnlessAllAreSo() {
    Findings findings = of(good().scalar("one", Samples.constant(4, 500, 1)));
    assertThat(only(findings, "constant").text())
        .isEqualTo("Note: one is the same in every draw and not judged.");
    assertThat(findings.allWell()).isTrue();
    warns(
        of(new Samples().scalar("one", Samples.constant(4, 500, 1))),
        "constant",
        "the sampler does not move");
  }

  @Test
  void numbersThatAreNotFiniteAreToldWithTheirNames() {
    List<double[][]> elements = new ArrayList<>();
    for (double wild : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      elements.add(with(GOOD, 2, 1, wild));
    }
    warns(
        of(good().vector("y", elements)),
        "finite",
        "Some draws of y[1], y[2] are not finite: they are not judged.");
  }
}
