package planish.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.distributions.Distributions.flat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import planish.autodiff.graph.Expr;
import planish.distributions.Distribution;
import planish.model.Handlers;
import planish.model.Model;
import planish.model.ModelContext;
import planish.model.Posterior;
import planish.model.Posteriors;
import planish.model.Site;

/** Two points of a posterior's parameters, and the difference of its log densities there. */
record ReferenceCheck(String name, String json) {
  private static final Pattern NUMBERS =
      Pattern.compile("\"(\\w+)\"\\s*:\\s*\\[?([-+0-9.eE,\\s]+)");

  static ReferenceCheck read(Path folder, String name) throws IOException {
    String all = Files.readString(folder.resolve("checks.json"));
    int start = all.indexOf('"' + name + '"');
    int end = all.indexOf("tolerance", start);
    return new ReferenceCheck(name, all.substring(start, all.indexOf('}', end)));
  }

  /** Densities are those of the user's values: what the transforms add is taken away. */
  void compare(Model model) {
    Posterior whole = Posteriors.compile(name, model);
    Posterior jacobian =
        Posteriors.compile(name, Handlers.handle(model, ReferenceCheck::flattened));
    double[] a = whole.unconstrain(point("A"));
    double[] b = whole.unconstrain(point("B"));
    double found = difference(whole, a, b) - difference(jacobian, a, b);
    Map<String, double[]> rest = numbers(json.substring(json.lastIndexOf('}')));
    assertThat(found)
        .as(name)
        .isCloseTo(rest.get("log_density_B_minus_A")[0], within(rest.get("tolerance")[0]));
  }

  private static double difference(Posterior posterior, double[] a, double[] b) {
    var density = posterior.density().open();
    return density.value(b) - density.value(a);
  }

  /** All parameters flat on the set that they lie in, nothing observed. */
  private static Expr flattened(Site site, ModelContext outer) {
    return switch (site.role()) {
      case OBSERVED, FACTOR -> site.value().orElseThrow();
      case SAMPLED ->
          outer.site(site.withDistribution(flattened(site.distribution().orElseThrow())));
      case DETERMINISTIC, GENERATED, TUNING -> outer.site(site);
    };
  }

  private static Distribution flattened(Distribution prior) {
    return flat(prior.support(), prior.eventShape()).expand(prior.batchShape());
  }

  private Map<String, double[]> point(String letter) {
    int start = json.indexOf('"' + letter + '"') + 3;
    return numbers(json.substring(start, json.indexOf('}', start)));
  }

  private static Map<String, double[]> numbers(String text) {
    Map<String, double[]> found = new HashMap<>();
    Matcher matcher = NUMBERS.matcher(text);
    while (matcher.find()) {
      String[] numbers = matcher.group(2).strip().replaceAll(",$", "").split(",");
      found.put(
          matcher.group(1), Arrays.stream(numbers).mapToDouble(Double::parseDouble).toArray());
    }
    return found;
  }
}
