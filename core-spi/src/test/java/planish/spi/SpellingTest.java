package planish.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "max-tree-dept, max-tree-depth", // a letter left out
    "max-tree-depthh, max-tree-depth", // one too many
    "max-tere-depth, max-tree-depth", // two swapped
    "target-eccept, target-accept", // one changed
    "Max-Tree-Depth, max-tree-depth", // three changed
  })
  void findsWhatWasMeant(String written, String meant) {
    assertThat(Spelling.nearest(written, Stream.of("target-accept", "max-tree-depth", "step-size")))
        .contains(meant);
  }

  @Test
  void guessesNothingWhereNothingIsNear() {
    assertThat(Spelling.nearest("zebra", Stream.of("nuts", "hmc"))).isEmpty();
    assertThat(Spelling.nearest("zebra", Stream.of())).isEmpty();
  }

  @Test
  void anUnknownNameIsToldWithTheNearestAndAllThatExist() {
    assertThat(Spelling.unknown("kernel", "nutz", Stream.of("nuts", "hmc")))
        .isEqualTo("unknown kernel 'nutz'; did you mean 'nuts'?; known: hmc, nuts");
    assertThat(Spelling.unknown("kernel", "zebra", Stream.of("nuts", "hmc")))
        .isEqualTo("unknown kernel 'zebra'; known: hmc, nuts");
    assertThat(Spelling.unknown("kernel", "nuts", Stream.of()))
        .isEqualTo("unknown kernel 'nuts'; there are none");
  }
}
