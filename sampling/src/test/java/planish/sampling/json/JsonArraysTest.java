package planish.sampling.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planish.autodiff.Shape;
import planish.spi.UserException;

final class JsonArraysTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("data.json"), text);
  }

  private Map<String, NamedArray> read(String text) throws IOException {
    return JsonArrays.read(file(text));
  }

  @Test
  void numbersAndArraysHaveTheirShapes() throws IOException {
    Map<String, NamedArray> arrays =
        read("{\"n\": 8, \"y\": [1, -2.5e3], \"x\": [[1,2,3],[4,5,6]], \"e\": [], \"z\": [[],[]]}");
    assertThat(arrays.keySet()).containsExactly("n", "y", "x", "e", "z");
    assertThat(arrays.get("n").shape()).isEqualTo(Shape.scalar());
    assertThat(arrays.get("n").values()).containsExactly(8);
    assertThat(arrays.get("y").values()).containsExactly(1, -2500);
    assertThat(arrays.get("x").shape()).isEqualTo(Shape.of(2, 3));
    assertThat(arrays.get("x").values()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(arrays.get("e").shape()).isEqualTo(Shape.of(0));
    assertThat(arrays.get("z").shape()).isEqualTo(Shape.of(2, 0));
  }

  @Test
  void threeAxesAndManyNumbers() throws IOException {
    StringBuilder text = new StringBuilder("{\"a\": [");
    for (int i = 0; i < 5; i++) {
      text.append(i == 0 ? "[" : ",[");
      for (int j = 0; j < 4; j++) {
        text.append(j == 0 ? "[" : ",[").append(i * 4 + j).append(",0,1]");
      }
      text.append("]");
    }
    NamedArray array = read(text + "]}").get("a");
    assertThat(array.shape()).isEqualTo(Shape.of(5, 4, 3));
    assertThat(array.values()[3 * 19]).isEqualTo(19);
  }

  @Test
  void numbersAreReadToTheNearestDouble() throws IOException {
    double[] values =
        read("{\"a\": [0.1, 4.9e-324, 1.7976931348623157e308, 0.30000000000000004, -0.0]}")
            .get("a")
            .values();
    assertThat(values).containsExactly(0.1, Double.MIN_VALUE, Double.MAX_VALUE, 0.1 + 0.2, -0.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a": [[1,2],[3]]}        | 'a': not rectangular: row [2] has 1 elements, those before
          {"a": [[1],[2,3]]}        | 'a': not rectangular: row [2] has 2 elements, those before
          {"a": [1,[2]]}            | 'a': numbers and arrays are mixed at [2]
          {"a": [[1],2]}            | 'a': numbers and arrays are mixed at [2]
          {"a": [[],[[1]]]}         | 'a': not rectangular
          {"a": [1, "2"]}           | 'a[2]': expected a number, but got the text "2"
          {"a": "b"}                | 'a': expected a number, but got the text "b"
          {"a": [1, null]}          | 'a[2]': expected a number, but got null
          {"a": true}               | 'a': expected a number, but got true
          {"a": {"b": 1}}           | 'a': expected a number, not an object
          {"a": [1, NaN]}           | line 1, column 11: 'a[2]': expected a finite number, but got NaN
          {"a": -Infinity}          | 'a': expected a finite number, but got -Infinity
          {"a": ["NaN"]}            | 'a[1]': expected a number, but got the text "NaN"
          {"a": [1, 1e999]}         | 'a[2]': expected a finite number, but got 1e999
          {"a": 1, "a": 2}          | line 1, column 10: 'a' stands twice
          {"a": [1, 2}              | line 1, column 12: not JSON
          {"a": 1                   | not JSON
          [1, 2]                    | line 1, column 1: expected an object
          {"a": 1} 2                | expected the end of the file
          text                      | not JSON
          """)
  void whatIsWrongIsSaidWithItsPlace(String text, String message) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> JsonArrays.read(file))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(file + ", line ")
        .hasMessageContaining(message)
        .hasMessageNotContaining("REDACTED");
  }

  @Test
  void anEmptyFileIsNotAnObject() throws IOException {
    Path file = file("");
    assertThatThrownBy(() -> JsonArrays.read(file)).hasMessageContaining("expected an object");
  }

  @Test
  void lineAndColumnCountFromOne() throws IOException {
    Path file = file("{\n  \"a\": 1,\n  \"b\": [1, oops]\n}\n");
    assertThatThrownBy(() -> JsonArrays.read(file)).hasMessageContaining("line 3, column ");
  }

  @Test
  void oneObjectOrAnArrayOfThem() throws IOException {
    assertThat(JsonArrays.readAll(file("{\"a\": 1}"))).hasSize(1);
    assertThat(JsonArrays.readAll(file("[{\"a\": 1}, {\"a\": [2]}]")))
        .extracting(map -> map.get("a").values()[0])
        .containsExactly(1.0, 2.0);
    Path bad = file("[{\"a\": 1}, 2]");
    assertThatThrownBy(() -> JsonArrays.readAll(bad))
        .hasMessageContaining("expected an object for chain 2");
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    assertThatThrownBy(() -> JsonArrays.read(folder.resolve("none.json")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("none.json: cannot be read: there is no such file");
    assertThatThrownBy(() -> JsonArrays.read(folder))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("it is a folder");
  }
}
