package planish.kernels;

import java.util.Collection;

/** Gives back what a {@link StateWriter} received. */
public interface StateReader {
  /** {@return the names that were written here, without children, in their order} */
  Collection<String> names();

  /**
   * {@return a copy of an array}
   *
   * @throws planish.spi.UserException if there is none of that name
   */
  double[] array(String name);

  /** {@return a single number} */
  default double number(String name) {
    return array(name)[0];
  }

  /** {@return a copy of whole numbers} */
  long[] longs(String name);

  /** {@return what was written under a name} */
  StateReader child(String name);
}
