package planish.sampling.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planish.spi.UserException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One reading of a file: objects of named arrays. */
final class ArrayParser {
  private final String source;
  private final JsonParser parser;

  ArrayParser(String source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
  }

  Map<String, NamedArray> object() {
    expect(parser.nextToken() == JsonToken.START_OBJECT, "expected an object { \"name\": … }");
    Map<String, NamedArray> arrays = members();
    end();
    return arrays;
  }

  List<Map<String, NamedArray>> objects() {
    JsonToken first = parser.nextToken();
    List<Map<String, NamedArray>> all = new ArrayList<>();
    if (first == JsonToken.START_OBJECT) {
      all.add(members());
    } else {
      expect(first == JsonToken.START_ARRAY, "expected an object, or an array of objects");
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        expect(
            parser.currentToken() == JsonToken.START_OBJECT,
            "expected an object for chain " + (all.size() + 1));
        all.add(members());
      }
    }
    end();
    return all;
  }

  private Map<String, NamedArray> members() {
    Map<String, NamedArray> arrays = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      expect(!arrays.containsKey(name), "'" + name + "' stands twice");
      parser.nextToken();
      arrays.put(name, new ArrayBuilder(name).read());
    }
    return arrays;
  }

  private void end() {
    expect(parser.nextToken() == null, "expected the end of the file after the closing bracket");
  }

  private void expect(boolean condition, String message) {
    if (!condition) {
      throw error(message);
    }
  }

  private UserException error(String message) {
    var at = parser.currentTokenLocation();
    return new UserException(
        source + ", line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + message);
  }

  /** Gathers one array while its brackets open and close. */
  private final class ArrayBuilder {
    private final NumberList numbers = new NumberList();
    private final AxisLengths axes = new AxisLengths();
    private final String name;

    ArrayBuilder(String name) {
      this.name = name;
    }

    NamedArray read() {
      element();
      while (axes.depth() > 0) {
        parser.nextToken();
        element();
      }
      return new NamedArray(name, numbers.toArray(), axes.shape());
    }

    private void element() {
      switch (parser.currentToken()) {
        case START_ARRAY -> accept(axes.open());
        case END_ARRAY -> accept(axes.close());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
        case VALUE_STRING ->
            throw error(
                "'"
                    + place()
                    + "': expected a number, but got the text \""
                    + parser.getString()
                    + "\"");
        case START_OBJECT -> throw error("'" + place() + "': expected a number, not an object");
        default ->
            throw error("'" + place() + "': expected a number, but got " + parser.getString());
      }
    }

    private void number() {
      double value = parser.getDoubleValue();
      expect(
          Double.isFinite(value),
          "'" + place() + "': expected a finite number, but got " + parser.getString());
      accept(axes.number());
      numbers.add(value);
    }

    private String place() {
      return name + axes.next();
    }

    private void accept(String problem) {
      expect(problem.isEmpty(), "'" + name + "': " + problem);
    }
  }
}
