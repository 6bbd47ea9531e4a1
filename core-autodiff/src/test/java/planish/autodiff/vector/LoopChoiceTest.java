package planish.autodiff.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import planish.spi.Registry;
import planish.spi.Services;
import planish.spi.UserException;

class LoopChoiceTest {
  /** This module alone has no back end. */
  private static final Registry<VectorBackend> NONE =
      Services.boot().find(VectorBackend.class, "vector back end");

  @Test
  void withoutABackEndLoopsArePlainAndTheReasonIsSaid() {
    for (String mode : new String[] {"auto", "on"}) {
      LoopChoice choice = LoopChoice.of(mode, NONE);
      assertThat(choice.loops()).isSameAs(Loops.plain());
      assertThat(choice.reason()).isEqualTo("plain loops: no vector back end on the module path");
      assertThat(choice.fallBack()).isTrue();
    }
  }

  @Test
  void offIsSaidToo() {
    LoopChoice choice = LoopChoice.of("off", NONE);
    assertThat(choice.loops()).isSameAs(Loops.plain());
    assertThat(choice.reason()).isEqualTo("plain loops: switched off by planish.vector=off");
    assertThat(choice.fallBack()).isFalse();
  }

  @Test
  void anotherModeIsRefused() {
    assertThatThrownBy(() -> LoopChoice.of("fast", NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("planish.vector is 'fast'")
        .hasMessageContaining("auto, on or off");
  }

  @Test
  void theBestLoopsAreAlwaysTheSameObject() {
    assertThat(Loops.best()).isSameAs(Loops.best());
    assertThat(Loops.describe()).isNotEmpty();
  }
}
