package planish.sampling.json;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import planish.spi.UserException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads JSON objects whose values are numbers or (nested) arrays of numbers, as in data and
 * starting values for Stan programs.
 *
 * <p>All numbers must be finite; nested arrays must be rectangular; a name stands once. Numbers are
 * read as doubles. An empty array has length 0. Errors name the file, the variable, and the line
 * and column.
 */
public final class JsonArrays {
  /** NaN is read so that its place can be told, and then refused. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private JsonArrays() {}

  /**
   * {@return the arrays of a file that holds one object, in the file's order}
   *
   * @throws UserException if the file cannot be read or is not of that form
   */
  public static Map<String, NamedArray> read(Path file) {
    return parse(file, ArrayParser::object);
  }

  /**
   * {@return the arrays of a file that holds one object, or an array of objects; one map for each}
   *
   * @throws UserException if the file cannot be read or is not of that form
   */
  public static List<Map<String, NamedArray>> readAll(Path file) {
    return parse(file, ArrayParser::objects);
  }

  /** What is read from an open file. */
  private interface Reading<T> {
    T from(ArrayParser parser);
  }

  private static <T> T parse(Path file, Reading<T> reading) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
      return reading.from(new ArrayParser(file.toString(), parser));
    } catch (JacksonIOException e) {
      throw unreadable(file, e.getCause() == null ? e : e.getCause());
    } catch (JacksonException e) {
      throw notJson(file, e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static UserException unreadable(Path file, Throwable cause) {
    String reason =
        cause instanceof NoSuchFileException
            ? "there is no such file"
            : Files.isDirectory(file) ? "it is a folder, not a file" : cause.getMessage();
    return new UserException(file + ": cannot be read: " + reason, cause);
  }

  private static UserException notJson(Path file, JacksonException e) {
    String reason = reason(e);
    return new UserException(
        file
            + ", line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ": not JSON: "
            + reason,
        e);
  }

  /** The parser's first words, without brackets that speak of its own settings. */
  private static String reason(JacksonException e) {
    String words = e.getOriginalMessage().lines().findFirst().orElse("");
    return words.replaceAll(" \\([^()]*\\[Source:.*", "").strip();
  }
}
