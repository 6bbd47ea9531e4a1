package planish.diagnostics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A summary for programs; names as in the R package posterior. */
final class SummaryFormats {
  private SummaryFormats() {}

  private static Map<String, Double> numbers(ElementSummary element) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("mean", element.mean());
    numbers.put("mcse_mean", element.mcseMean());
    numbers.put("sd", element.sd());
    numbers.put("median", element.median());
    numbers.put("q5", element.q5());
    numbers.put("q95", element.q95());
    numbers.put("ess_bulk", element.essBulk());
    numbers.put("ess_tail", element.essTail());
    numbers.put("rhat", element.rHat());
    numbers.put("ess_per_draw", element.essPerDraw());
    return numbers;
  }

  static String csv(Summary summary) {
    List<String> lines = new ArrayList<>();
    lines.add("variable,mean,mcse_mean,sd,median,q5,q95,ess_bulk,ess_tail,rhat,ess_per_draw");
    for (ElementSummary element : summary.elements()) {
      lines.add(
          numbers(element).values().stream()
              .map(SummaryFormats::csv)
              .collect(Collectors.joining(",", quoted(element.variable()) + ",", "")));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String csv(double number) {
    return Double.isInfinite(number) ? (number > 0 ? "Inf" : "-Inf") : Double.toString(number);
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  static String json(Summary summary) {
    String elements =
        summary.elements().stream()
            .map(SummaryFormats::json)
            .collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"));
    return "{\n  \"chains\": "
        + summary.chains()
        + ",\n  \"draws\": "
        + summary.draws()
        + ",\n  \"elements\": "
        + (summary.elements().isEmpty() ? "[]" : elements)
        + "\n}\n";
  }

  private static String json(ElementSummary element) {
    String head = "{\"variable\": " + string(element.variable());
    return numbers(element).entrySet().stream()
        .map(number -> ", \"" + number.getKey() + "\": " + json(number.getValue()))
        .collect(Collectors.joining("", head, "}"));
  }

  private static String json(double number) {
    return Double.isFinite(number) ? Double.toString(number) : "null";
  }

  /** A JSON string (RFC 8259, section 7). */
  static String string(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> append(json, c);
      }
    }
    return json.append('"').toString();
  }

  private static void append(StringBuilder json, char c) {
    // a lone half of a pair has no UTF-8 form
    if (c < ' ' || Character.isSurrogate(c)) {
      json.append("\\u").append(Integer.toHexString(c | 0x10000).substring(1));
    } else {
      json.append(c);
    }
  }
}
