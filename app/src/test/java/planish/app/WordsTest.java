package planish.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "one two three, 7, one two|three",
    "one two three, 8, one two|three",
    "one two three, 13, one two three",
    "one two three, 3, one|two|three",
    "one two three, 1, one|two|three",
    "one unbreakable, 5, one|unbreakable",
    "one two|  an indented line, 100, one two|  an indented line",
    "'', 10, ''"
  })
  void linesAreBrokenBetweenWordsAlone(String text, int width, String expected) {
    String lines = Words.wrapped(text.replace("|", "\n"), width);

    assertThat(lines).isEqualTo(expected.replace("|", System.lineSeparator()));
  }

  @ParameterizedTest
  @CsvSource({"80", "120", "40"})
  void noLineIsWiderThanTheTerminalAndNoWordIsLost(int width) {
    String advice = "Warning: 12 of 4000 draws diverged. ".repeat(20).strip();

    String wrapped = Words.wrapped(advice, width);

    assertThat(wrapped.lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
    assertThat(wrapped.lines().count()).isGreaterThan(1);
    assertThat(wrapped.replace(System.lineSeparator(), " ")).isEqualTo(advice);
  }
}
