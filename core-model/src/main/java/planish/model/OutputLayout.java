package planish.model;

import java.util.List;
import planish.autodiff.ElementNames;
import planish.autodiff.Shape;

/**
 * What a draw consists of.
 *
 * @param entries in the order of the columns: sampled sites, then deterministics, then generated
 *     quantities
 */
public record OutputLayout(List<Entry> entries) {
  /** Copies the list. */
  public OutputLayout {
    entries = List.copyOf(entries);
  }

  /** What an entry is. */
  public enum Role {
    /** A sampled site or parameter. */
    PARAMETER,
    /** Computed from them by the model. */
    DETERMINISTIC,
    /** Drawn or computed after each draw. */
    GENERATED
  }

  /**
   * One named array of a draw.
   *
   * @param name the user's name
   * @param shape its shape; elements are in row-major order
   * @param offset index of its first element in a draw
   * @param role what it is
   */
  public record Entry(String name, Shape shape, int offset, Role role) {}

  /** {@return the number of elements of a draw} */
  public int size() {
    return entries.stream().mapToInt(entry -> entry.shape().size()).sum();
  }

  /** {@return a name for each element: {@code theta[1]}} */
  public List<String> elementNames() {
    return entries.stream()
        .flatMap(entry -> ElementNames.of(entry.name(), entry.shape()).stream())
        .toList();
  }
}
