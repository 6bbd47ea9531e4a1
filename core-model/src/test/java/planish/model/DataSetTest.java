package planish.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.spi.UserException;

class DataSetTest {
  private final DataSet data =
      DataSet.empty("schools.json")
          .with("J", new double[] {2}, Shape.scalar())
          .with("y", new double[] {28, 8}, Shape.of(2))
          .with("x", new double[] {1, 2, 3, 4}, Shape.of(2, 2))
          .with("half", new double[] {0.5}, Shape.scalar())
          .with("group", new double[] {1, 3}, Shape.of(2));

  private static void told(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(UserException.class).hasMessage(message);
  }

  @Test
  void valuesComeByShape() {
    assertThat(data.integer("J", 1)).isEqualTo(2);
    assertThat(data.number("half")).isEqualTo(0.5);
    assertThat(data.vector("y")).containsExactly(28, 8);
    assertThat(data.matrix("x", 2, 2)).containsExactly(1, 2, 3, 4);
    assertThat(data.integers("group", 2, 1, 3)).containsExactly(1, 3);
    assertThat(data.names()).containsExactly("J", "y", "x", "half", "group");
    assertThat(data.shape("x")).isEqualTo(Shape.of(2, 2));
    assertThat(data.has("z")).isFalse();
  }

  @Test
  void errorsNameVariableExpectationAndFinding() {
    told(
        () -> data.vector("y", 3),
        "schools.json: variable 'y': expected a vector of length 3, but found shape [2]");
    told(
        () -> data.number("y"),
        "schools.json: variable 'y': expected a number, but found shape [2]");
    told(
        () -> data.vector("J"),
        "schools.json: variable 'J': expected a vector, but found shape []");
    told(
        () -> data.integer("half", 1),
        "schools.json: variable 'half': expected a whole number of at least 1, but found 0.5");
    told(
        () -> data.matrix("x", 2, 3),
        "schools.json: variable 'x': expected a matrix of 2 rows and 3 columns, but found shape"
            + " [2, 2]");
    told(
        () -> data.integers("group", 2, 1, 2),
        "schools.json: variable 'group': expected whole numbers from 1 to 2, but found 3.0 as"
            + " element 2");
    assertThatThrownBy(() -> data.vector("sigma"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(
            "schools.json: there is no variable 'sigma', which the model asks for")
        .hasMessageContaining("; there are: ")
        .hasMessageContaining("group");
    assertThatThrownBy(() -> data.vector("grop"))
        .hasMessageContaining("'grop', which the model asks for")
        .hasMessageContaining("; is it 'group'?");
    assertThatThrownBy(() -> DataSet.empty("empty.json").vector("y"))
        .hasMessageContaining("; the data are empty");
  }
}
