package planish.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import planish.kernels.SamplerProvider;

final class ProvidersTest {
  @Test
  void theModuleAndTheClassPathDeclareTheSameSamplers() throws IOException {
    List<String> declared =
        Run.class.getModule().getDescriptor().provides().stream()
            .filter(provides -> provides.service().equals(SamplerProvider.class.getName()))
            .flatMap(provides -> provides.providers().stream())
            .toList();
    assertThat(declared).containsExactly("planish.sampling.chains.ChainsSampler");
    try (InputStream in =
        Run.class
            .getModule()
            .getResourceAsStream("META-INF/services/" + SamplerProvider.class.getName())) {
      assertThat(new String(in.readAllBytes()).strip().lines().toList()).isEqualTo(declared);
    }
  }
}
