package planish.app.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import planish.diagnostics.Verdict;

/** Each claim is met or not as it should be, on runs that were made up. */
class ClaimsTest {
  private static final Example FULL_RANK = Examples.chosen(OptionalInt.of(2)).getFirst();
  private static final Setting BAD = FULL_RANK.settings().get(0);
  private static final Setting GOOD = FULL_RANK.settings().get(1);
  private static final Claims CLAIMS =
      new Claims(new NumpyroRHats("", Map.of("2b", new double[] {1, 1.001, 1.002, 1.003})), 1);

  private static StudyRun run(double rHat, boolean good, double error, String... reasons) {
    Verdict verdict = new Verdict(Verdict.Judgement.NOT_JUDGED, List.of(reasons));
    Figures figures = new Figures(rHat, 500, new double[2], new double[2]);
    return new StudyRun(
        new Chain(List.of(figures), 1000, 0, 0, verdict),
        good,
        new Moments(new double[] {error}, new double[] {0.1}));
  }

  private static List<Boolean> met(Setting setting, StudyRun run) {
    return CLAIMS.of(setting, Collections.nCopies(4, run)).stream().map(Claim::met).toList();
  }

  @Test
  void goodFormsMustBeGoodInEveryRespect() {
    assertThat(met(GOOD, run(1, true, 0))).containsOnly(true).hasSize(6);
    assertThat(met(GOOD, run(1, true, 0, "divergences"))).containsOnly(true);
    // Twice the standard error each is four of all together.
    assertThat(met(GOOD, run(1, true, -0.21))).containsExactly(true, true, true, true, true, false);
    assertThat(met(GOOD, run(1, false, 0))).containsExactly(true, true, true, true, false, true);
    assertThat(met(GOOD, run(1, true, 0, "tail ESS")))
        .containsExactly(true, true, true, false, true, true);
    assertThat(met(GOOD, run(1.03, true, 0))).containsExactly(false, true, false, true, true, true);
    assertThat(met(GOOD, run(Double.NaN, true, 0))).startsWith(false, false);
  }

  @Test
  void badFormsMustBeTold() {
    assertThat(met(BAD, run(2, false, 9, "R-hat"))).containsExactly(true, true);
    assertThat(met(BAD, run(2, false, 9, "divergences"))).containsExactly(false, true);
    assertThat(met(BAD, run(2, true, 9, "R-hat"))).containsExactly(true, false);
  }

  @Test
  void oneOfTwentySeedsMayFailOfGoodForms() {
    List<StudyRun> runs = new ArrayList<>(Collections.nCopies(19, run(1, true, 0)));
    runs.add(run(1.04, false, 0, "R-hat"));
    assertThat(CLAIMS.of(GOOD, runs)).allMatch(Claim::met);
    runs.set(0, runs.getLast());
    assertThat(CLAIMS.of(GOOD, runs).stream().filter(claim -> !claim.met()).map(Claim::what))
        .containsExactly(
            "one chain is not faulted, divergences aside", "the verdict on four chains is good");
  }

  @Test
  void mostChainsOfHeavyTailsMustNotBeFaulted() {
    Setting scaled = Examples.chosen(OptionalInt.of(1)).getFirst().settings().get(1);
    Claims claims =
        new Claims(new NumpyroRHats("", Map.of("1b", new double[] {1, 1.001, 1.002})), 1);
    List<StudyRun> runs = new ArrayList<>(Collections.nCopies(3, run(1, true, 0)));
    runs.addAll(Collections.nCopies(2, run(1, true, 0, "R-hat")));
    assertThat(claims.of(scaled, runs)).allMatch(Claim::met).hasSize(4);
    runs.set(0, runs.getLast());
    assertThat(claims.of(scaled, runs).stream().filter(claim -> !claim.met()).map(Claim::what))
        .containsExactly("one chain is not faulted, divergences aside");
  }

  @Test
  void numpyrosNumbersAreThereForEveryGoodForm() {
    NumpyroRHats numpyro = NumpyroRHats.read();
    assertThat(numpyro.origin()).startsWith("NumPyro 0.22.0, ").contains("float64");
    for (Example example : Examples.all()) {
      for (Setting setting : example.settings()) {
        if (setting.good()) {
          assertThat(numpyro.of(setting)).hasSize(example.number() == 1 ? 5 : 20);
          assertThat(Arrays.stream(numpyro.of(setting)))
              .allMatch(rHat -> rHat > 0.998 && rHat < 1.1);
        }
      }
    }
  }
}
