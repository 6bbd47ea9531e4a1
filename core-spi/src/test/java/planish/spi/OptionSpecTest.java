package planish.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptionSpecTest {
  private static final OptionSpec DEPTH = OptionSpec.integer("depth", 10, 1, 20, "tree depth");
  private static final OptionSpec STEP =
      OptionSpec.realBetween("step", 1, 0, Double.POSITIVE_INFINITY, "step size");
  private static final OptionSpec TARGET = OptionSpec.realBetween("target", 0.8, 0, 1, "target");
  private static final OptionSpec SCALE = OptionSpec.real("scale", 0.5, -1, 1, "a closed range");
  private static final OptionSpec DENSE = OptionSpec.flag("dense", false, "whether dense");
  private static final OptionSpec FORM =
      OptionSpec.choice("form", "unit", List.of("unit", "full"), "form");
  private static final OptionSpec ANY =
      OptionSpec.integer("any", 0, Long.MIN_VALUE, Long.MAX_VALUE, "any whole number");

  static List<Arguments> good() {
    return List.of(
        Arguments.of(DEPTH, List.of("1", "10", "20")),
        Arguments.of(STEP, List.of("1e-300", "0.1", "1e300")),
        Arguments.of(TARGET, List.of("0.001", "0.999")),
        Arguments.of(SCALE, List.of("-1", "1", "0")),
        Arguments.of(DENSE, List.of("true", "false")),
        Arguments.of(FORM, List.of("unit", "full")),
        Arguments.of(ANY, List.of("-9223372036854775808", "9223372036854775807")));
  }

  static List<Arguments> bad() {
    return List.of(
        Arguments.of(DEPTH, List.of("0", "21", "1.5", "", "ten", "99999999999999999999")),
        Arguments.of(STEP, List.of("0", "-1", "Infinity", "NaN", "x")),
        Arguments.of(TARGET, List.of("0", "1", "1.1", "NaN")),
        Arguments.of(SCALE, List.of("1.0000001", "-2")),
        Arguments.of(DENSE, List.of("yes", "TRUE", "")),
        Arguments.of(FORM, List.of("other", "Unit")));
  }

  @ParameterizedTest
  @MethodSource("good")
  void acceptsWhatLiesWithin(OptionSpec spec, List<String> texts) {
    for (String text : texts) {
      assertThatCode(() -> spec.check(text)).as(text).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("bad")
  void refusesTheRestAndSaysWhatIsExpected(OptionSpec spec, List<String> texts) {
    for (String text : texts) {
      assertThatThrownBy(() -> spec.check(text))
          .isInstanceOf(UserException.class)
          .hasMessage(
              "option --%s: expected %s, but got '%s'"
                  .formatted(spec.name(), spec.expectation(), text));
    }
  }

  @Test
  void saysItsRangeInWords() {
    assertThat(DEPTH.expectation()).isEqualTo("a whole number from 1 to 20");
    assertThat(STEP.expectation()).isEqualTo("a number above 0.0");
    assertThat(TARGET.expectation()).isEqualTo("a number between 0.0 and 1.0");
    assertThat(SCALE.expectation()).isEqualTo("a number from -1.0 to 1.0");
    assertThat(DENSE.expectation()).isEqualTo("true or false");
    assertThat(FORM.expectation()).isEqualTo("one of unit, full");
    assertThat(ANY.expectation()).isEqualTo("a whole number");
    assertThat(OptionSpec.real("x", 0, Double.NEGATIVE_INFINITY, 3, "x").expectation())
        .isEqualTo("a number of at most 3.0");
    assertThat(OptionSpec.text("x", "", "x").expectation()).isEqualTo("text");
  }

  @Test
  void aProviderCannotDeclareNonsense() {
    assertThatThrownBy(() -> OptionSpec.integer("depth", 0, 1, 20, "default out of range"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--depth");
    assertThatThrownBy(() -> OptionSpec.text("max depth", "", "a name with a space"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("max depth");
  }
}
