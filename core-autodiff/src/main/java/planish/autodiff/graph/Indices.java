package planish.autodiff.graph;

import java.util.Arrays;

/** A list of indices that is compared by its content. */
public final class Indices {
  private final int[] values;
  private final int hash;

  /** Takes the array as it is. */
  public Indices(int[] values) {
    this.values = values;
    this.hash = Arrays.hashCode(values);
  }

  /** Not to be changed. */
  public int[] values() {
    return values;
  }

  /** {@return how many there are} */
  public int size() {
    return values.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Indices that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return values.length <= 8 ? Arrays.toString(values) : values.length + " indices";
  }
}
