package planish.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import planish.app.Terminal;
import planish.diagnostics.Draws;
import planish.diagnostics.Quantity;
import planish.spi.UserException;

class TableStyleTest {
  private static TableStyle of(String... arguments) {
    ParseResult parsed =
        new CommandLine(CommandSpec.create().addOption(TableStyle.option())).parseArgs(arguments);
    return TableStyle.of(parsed);
  }

  private static String printed(TableStyle style, int chains) {
    Random random = new Random(1);
    double[][][] values = new double[chains][1][];
    double[][][] none = new double[chains][0][];
    for (double[][] chain : values) {
      chain[0] = random.doubles(1000).toArray();
    }
    Draws draws =
        new Draws(
            List.of(new Quantity("mu", List.of(), 0, List.of("mu"))), List.of(), values, none);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new Report(new Terminal(out, out, false, 80, Terminal.ENDLESS), style).summary(draws, 10, 10);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void stylesAreNamedAndOursIsTheDefault() {
    assertThat(of()).isEqualTo(TableStyle.PLANISH);
    assertThat(of("--style", "planish")).isEqualTo(TableStyle.PLANISH);
    assertThat(of("--style", "numpyro")).isEqualTo(TableStyle.NUMPYRO);
  }

  @Test
  void anUnknownStyleIsToldWithThoseThereAre() {
    assertThatThrownBy(() -> of("--style", "numpy"))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("style", "'numpy'", "numpyro", "planish");
  }

  @Test
  void theVerdictStandsBelowTheTable() {
    assertThat(printed(TableStyle.PLANISH, 4))
        .contains("ess_bulk")
        .contains("\n\nVerdict: good.\n");
    assertThat(printed(TableStyle.PLANISH, 1)).contains("\n\nVerdict: not judged across chains.\n");
    assertThat(printed(TableStyle.NUMPYRO, 2))
        .contains("n_eff", "Number of divergences: 0")
        .contains("\n\nVerdict: not good, because of fewer than 4 chains.\n");
  }
}
