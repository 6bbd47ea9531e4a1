package planish.reparam.provider;

import java.util.Arrays;
import java.util.List;
import planish.model.Reparam;
import planish.model.ReparamProvider;
import planish.reparam.LocScaleReparam;
import planish.spi.OptionSpec;
import planish.spi.Options;
import planish.spi.UserException;

/** {@code loc-scale}. */
public final class LocScaleProvider implements ReparamProvider {
  private static final String CENTERED = "centered";

  /** Found by {@link java.util.ServiceLoader}. */
  public LocScaleProvider() {}

  @Override
  public String name() {
    return "loc-scale";
  }

  @Override
  public String summary() {
    return "Non-centred sites of location-scale families, wholly or in part";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.text(
            CENTERED,
            "0",
            "How much of location and scale stays in the prior: a number from 0 to 1, or one for"
                + " each element with spaces between"));
  }

  @Override
  public Reparam create(Options options) {
    String text = options.text(CENTERED).strip();
    return new LocScaleReparam(
        Arrays.stream(text.split("\\s+")).mapToDouble(LocScaleProvider::number).toArray());
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new UserException(
          "loc-scale: centered is a number from 0 to 1, but got '" + text + "'", e);
    }
  }
}
