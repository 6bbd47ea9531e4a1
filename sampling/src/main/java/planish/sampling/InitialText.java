package planish.sampling;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import planish.autodiff.Shape;
import planish.sampling.json.NamedArray;

/** Starting positions as one text for side files, and back. */
final class InitialText {
  private static final String VALUES = "values ";

  private InitialText() {}

  static String of(Initial initial) {
    return switch (initial) {
      case Initial.Uniform uniform -> "uniform " + uniform.radius();
      case Initial.Prior() -> "prior";
      case Initial.Values values ->
          VALUES
              + values.shaped()
              + values.sites().stream()
                  .map(InitialText::chain)
                  .collect(Collectors.joining("\n", "\n", ""));
    };
  }

  static Initial parse(String text) {
    if (text.startsWith("uniform ")) {
      return Initial.uniform(Double.parseDouble(text.substring("uniform ".length())));
    }
    if (!text.startsWith(VALUES)) {
      return Initial.prior();
    }
    List<String> lines = text.lines().toList();
    boolean shaped = Boolean.parseBoolean(lines.getFirst().substring(VALUES.length()));
    List<Map<String, NamedArray>> sites =
        lines.subList(1, lines.size()).stream().map(InitialText::parseChain).toList();
    return new Initial.Values(sites, shaped, "the run's starting values");
  }

  private static String chain(Map<String, NamedArray> sites) {
    return new TreeMap<>(sites)
        .values().stream().map(InitialText::site).collect(Collectors.joining("\t"));
  }

  private static String site(NamedArray array) {
    return URLEncoder.encode(array.name(), StandardCharsets.UTF_8)
        + " "
        + IntStream.of(array.shape().lengths())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(","))
        + " "
        + Arrays.stream(array.values()).mapToObj(Double::toString).collect(Collectors.joining(","));
  }

  private static Map<String, NamedArray> parseChain(String line) {
    Map<String, NamedArray> sites = new LinkedHashMap<>();
    for (String site : items(line, "\t")) {
      String[] fields = site.split(" ", -1);
      String name = URLDecoder.decode(fields[0], StandardCharsets.UTF_8);
      Shape shape = Shape.of(items(fields[1], ",").stream().mapToInt(Integer::parseInt).toArray());
      double[] values = items(fields[2], ",").stream().mapToDouble(Double::parseDouble).toArray();
      sites.put(name, new NamedArray(name, values, shape));
    }
    return sites;
  }

  private static List<String> items(String text, String separator) {
    return text.isEmpty() ? List.of() : List.of(text.split(separator));
  }
}
