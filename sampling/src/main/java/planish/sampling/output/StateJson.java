package planish.sampling.output;

import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import planish.kernels.StateTree;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * The JSON of a side file. Doubles are written as the shortest text that reads back to the same
 * double, NaN and infinities as texts.
 */
final class StateJson {
  static final String FORMAT = "planish-chain-1";

  private static final JsonFactory FACTORY = new JsonFactory();

  private StateJson() {}

  static void write(SavedChain chain, OutputStream out) {
    StateTree recorder = new StateTree();
    chain.recorder().save(recorder);
    try (JsonGenerator json =
        FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringProperty("format", FORMAT);
      json.writeName("settings").writeStartObject();
      chain.settings().forEach(json::writeStringProperty);
      json.writeEndObject();
      writeTree("recorder", recorder, json);
      writeTree("sampler", chain.sampler(), json);
      json.writeEndObject();
    }
  }

  private static void writeTree(String name, StateTree tree, JsonGenerator json) {
    json.writeName(name).writeStartObject();
    json.writeName("numbers").writeStartObject();
    tree.arrays().forEach((key, array) -> writeNumbers(key, array, json));
    json.writeEndObject();
    json.writeName("whole").writeStartObject();
    tree.wholeNumbers()
        .forEach((key, array) -> json.writeName(key).writeArray(array, 0, array.length));
    json.writeEndObject();
    json.writeName("parts").writeStartObject();
    tree.children().forEach((key, child) -> writeTree(key, child, json));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeNumbers(String name, double[] array, JsonGenerator json) {
    json.writeName(name).writeStartArray();
    for (double number : array) {
      if (Double.isFinite(number)) {
        json.writeNumber(Double.toString(number));
      } else {
        json.writeString(Double.toString(number));
      }
    }
    json.writeEndArray();
  }

  static SavedChain read(byte[] text) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      Map<String, String> settings = new TreeMap<>();
      StateTree recorder = new StateTree();
      StateTree sampler = new StateTree();
      String format = "";
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "format" -> format = json.getString();
          case "settings" -> readSettings(json, settings);
          case "recorder" -> readTree(json, recorder);
          case "sampler" -> readTree(json, sampler);
          default -> json.skipChildren();
        }
      }
      if (!format.equals(FORMAT)) {
        throw new StreamReadException(json, "its format is '" + format + "', not " + FORMAT);
      }
      return new SavedChain(settings, RecorderState.restore(recorder), sampler);
    }
  }

  private static void readSettings(JsonParser json, Map<String, String> settings) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      settings.put(name, json.getString());
    }
  }

  private static void readTree(JsonParser json, StateTree tree) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String kind = json.currentName();
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (kind) {
          case "numbers" -> tree.put(name, readNumbers(json));
          case "whole" -> tree.putLongs(name, readWhole(json));
          case "parts" -> readTree(json, tree.child(name));
          default -> json.skipChildren();
        }
      }
    }
  }

  private static double[] readNumbers(JsonParser json) {
    var numbers = java.util.stream.DoubleStream.builder();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      numbers.add(Double.parseDouble(json.getString()));
    }
    return numbers.build().toArray();
  }

  private static long[] readWhole(JsonParser json) {
    var numbers = java.util.stream.LongStream.builder();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      numbers.add(json.getLongValue());
    }
    return numbers.build().toArray();
  }
}
