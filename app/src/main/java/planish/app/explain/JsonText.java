package planish.app.explain;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Maps, lists, texts, numbers and truth values as JSON (RFC 8259). */
final class JsonText {
  private JsonText() {}

  /** {@return the text; objects within the outermost one take a line each} */
  static String of(Map<String, ?> object) {
    return lines(object.entrySet(), JsonText::entry, "{", "}");
  }

  private static String entry(Map.Entry<String, ?> entry) {
    String value =
        entry.getValue() instanceof List<?> list && !list.isEmpty()
            ? lines(list, JsonText::value, "[", "]").replace("\n", "\n  ")
            : value(entry.getValue());
    return string(entry.getKey()) + ": " + value;
  }

  private static <T> String lines(
      Iterable<T> all, Function<T, String> line, String open, String close) {
    return java.util.stream.StreamSupport.stream(all.spliterator(), false)
        .map(line)
        .collect(Collectors.joining(",\n  ", open + "\n  ", "\n" + close));
  }

  private static String value(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> string(entry.getKey().toString()) + ": " + value(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> list ->
          list.stream().map(JsonText::value).collect(Collectors.joining(", ", "[", "]"));
      case Number number -> Double.isFinite(number.doubleValue()) ? number.toString() : "null";
      case Boolean truth -> truth.toString();
      default -> string(value.toString());
    };
  }

  private static String string(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        default -> append(json, c);
      }
    }
    return json.append('"').toString();
  }

  /** A lone half of a pair has no UTF-8 form. */
  private static void append(StringBuilder json, char c) {
    if (c < ' ' || Character.isSurrogate(c)) {
      json.append("\\u").append(Integer.toHexString(c | 0x10000).substring(1));
    } else {
      json.append(c);
    }
  }
}
