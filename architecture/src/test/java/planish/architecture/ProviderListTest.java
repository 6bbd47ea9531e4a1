package planish.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import planish.app.command.Kind;
import planish.spi.Provider;
import planish.spi.Registry;
import planish.spi.Services;

/** All that is found by name, on the class path: where there are no modules. */
class ProviderListTest {
  @Test
  void eachKindHasTheProvidersThatAPersonHasLookedAt() throws IOException {
    String list =
        Arrays.stream(Kind.values())
            .map(kind -> kind.plural() + ": " + String.join(" ", found(kind).names()))
            .collect(Collectors.joining("\n", "", "\n"));

    Golden.check("providers.txt", list);
  }

  @Test
  void noneIsRefused() {
    for (Kind kind : Kind.values()) {
      assertThat(found(kind).problems()).as(kind.plural()).isEmpty();
    }
  }

  @Test
  void eachSaysWhatItIsInALineWithoutAFullStop() {
    for (Kind kind : Kind.values()) {
      for (Registry.Entry<?> entry : found(kind).entries()) {
        Provider provider = entry.provider();
        assertThat(provider.summary()).as(provider.name()).isNotBlank().doesNotContain("\n");
        assertThat(provider.summary()).as(provider.name()).doesNotEndWith(".");
      }
    }
  }

  private static Registry<?> found(Kind kind) {
    return kind.find(Services.boot());
  }
}
