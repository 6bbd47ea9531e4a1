package planish.spi;

/** A provider type for these tests. */
public interface Greeter extends Provider {
  @Override
  default String summary() {
    return "says hello";
  }

  @Override
  default int spiVersion() {
    return 1;
  }
}
