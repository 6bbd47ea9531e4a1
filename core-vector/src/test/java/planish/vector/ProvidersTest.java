package planish.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorBackend;
import planish.spi.Services;

class ProvidersTest {

  @Test
  void theModuleAndTheClassPathListTheSame() throws IOException {
    String service = VectorBackend.class.getName();
    List<String> inModule =
        VectorApiBackend.class.getModule().getDescriptor().provides().stream()
            .filter(provides -> provides.service().equals(service))
            .map(ModuleDescriptor.Provides::providers)
            .findFirst()
            .orElseThrow();
    try (InputStream in =
        VectorApiBackend.class.getResourceAsStream("/META-INF/services/" + service)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text.lines().toList()).isEqualTo(inModule);
    }
  }

  @Test
  void theBackEndIsFoundAndUsed() {
    assertThat(Services.boot().find(VectorBackend.class, "vector back end").names())
        .containsExactly("vector-api");
    assertThat(Loops.describe()).startsWith("vector (" + Lanes.LENGTH + " lanes) loops");
  }
}
