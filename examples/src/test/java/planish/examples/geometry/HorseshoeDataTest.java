package planish.examples.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * The data are NumPy's, as the tutorial's program makes them (NumPy's legacy generator, seed 0).
 */
class HorseshoeDataTest {
  @Test
  void theMatrixIsTheTutorials() {
    HorseshoeData data = HorseshoeData.read();
    double[] all = Arrays.stream(data.x()).flatMapToDouble(Arrays::stream).toArray();
    assertThat(all).hasSize(50_000);
    assertThat(new double[] {all[0], all[1], all[500], all[49_999]})
        .containsExactly(
            1.764052345967664, 0.4001572083672233, 0.38273243001226814, -1.2508269634858589);
    assertThat(Arrays.stream(all).sum()).isCloseTo(-189.700462275, within(1e-8));
    assertThat(Arrays.stream(all).map(x -> x * x).sum()).isCloseTo(49666.6416211, within(1e-6));
  }

  @Test
  void theOutcomeIsTheFirstColumn() {
    double[] y = HorseshoeData.read().y();
    assertThat(Arrays.stream(y).sum()).isCloseTo(-1.03383143706, within(1e-10));
    assertThat(Arrays.stream(y).map(x -> x * x).sum()).isCloseTo(102.982432610, within(1e-8));
  }

  @Test
  void theFileIsWhole() throws IOException, GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (var text = new GZIPInputStream(HorseshoeData.open())) {
      assertThat(HexFormat.of().formatHex(digest.digest(text.readAllBytes())))
          .isEqualTo("e0e6ebfe144fb02109c899c7a9f8389b5a601a3b01dd361300d9488472f0e322");
    }
  }
}
