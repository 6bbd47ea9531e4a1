package planish.kernels;

/** Receives numbers by name; every bit of a double comes back, NaN and infinities included. */
public interface StateWriter {
  /** Writes an array; it is copied. */
  void put(String name, double... values);

  /** Writes whole numbers; they are copied. */
  void putLongs(String name, long... values);

  /** {@return a place for numbers of its own, under a name} */
  StateWriter child(String name);
}
