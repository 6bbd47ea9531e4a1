package planish.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planish.app.Terminal;
import planish.sampling.ChainProgress;
import planish.sampling.ChainProgress.Stage;
import planish.sampling.RunListener;
import planish.sampling.RunProgress;

class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private static RunProgress progress(Duration elapsed, ChainProgress... chains) {
    return new RunProgress(List.of(chains), elapsed, 0);
  }

  private static ChainProgress chain(int number, Stage stage, long done, long divergences) {
    return new ChainProgress(number, stage, done, 1000, 2000, divergences);
  }

  private String printed() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    return text;
  }

  @Test
  void eachChainHasALineWithPhaseDrawsDivergencesAndTimeLeft() {
    RunProgress progress =
        progress(
            Duration.ofSeconds(10),
            chain(0, Stage.WARMUP, 500, 0),
            chain(1, Stage.SAMPLING, 1500, 1),
            chain(2, Stage.COMPLETE, 2000, 12),
            chain(3, Stage.WAITING, 0, 0));

    assertThat(ProgressLines.live(progress, 100))
        .containsExactly(
            "chain 1  warm-up  [=======                       ]  500/2000  0 divergences, 10 s left",
            "chain 2  sampling [======================        ] 1500/2000  1 divergence, 10 s left",
            "chain 3  complete [==============================] 2000/2000  12 divergences",
            "chain 4  waiting  [                              ]    0/2000  0 divergences, 10 s left");
  }

  @Test
  void afterAStopNoTimeIsLeftAndChainsThatFailedAreNotWaitedFor() {
    RunProgress stopped =
        progress(
            Duration.ofSeconds(10),
            chain(0, Stage.STOPPED, 500, 0),
            chain(1, Stage.COMPLETE, 2000, 0),
            chain(2, Stage.STOPPED, 0, 0));
    RunProgress oneFailed =
        progress(
            Duration.ofSeconds(15),
            chain(0, Stage.STOPPED, 500, 0),
            chain(1, Stage.WARMUP, 1000, 0));

    assertThat(ProgressLines.live(stopped, 100)).noneMatch(line -> line.contains("left"));
    assertThat(ProgressLines.total(stopped)).endsWith("0 divergences");
    assertThat(ProgressLines.live(oneFailed, 100).getLast()).endsWith(", 10 s left");
  }

  @Test
  void beforeTheFirstTransitionNoTimeIsKnown() {
    assertThat(
            ProgressLines.live(progress(Duration.ofSeconds(1), chain(0, Stage.WAITING, 0, 0)), 60))
        .singleElement()
        .asString()
        .doesNotContain("left");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    for (int columns : new int[] {1, 10, 40, 60, 64, 70, 80, 200}) {
      RunProgress progress = progress(Duration.ofDays(2), chain(0, Stage.WARMUP, 1, 123_456));
      assertThat(ProgressLines.live(progress, columns))
          .allSatisfy(
              line -> assertThat(line.length()).isLessThanOrEqualTo(Math.max(0, columns - 1)));
    }
  }

  @Test
  void manyChainsShareOneLine() {
    ChainProgress[] chains =
        IntStream.range(0, 100)
            .mapToObj(c -> chain(c, c < 40 ? Stage.COMPLETE : Stage.WAITING, c < 40 ? 2000 : 0, 0))
            .toArray(ChainProgress[]::new);

    assertThat(ProgressLines.live(progress(Duration.ofSeconds(80), chains), 200))
        .containsExactly(
            "80000 of 200000 transitions, 40 of 100 chains complete, 0 divergences, 2:00 min left");
  }

  @Test
  void aTerminalIsDrawnAnewInPlace() {
    RunListener listener = Progress.on(new Terminal(out, out, true, 60, 60));

    listener.progress(
        progress(
            Duration.ofSeconds(1), chain(0, Stage.WARMUP, 1, 0), chain(1, Stage.WARMUP, 1, 0)));
    assertThat(printed()).doesNotContain("\u001b[2A").endsWith("\n");
    listener.progress(
        progress(
            Duration.ofSeconds(1), chain(0, Stage.WARMUP, 2, 0), chain(1, Stage.WARMUP, 2, 0)));
    assertThat(printed()).startsWith("\u001b[2A\r\u001b[2Kchain 1");
  }

  @Test
  void elsewhereAPlainLineComesNowAndThen() {
    RunListener listener = Progress.on(new Terminal(out, out, false, 80, 80));

    for (int second = 0; second <= 12; second++) {
      listener.progress(
          progress(Duration.ofSeconds(second), chain(0, Stage.WARMUP, 100L * second, 0)));
    }

    assertThat(printed().lines().toList())
        .containsExactly(
            "500 of 2000 transitions, 0 of 1 chains complete, 0 divergences, 15 s left",
            "1000 of 2000 transitions, 0 of 1 chains complete, 0 divergences, 10 s left");
  }
}
