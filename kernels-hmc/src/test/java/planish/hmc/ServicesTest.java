package planish.hmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import planish.kernels.MassMatrixProvider;
import planish.spi.Services;

class ServicesTest {
  /** On the class path the module's own list is not seen: both must say the same. */
  @Test
  void bothListsOfProvidersAgree() throws IOException {
    Module module = EuclideanHamiltonian.class.getModule();
    for (ModuleDescriptor.Provides provides : module.getDescriptor().provides()) {
      String file = "META-INF/services/" + provides.service();
      try (InputStream in = module.getResourceAsStream(file)) {
        assertThat(in).as(file).isNotNull();
        List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).containsExactlyInAnyOrderElementsOf(provides.providers());
      }
    }
    assertThat(module.getDescriptor().provides()).hasSize(2);
  }

  @Test
  void massMatricesAreFound() {
    assertThat(Services.boot().find(MassMatrixProvider.class, "mass matrix").names())
        .containsExactly("blocks", "dense", "diagonal", "identity");
  }
}
