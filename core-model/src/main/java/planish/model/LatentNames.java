package planish.model;

import java.util.Set;
import java.util.TreeSet;
import planish.spi.Spelling;
import planish.spi.UserException;

/** The sampled sites that a handler has met, to find names that were meant for none. */
final class LatentNames {
  private final Set<String> met = new TreeSet<>();

  /** Takes note of a site and tells whether it is sampled. */
  boolean meet(Site site) {
    boolean latent = Handlers.isLatent(site);
    if (latent) {
      met.add(site.name());
    }
    return latent;
  }

  /**
   * Checks names that a user has given.
   *
   * @throws UserException if one was not met; the message has the nearest, or all
   */
  void check(Set<String> given) {
    for (String name : given) {
      if (!met.contains(name)) {
        throw new UserException(Spelling.unknown("sampled site", name, met.stream()));
      }
    }
  }
}
