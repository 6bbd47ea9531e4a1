package planish.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final List<OptionSpec> SPECS =
      List.of(
          OptionSpec.integer("max-tree-depth", 10, 1, 20, "depth"),
          OptionSpec.realBetween("target-accept", 0.8, 0, 1, "target"),
          OptionSpec.flag("dense", false, "dense"),
          OptionSpec.text("blocks", "all", "blocks"));

  @Test
  void fillsInDefaults() {
    Options options = Options.of("kernel 'nuts'", SPECS, Map.of("max-tree-depth", "7"));

    assertThat(options.integer("max-tree-depth")).isEqualTo(7);
    assertThat(options.real("target-accept")).isEqualTo(0.8);
    assertThat(options.flag("dense")).isFalse();
    assertThat(options.text("blocks")).isEqualTo("all");
  }

  @Test
  void keepsTheOrderOfDeclaration() {
    assertThat(Options.defaults(SPECS).asMap().keySet())
        .containsExactly("max-tree-depth", "target-accept", "dense", "blocks");
  }

  @Test
  void namesTheNearestOfAnUnknownOption() {
    assertThatThrownBy(() -> Options.of("kernel 'nuts'", SPECS, Map.of("max-treedepth", "7")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("unknown option '--max-treedepth'")
        .hasMessageContaining("did you mean '--max-tree-depth'?")
        .hasMessageContaining("options of kernel 'nuts'");
  }

  @Test
  void refusesAValueOutOfRange() {
    assertThatThrownBy(() -> Options.of("kernel 'nuts'", SPECS, Map.of("target-accept", "1.5")))
        .isInstanceOf(UserException.class)
        .hasMessage("option --target-accept: expected a number between 0.0 and 1.0, but got '1.5'");
  }

  @Test
  void askingForAnUndeclaredOptionIsAFaultOfTheProgram() {
    assertThatThrownBy(() -> Options.defaults(SPECS).text("step-size"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("step-size");
  }
}
