package planish.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers, tables and JSON as they are printed. */
class TextsTest {
  @Test
  void numbersHaveThreeDigitsAndAUnit() {
    assertThat(List.of(0.0123, 0.9994, 0.99951, 1.234, 9.996, 99.96, 999.4, 12_345.0, 2.5e6))
        .extracting(Units::microseconds)
        .containsExactly(
            "0.012 µs",
            "0.999 µs",
            "1.00 µs",
            "1.23 µs",
            "10.0 µs",
            "100 µs",
            "999 µs",
            "12.3 ms",
            "2.50 s");
    assertThat(List.of(0L, 9_999L, 10_000L, 123_456L, 12_345_678L, 1_234_567_890L))
        .extracting(Units::bytes)
        .containsExactly("0 B", "9,999 B", "10.0 kB", "123 kB", "12.3 MB", "1,235 MB");
  }

  @Test
  void columnsAreAligned() {
    Rows rows = new Rows(1);
    rows.add(List.of("", "as stated", "rewritten"));
    rows.add(List.of("operations", "5", "12"));

    assertThat(rows.text("  ").lines())
        .containsExactly(
            "              as stated  rewritten", "  operations          5         12");
  }

  @Test
  void jsonKeepsOrderAndEscapes() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("text", "a \"b\" \\ \n\tü");
    object.put("numbers", Map.of("x", Double.NaN));
    object.put("none", List.of());
    object.put("list", List.of(1, true, List.of(2.5)));

    assertThat(JsonText.of(object).lines())
        .containsExactly(
            "{",
            "  \"text\": \"a \\\"b\\\" \\\\ \\n\\tü\",",
            "  \"numbers\": {",
            "    \"x\": null",
            "  },",
            "  \"none\": [],",
            "  \"list\": [",
            "    1,",
            "    true,",
            "    [",
            "      2.5",
            "    ]",
            "  ]",
            "}");
  }
}
