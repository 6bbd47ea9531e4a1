package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import planish.autodiff.program.ProgramBackend;
import planish.spi.Services;

class ProvidersTest {

  @Test
  void theModuleAndTheClassPathListTheSame() throws IOException {
    String service = ProgramBackend.class.getName();
    List<String> inModule =
        CompilerBackend.class.getModule().getDescriptor().provides().stream()
            .filter(provides -> provides.service().equals(service))
            .map(ModuleDescriptor.Provides::providers)
            .findFirst()
            .orElseThrow();
    try (InputStream in =
        CompilerBackend.class.getResourceAsStream("/META-INF/services/" + service)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text.lines().toList()).isEqualTo(inModule);
    }
  }

  @Test
  void theBackEndIsFound() {
    assertThat(Services.boot().find(ProgramBackend.class, "program back end").names())
        .containsExactly("bytecode");
  }
}
