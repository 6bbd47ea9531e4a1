package planish.app.explain;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Maps, lists, texts, numbers and truth values as JSON (RFC 8259), indented. */
final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  /** Two spaces a level, and the same line ends everywhere. */
  private static final class Indented extends ObjectWriteContext.Base {
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final Separators SEPARATORS =
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter(SEPARATORS)
          .withObjectIndenter(LINES)
          .withArrayIndenter(LINES);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }

  /** {@return the text; numbers that are not finite are null} */
  static String of(Map<String, ?> object) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(new Indented(), text)) {
      write(object, json);
    }
    return text.toString();
  }

  private static void write(Object value, JsonGenerator json) {
    switch (value) {
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach((name, inner) -> write(inner, json.writeName(name.toString())));
        json.writeEndObject();
      }
      case List<?> list -> {
        json.writeStartArray();
        list.forEach(inner -> write(inner, json));
        json.writeEndArray();
      }
      case Double number when !Double.isFinite(number) -> json.writeNull();
      case Double number -> json.writeNumber(number);
      case Number number -> json.writeNumber(number.longValue());
      case Boolean truth -> json.writeBoolean(truth);
      default -> json.writeString(value.toString());
    }
  }
}
