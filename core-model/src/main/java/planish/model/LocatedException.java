package planish.model;

import planish.spi.UserException;

/** A fault of a model whose message says already where it is. */
final class LocatedException extends UserException {
  private static final long serialVersionUID = 1L;

  LocatedException(String message, Throwable cause) {
    super(message, cause);
  }

  LocatedException(Site site, String message) {
    super(site.inWords() + ": " + message);
  }

  LocatedException(Site site, String message, Throwable cause) {
    super(site.inWords() + ": " + message, cause);
  }
}
