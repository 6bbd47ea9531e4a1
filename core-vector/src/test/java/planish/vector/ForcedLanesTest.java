package planish.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planish.spi.UserException;

/** The same bits from run times of 2, 4 and 8 lanes and from plain loops. */
class ForcedLanesTest {

  @Test
  void everyLaneCountGivesThePlainBits() throws Exception {
    String plain = run("plain", "-Xint");
    String hash = plain.substring("plain ".length());
    for (int lanes : new int[] {2, 4, 8}) {
      assertThat(run("vector", "-Dplanish.vector.lanes=" + lanes))
          .isEqualTo("vector (" + lanes + " lanes) " + hash);
    }
  }

  @Test
  void anotherLaneCountIsRefused() {
    assertThatThrownBy(() -> LaneChoice.of("3", 8))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("planish.vector.lanes is '3'")
        .hasMessageContaining("2, 4 or 8");
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 2", "4, 4", "8, 8", "32, 8"})
  void machinesOfAnyLengthHaveWholeVectorsOfEight(int preferred, int lanes) {
    assertThat(LaneChoice.of(null, preferred).length()).isEqualTo(lanes);
  }

  private static String run(String loops, String option) throws Exception {
    return Child.run(LaneHash.class, loops, "-XX:TieredStopAtLevel=1", option);
  }
}
