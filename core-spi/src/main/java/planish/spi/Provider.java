package planish.spi;

import java.util.List;

/**
 * The base of everything that is found by name through {@link java.util.ServiceLoader}.
 *
 * <p>A provider has a public constructor without parameters, is cheap to construct, holds no state
 * and may be used by many threads.
 */
public interface Provider {
  /** The version of the provider interfaces that this release of Planish speaks. */
  int SPI_VERSION = 1;

  /**
   * {@return the name users write: lower case letters, digits and hyphens, starting with a letter}
   */
  String name();

  /** {@return one line for tables and {@code --help}, without a full stop} */
  String summary();

  /**
   * {@return the version of the provider interfaces it was written for}
   *
   * @implSpec Return the number itself, not {@link #SPI_VERSION}: though the compiler copies the
   *     constant into the plugin's class file, a literal says at a glance what was meant. A
   *     provider whose version is not {@link #SPI_VERSION} is refused with a message that names it.
   */
  int spiVersion();

  /** {@return the options it understands; none unless overridden} */
  default List<OptionSpec> options() {
    return List.of();
  }
}
