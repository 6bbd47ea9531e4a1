package planish.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmupScheduleTest {
  /**
   * Worked out by hand from Stan's rules: after each window its length doubles, and it is stretched
   * to the end when the one after it (twice as long again) would reach beyond.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 0, '', 0",
    "1, 1, '', 0",
    "19, 19, '', 0",
    "20, 3, '15', 2",
    "50, 7, '38', 5",
    "100, 15, '75', 10",
    "149, 22, '113', 14",
    "150, 75, '25', 50",
    "151, 75, '25 1', 50",
    "180, 75, '25 30', 50",
    "200, 75, '25 50', 50",
    "299, 75, '25 149', 50",
    "300, 75, '25 50 100', 50",
    "500, 75, '25 50 100 200', 50",
    "600, 75, '25 50 100 300', 50",
    "1000, 75, '25 50 100 200 500', 50",
    "2000, 75, '25 50 100 200 400 1100', 50"
  })
  void dividesAsStanDoes(int warmup, int initial, String windows, int terminal) {
    List<Integer> lengths =
        windows.isEmpty()
            ? List.of()
            : Arrays.stream(windows.split(" ")).map(Integer::valueOf).toList();
    assertThat(WarmupSchedule.stan().windows(warmup))
        .isEqualTo(new WarmupSchedule.Windows(initial, lengths, terminal));
  }

  @Test
  void leavesNothingOut() {
    for (int warmup = 0; warmup < 3000; warmup++) {
      WarmupSchedule.Windows parts = WarmupSchedule.stan().windows(warmup);
      int sum = parts.windows().stream().mapToInt(Integer::intValue).sum();
      assertThat(parts.initial() + sum + parts.terminal()).isEqualTo(warmup);
      assertThat(parts.windows()).allMatch(length -> length > 0);
    }
  }

  @Test
  void otherLengthsWorkAlike() {
    assertThat(new WarmupSchedule(0, 0, 20).windows(20))
        .isEqualTo(new WarmupSchedule.Windows(0, List.of(20), 0));
    assertThat(new WarmupSchedule(10, 10, 10).windows(100))
        .isEqualTo(new WarmupSchedule.Windows(10, List.of(10, 20, 50), 10));
    assertThatThrownBy(() -> new WarmupSchedule(-1, 50, 25))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }
}
