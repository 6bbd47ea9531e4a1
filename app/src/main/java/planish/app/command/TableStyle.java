package planish.app.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import planish.spi.Spelling;
import planish.spi.UserException;

/** How the table of draws looks. */
enum TableStyle {
  /** Ours: the columns of the R package posterior. */
  PLANISH,
  /** That of NumPyro's {@code print_summary}. */
  NUMPYRO;

  private static final String OPTION = "style";

  private String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static OptionSpec option() {
    String labels =
        Arrays.stream(values()).map(TableStyle::label).collect(Collectors.joining(" or "));
    return Specs.text(
        "--" + OPTION, "NAME", "how the table looks: " + labels + " (default: planish)");
  }

  /**
   * {@return the style that was asked for; ours if none was}
   *
   * @throws UserException if there is none of that name
   */
  static TableStyle of(ParseResult parsed) {
    String name = SampleOptions.text(parsed, OPTION).orElse(PLANISH.label());
    return Arrays.stream(values())
        .filter(style -> style.label().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new UserException(
                Spelling.unknown("style", name, Arrays.stream(values()).map(TableStyle::label))));
  }
}
