package planish.nuts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServicesTest {
  /** On the class path the module's own list is not seen: both must say the same. */
  @Test
  void bothListsOfProvidersAgree() throws IOException {
    Module module = NutsProvider.class.getModule();
    var provides = module.getDescriptor().provides().iterator().next();
    try (InputStream in = module.getResourceAsStream("META-INF/services/" + provides.service())) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(lines).containsExactlyElementsOf(provides.providers());
    }
    assertThat(module.getDescriptor().provides()).hasSize(1);
  }
}
