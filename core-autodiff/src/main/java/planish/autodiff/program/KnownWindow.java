package planish.autodiff.program;

/**
 * A window of a known array; arrays are equal by identity.
 *
 * @param array numbers or indices
 * @param offset index of the first element
 * @param size number of elements
 */
public record KnownWindow(Object array, int offset, int size) {
  @Override
  public boolean equals(Object other) {
    return other instanceof KnownWindow(Object a, int o, int n)
        && a == array
        && o == offset
        && n == size;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * System.identityHashCode(array) + offset) + size;
  }
}
