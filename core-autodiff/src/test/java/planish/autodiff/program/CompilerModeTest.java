package planish.autodiff.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import planish.spi.UserException;

class CompilerModeTest {
  @Test
  void modesAreNamedByLowerCaseWords() {
    assertThat(CompilerMode.of("off")).isEqualTo(CompilerMode.OFF);
    assertThat(CompilerMode.of("plain")).isEqualTo(CompilerMode.PLAIN);
    assertThat(CompilerMode.of("vector")).isEqualTo(CompilerMode.VECTOR);
    assertThat(CompilerMode.of("auto")).isEqualTo(CompilerMode.AUTO);
  }

  @Test
  void anotherModeIsRefusedWithTheFour() {
    assertThatThrownBy(() -> CompilerMode.of("fast"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("planish.compiler is 'fast'")
        .hasMessageContaining("auto, off, plain or vector");
  }
}
