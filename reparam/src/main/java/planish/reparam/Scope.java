package planish.reparam;

import java.util.stream.Collectors;
import planish.distributions.DistributionProvider;
import planish.spi.Registry;
import planish.spi.Services;

/** What can be rewritten, in words. */
final class Scope {
  static final String PUSHFORWARDS =
      "transformed distributions and multivariate normals; loc-scale rewrites location-scale"
          + " families";

  private Scope() {}

  static String locationScaleFamilies() {
    return Services.boot().find(DistributionProvider.class, "distribution").entries().stream()
        .map(Registry.Entry::provider)
        .filter(DistributionProvider::isLocationScale)
        .map(DistributionProvider::name)
        .collect(
            Collectors.joining(
                ", ",
                "location-scale families: ",
                "; expanded or independent ones too, but neither masked, restricted nor mixed ones"));
  }
}
