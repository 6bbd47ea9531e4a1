package planish.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.spi.Options;

/**
 * Density differences of posteriordb's models, read from the pack that PLANISH_POSTERIORDB names.
 */
class PosteriordbTest {
  @Test
  void eightSchoolsDifferBetweenTwoPointsAsStanSays() throws IOException {
    String folder = System.getenv("PLANISH_POSTERIORDB");
    assumeTrue(folder != null, "skipped: PLANISH_POSTERIORDB names no folder with checks.json");
    String all = Files.readString(Path.of(folder, "checks.json"));
    String check = all.substring(all.indexOf("\"eight_schools-eight_schools_noncentered\""));
    Posterior posterior =
        Posteriors.compile(
            "eight-schools",
            new EightSchoolsNoncentered()
                .create(Options.defaults(java.util.List.of()), Optional.empty()));
    double difference = density(posterior, part(check, "B")) - density(posterior, part(check, "A"));
    assertThat(difference)
        .isCloseTo(
            numbers(check, "log_density_B_minus_A")[0], within(numbers(check, "tolerance")[0]));
  }

  /** Without the Jacobian of tau = exp(u), as the pack has it. */
  private static double density(Posterior posterior, String point) {
    double[] tau = numbers(point, "tau");
    double[] position =
        posterior.unconstrain(
            Map.of(
                "mu",
                numbers(point, "mu"),
                "tau",
                tau,
                "theta_trans",
                numbers(point, "theta_trans")));
    return posterior.density().open().value(position) - Math.log(tau[0]);
  }

  private static String part(String check, String key) {
    int start = check.indexOf("\"" + key + "\"");
    return check.substring(start, check.indexOf('}', start));
  }

  private static double[] numbers(String text, String key) {
    Matcher found = Pattern.compile("\"" + key + "\"\\s*:\\s*\\[?([-0-9.eE+,\\s]+)").matcher(text);
    assertThat(found.find()).as(key).isTrue();
    return Arrays.stream(found.group(1).trim().replaceAll(",$", "").split(","))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
