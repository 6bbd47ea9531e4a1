package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The same bits from run times of 2, 4 and 8 lanes, without the Vector API, and interpreted. */
class ForcedLanesTest {
  private static final String[] VECTORS = {"--add-modules", "jdk.incubator.vector"};

  @Test
  void everyLaneCountGivesTheSameBits() throws Exception {
    String interpreted = Fork.run(LaneHash.class, "off");
    String hash = interpreted.substring(interpreted.indexOf(' '));
    assertThat(Fork.run(LaneHash.class, "vector")).as("no Vector API").isEqualTo("1" + hash);
    for (int lanes : new int[] {2, 4, 8}) {
      String lanesOption = "-Dplanish.vector.lanes=" + lanes;
      assertThat(Fork.run(LaneHash.class, "vector", VECTORS[0], VECTORS[1], lanesOption))
          .isEqualTo(8 / lanes + hash);
    }
  }
}
